/** Fuzz targets of the options: standard input and the command line. */
package org.palisade.core.option;
