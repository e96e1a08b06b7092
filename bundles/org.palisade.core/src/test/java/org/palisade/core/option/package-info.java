/** Tests of what is made from the declaration of the options. */
package org.palisade.core.option;
