/** Tests of the lines of the audit trail. */
package org.palisade.core.audit;
