/** The feed of a vCenter's or host's inventory through the vSphere API. */
package org.palisade.inventory.internal;
