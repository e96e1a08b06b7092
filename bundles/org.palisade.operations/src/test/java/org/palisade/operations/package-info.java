/** Tests of operations and their history. */
package org.palisade.operations;
