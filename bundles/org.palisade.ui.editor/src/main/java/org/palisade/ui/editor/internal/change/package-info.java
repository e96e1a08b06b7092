/** Migrating and converting what is open in an editor. */
package org.palisade.ui.editor.internal.change;
