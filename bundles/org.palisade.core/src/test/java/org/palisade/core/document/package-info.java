/** Tests of the documents by what a reader of them, and bash, makes of them. */
package org.palisade.core.document;
