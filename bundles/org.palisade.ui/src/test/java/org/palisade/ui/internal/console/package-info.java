/** Tests of what the Fence Console keeps. */
package org.palisade.ui.internal.console;
