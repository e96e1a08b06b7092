/** Tests of what may be loaded. */
package org.palisade.launcher.plugin;
