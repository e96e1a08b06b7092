/** Bills of materials, made of what the build has laid out rather than of what it was told to lay out. */
package org.palisade.sbom;
