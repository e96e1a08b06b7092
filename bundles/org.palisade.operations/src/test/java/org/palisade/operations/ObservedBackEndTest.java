package org.palisade.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceSession;

class ObservedBackEndTest {

	/** A default of the interface would answer in place of the back end: what is remembered would count as looked up, for one. */
	@Test
	void everyQuestionIsHandedOn() {
		assertEquals(List.of(), notHandedOn(FenceBackEnd.class, ObservedBackEnd.class));
		assertEquals(List.of(), notHandedOn(FenceSession.class, ObservedBackEnd.ObservedSession.class));
	}

	private static List<String> notHandedOn(Class<?> asked, Class<?> observer) {
		return Stream.of(asked.getMethods()).filter(method -> !Modifier.isStatic(method.getModifiers()) && !isDeclared(observer, method))
				.map(Method::getName).toList();
	}

	private static boolean isDeclared(Class<?> observer, Method method) {
		try {
			observer.getDeclaredMethod(method.getName(), method.getParameterTypes());
			return true;
		} catch (NoSuchMethodException e) {
			return false;
		}
	}
}
