/** Tests of the values that pass between back ends and the core. */
package org.palisade.api;
