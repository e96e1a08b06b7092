/** Tests of the values of the inventory. */
package org.palisade.api.inventory;
