/**
 * The programs that the launcher can run: services of the framework, one for each command in the installation's {@code bin} folder.
 */
package org.palisade.launcher;
