package org.palisade.core.backend;

import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.palisade.api.FenceBackEnd;

/** Names back ends that misbehave, so that a user knows which bundle to mend or to take out. */
public final class Provider {

	private Provider() {
	}

	/** {@return the type, and the bundle where there is one} The class stands for a type that it does not tell. */
	public static String describe(FenceBackEnd backEnd) {
		try {
			return withBundle(backEnd.type(), backEnd);
		} catch (RuntimeException | LinkageError e) {
			return describeClass(backEnd);
		}
	}

	/** {@return the class, and the bundle where there is one} */
	static String describeClass(FenceBackEnd backEnd) {
		return withBundle(backEnd.getClass().getName(), backEnd);
	}

	/** {@return the bundle or, outside a framework, the class} */
	static String origin(FenceBackEnd backEnd) {
		return bundle(backEnd).map(name -> NLS.bind(Messages.bundle, name)).orElseGet(() -> backEnd.getClass().getName());
	}

	/**
	 * {@return what was thrown, in one line} The message of an exception is left out, because nobody knows what is in it; that of a
	 * linkage error names a class.
	 */
	public static String reason(Throwable thrown) {
		return thrown instanceof LinkageError ? thrown.toString() : thrown.getClass().getName();
	}

	private static String withBundle(String name, FenceBackEnd backEnd) {
		return bundle(backEnd).map(bundle -> NLS.bind(Messages.of_bundle, name, bundle)).orElse(name);
	}

	private static Optional<String> bundle(FenceBackEnd backEnd) {
		return Optional.ofNullable(FrameworkUtil.getBundle(backEnd.getClass())).map(Bundle::getSymbolicName);
	}
}
