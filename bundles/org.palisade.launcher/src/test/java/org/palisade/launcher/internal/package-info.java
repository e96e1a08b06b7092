/** Tests of the launcher's parts; the launcher as a whole is tested on the installed agent. */
package org.palisade.launcher.internal;
