package org.eclipse.pde.api.tools.annotations;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * Stands in for the annotation of the platform, by which an interface says that nobody else is to implement it. It is in no installation and not on
 * Maven Central, and SpotBugs asks for it where a class extends one of the platform's that implements such an interface.
 */
@Retention(RetentionPolicy.CLASS)
public @interface NoImplement {
}
