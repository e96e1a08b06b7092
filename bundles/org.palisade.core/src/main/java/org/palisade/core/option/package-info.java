/**
 * The options of a fencing request: their one declaration, and everything that is made from it, which is the parsers of the command line
 * and of standard input, the check of the values, the metadata and the help.
 */
package org.palisade.core.option;
