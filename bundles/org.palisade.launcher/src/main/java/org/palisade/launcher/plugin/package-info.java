/**
 * Third-party bundles in a folder: which of them may be used, how they are started so that none can do harm to the others, and what is told of
 * those that are not used. The agent and the workbench mean the same by it.
 */
package org.palisade.launcher.plugin;
