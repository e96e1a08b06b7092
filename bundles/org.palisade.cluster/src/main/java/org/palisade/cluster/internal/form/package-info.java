/** What all forms of a configuration have in common. */
package org.palisade.cluster.internal.form;
