package org.palisade.launcher.internal;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

import org.eclipse.osgi.container.Module;
import org.eclipse.osgi.container.ModuleRevisionBuilder;
import org.eclipse.osgi.storage.BundleInfo;
import org.eclipse.osgi.storage.BundleInfo.Generation;
import org.eclipse.osgi.storage.ContentProvider;
import org.eclipse.osgi.storage.Storage;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/**
 * Installs bundles whose content stays where it is into a framework that has no storage.
 * <p>
 * Equinox keeps its hands off the disk only when its storage is read-only, and then refuses to install anything, also what it would not
 * have to store: connect modules and references. A fence agent has to work when the disk is full or was remounted read-only, and must leave
 * nothing behind when it is killed, so the steps of Equinox's own {@code Storage.install} are taken here without that refusal. Four of them are not
 * public. The framework's jar is part of the installation, so its version is known.
 */
final class StoragelessInstaller {

	private final Module system;
	private final Storage storage;
	private final Method createGeneration;
	private final Method unlockGeneration;
	private final Method setContent;
	private final Method setStorageHooks;

	/**
	 * @param systemBundle bundle 0 of an initialised framework
	 * @throws IllegalStateException when this is not the Equinox that we know
	 */
	StoragelessInstaller(Bundle systemBundle) {
		system = systemBundle.adapt(Module.class);
		storage = ((Generation) system.getCurrentRevision().getRevisionInfo()).getBundleInfo().getStorage();
		createGeneration = method(BundleInfo.class, "createGeneration");
		unlockGeneration = method(BundleInfo.class, "unlockGeneration", Generation.class);
		setContent = method(Generation.class, "setContent", File.class, ContentProvider.Type.class);
		setStorageHooks = method(Storage.class, "setStorageHooks", Generation.class);
	}

	private static Method method(Class<?> type, String name, Class<?>... parameters) {
		try {
			Method method = type.getDeclaredMethod(name, parameters);
			method.setAccessible(true);
			return method;
		} catch (NoSuchMethodException e) {
			throw new IllegalStateException("this org.eclipse.osgi is not the one that Palisade was built for: " + e.getMessage(), e);
		}
	}

	/**
	 * Installs a connect module or a {@code reference:} URL.
	 *
	 * @throws BundleException when the content is no bundle, or the same bundle is installed already
	 */
	Bundle install(String location) throws BundleException {
		ContentProvider content = content(location);
		Long id = storage.getModuleDatabase().getAndIncrementNextId();
		var info = new BundleInfo(storage, id, location, 0);
		var generation = (Generation) call(createGeneration, info);
		try {
			call(setContent, generation, content.getContent(), content.getType());
			call(setStorageHooks, storage, generation);
			ModuleRevisionBuilder builder = storage.getBuilder(generation);
			builder.setId(id);
			return storage.getModuleContainer().install(system, location, builder, generation).getBundle();
		} finally {
			call(unlockGeneration, info, generation);
		}
	}

	private ContentProvider content(String location) throws BundleException {
		try {
			InputStream in = storage.getContentConnection(null, location, null).getInputStream();
			if (in instanceof ContentProvider provider) {
				return provider;
			}
			in.close();
			throw new IllegalArgumentException("would have to be stored: " + location);
		} catch (IOException e) {
			throw new BundleException(e.getMessage(), BundleException.READ_ERROR, e);
		}
	}

	private static Object call(Method method, Object target, Object... arguments) throws BundleException {
		try {
			return method.invoke(target, arguments);
		} catch (InvocationTargetException e) {
			if (e.getCause() instanceof BundleException cause) {
				throw cause;
			}
			throw new BundleException(String.valueOf(e.getCause().getMessage()), BundleException.UNSPECIFIED, e.getCause());
		} catch (IllegalAccessException e) {
			throw new IllegalStateException(e);
		}
	}
}
