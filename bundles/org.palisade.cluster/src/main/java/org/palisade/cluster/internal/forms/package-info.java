/** Brings the forms together. */
package org.palisade.cluster.internal.forms;
