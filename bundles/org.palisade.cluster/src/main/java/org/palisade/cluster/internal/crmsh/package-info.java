/** The text of crmsh: {@code crm configure help}. */
package org.palisade.cluster.internal.crmsh;
