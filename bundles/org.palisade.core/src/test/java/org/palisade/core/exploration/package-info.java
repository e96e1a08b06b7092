/** The engine's state machine explored exhaustively, against a model of a server in which anything may happen between any two steps. */
package org.palisade.core.exploration;
