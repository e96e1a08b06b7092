/** Third-party back ends that come and go while a program runs: bundles that somebody installs, and what lies in a folder for them. */
package org.palisade.plugins;
