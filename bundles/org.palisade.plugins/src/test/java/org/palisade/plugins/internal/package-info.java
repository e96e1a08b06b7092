/** Tests with a real framework. */
package org.palisade.plugins.internal;
