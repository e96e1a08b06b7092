/** The preference pages, and what the rest of the workbench reads of them. */
package org.palisade.ui.internal.preference;
