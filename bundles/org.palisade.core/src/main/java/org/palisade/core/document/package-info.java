/**
 * What an installation ships beside the agent for the person at the keyboard, made from the one declaration of the options: the manual page
 * and the completion. Kept apart from the options themselves because no run of the agent needs it.
 */
package org.palisade.core.document;
