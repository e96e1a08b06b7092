/** The view "vSphere Inventory" and the inventories that it shows. */
package org.palisade.ui.internal.inventory;
