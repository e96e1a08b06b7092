/** What the tests of several bundles share. In no installation. */
package org.palisade.testsupport;
