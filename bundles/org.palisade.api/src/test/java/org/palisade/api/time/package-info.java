/** Tests of deadlines and cancellation. */
package org.palisade.api.time;
