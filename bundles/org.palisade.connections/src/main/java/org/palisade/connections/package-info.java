/**
 * The connections of a workbench: which server, as whom, whom to believe that it is the server. They are kept in the preferences of the
 * workspace, passwords in secure storage or with a password script. Knows no user interface.
 */
package org.palisade.connections;
