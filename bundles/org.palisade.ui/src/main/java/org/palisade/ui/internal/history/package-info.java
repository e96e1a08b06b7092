/** The view "Fence History". */
package org.palisade.ui.internal.history;
