/** Tests of the compact inventory. */
package org.palisade.inventory.internal.model;
