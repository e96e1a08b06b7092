/** Adding, changing and testing connections. */
package org.palisade.ui.internal.connection;
