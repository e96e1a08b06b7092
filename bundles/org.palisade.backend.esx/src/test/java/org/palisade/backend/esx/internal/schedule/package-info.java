/** Random schedules: what a data centre does, at any time during requests of one or several agents, against invariants. */
package org.palisade.backend.esx.internal.schedule;
