/** Tests of what the view "vSphere Inventory" finds out without a window. */
package org.palisade.ui.internal.inventory;
