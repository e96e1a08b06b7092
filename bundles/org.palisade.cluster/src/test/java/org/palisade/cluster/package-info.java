/** Tests of reading, checking, mending, migrating and converting. */
package org.palisade.cluster;
