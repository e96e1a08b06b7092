/** The Fence Console. */
package org.palisade.ui.internal.console;
