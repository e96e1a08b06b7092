/** The vSphere Automation API in both of its dialects, written from its published reference; no part of it was seen on a real vCenter. */
package org.palisade.simulator.internal.rest;
