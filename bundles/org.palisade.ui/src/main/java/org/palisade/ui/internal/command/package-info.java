/** The commands on connections and machines, and the jobs that carry them out. */
package org.palisade.ui.internal.command;
