/** What is shipped, looked at file by file. */
package org.palisade.sbom;
