/** The pages that show a cluster.conf as forms. */
package org.palisade.ui.editor.internal.form;
