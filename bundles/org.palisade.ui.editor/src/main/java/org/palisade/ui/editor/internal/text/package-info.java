/** The text that all pages edit: reading, writing, what a check finds in it, and the fixes. */
package org.palisade.ui.editor.internal.text;
