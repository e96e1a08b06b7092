/** Tests of the declaration and the values of options. */
package org.palisade.api.option;
