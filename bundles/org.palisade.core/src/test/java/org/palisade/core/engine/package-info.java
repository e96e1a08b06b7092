/** Tests of the engine's promises against a back end that plays any part. */
package org.palisade.core.engine;
