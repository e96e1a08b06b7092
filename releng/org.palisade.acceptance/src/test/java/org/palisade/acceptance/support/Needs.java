package org.palisade.acceptance.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that is skipped, with the reason in its report, where one of the parts is absent. An assumption in a method that runs before all
 * tests of a class would not do: Surefire reports such a class as one without tests.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsCondition.class)
public @interface Needs {

	/** {@return the parts, all of which are needed} */
	RealPart[] value();
}
