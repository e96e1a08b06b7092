/** Editors for the configurations of clusters: the parts of the workbench, and what they have in common. */
package org.palisade.ui.editor.internal;
