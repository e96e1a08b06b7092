/** Watches the folder, and does what was found there. */
package org.palisade.plugins.internal;
