/** Shows changes side by side before they are made. */
package org.palisade.ui.editor.internal.preview;
