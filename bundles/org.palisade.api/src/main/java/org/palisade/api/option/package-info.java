/** How options are declared, and how a back end reads the values that a user gave. */
package org.palisade.api.option;
