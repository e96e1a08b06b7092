/** From one form to another: what RHCS and Pacemaker say in different ways, and how each form is written from nothing. */
package org.palisade.cluster.internal.convert;
