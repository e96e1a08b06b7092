package org.palisade.ui.editor.internal.text;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.operation.IRunnableContext;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.source.AnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IFileEditorInput;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.texteditor.AbstractDocumentProvider;
import org.palisade.cluster.ConfigurationFile;
import org.palisade.ui.editor.internal.EditorIds;

/**
 * Reads and writes files of the workspace and any other local file. A file is replaced in one step, with its mode, owner and group, and the first time that
 * an editor saves, the old one is kept beside it.
 */
final class ConfigurationDocumentProvider extends AbstractDocumentProvider {

	/** What is known of a file that is open. */
	private final class FileInfo extends ElementInfo {
		private ConfigurationFile file;
		private long stamp;
		private boolean backedUp;

		FileInfo(ConfigurationFile file, Path path) {
			super(new Document(file.text()), new AnnotationModel());
			this.file = file;
			this.stamp = modified(path);
		}
	}

	/** {@return the local file of an editor's input} */
	static Optional<Path> path(Object element) {
		return element instanceof IURIEditorInput input ? Optional.of(input.getURI()).filter(uri -> "file".equals(uri.getScheme())).map(Path::of)
				: Optional.empty();
	}

	private static Path requirePath(Object element) throws CoreException {
		return path(element).orElseThrow(() -> new CoreException(Status.error(NLS.bind(Messages.not_local,
				element instanceof IURIEditorInput input ? withoutUser(input.getURI()) : element))));
	}

	private static String withoutUser(URI uri) {
		return uri.getScheme() + "://" + uri.getHost() + uri.getPath();
	}

	private static long modified(Path path) {
		try {
			return Files.getLastModifiedTime(path).toMillis();
		} catch (IOException e) {
			// Gone; isDeleted tells it.
			return IResource.NULL_STAMP;
		}
	}

	private static ConfigurationFile read(Path path) throws CoreException {
		try {
			return ConfigurationFile.read(path);
		} catch (IOException e) {
			throw new CoreException(failure(NLS.bind(Messages.cannot_read, path, reason(e)), e));
		}
	}

	private static IStatus failure(String message, Exception cause) {
		return new Status(IStatus.ERROR, EditorIds.BUNDLE, message, cause);
	}

	private static String reason(IOException problem) {
		return problem.getMessage() == null ? problem.getClass().getSimpleName() : problem.getClass().getSimpleName().equals("IOException")
				? problem.getMessage() : problem.getClass().getSimpleName() + ": " + problem.getMessage();
	}

	@Override
	protected ElementInfo createElementInfo(Object element) throws CoreException {
		Path path = requirePath(element);
		FileInfo info = new FileInfo(read(path), path);
		setupDocument(info);
		return info;
	}

	private static void setupDocument(ElementInfo info) {
		info.fIsStateValidated = true;
		info.fStatus = Status.OK_STATUS;
	}

	@Override
	protected IDocument createDocument(Object element) throws CoreException {
		return new Document(read(requirePath(element)).text());
	}

	@Override
	protected IAnnotationModel createAnnotationModel(Object element) {
		return new AnnotationModel();
	}

	/** {@return the text of the file as it was read or written last} */
	Optional<String> savedText(Object element) {
		return info(element).map(info -> info.file.text());
	}

	private Optional<FileInfo> info(Object element) {
		return getElementInfo(element) instanceof FileInfo info ? Optional.of(info) : Optional.empty();
	}

	@Override
	protected void doSaveDocument(IProgressMonitor monitor, Object element, IDocument document, boolean overwrite) throws CoreException {
		Path path = requirePath(element);
		FileInfo info = info(element).orElseThrow();
		try {
			ConfigurationFile file = overwrite && !isSynchronized(element) ? ConfigurationFile.read(path) : info.file;
			if (info.backedUp) {
				file.replaceAgain(document.get());
			} else {
				file.replace(document.get());
				info.backedUp = true;
			}
			info.file = ConfigurationFile.read(path);
			info.stamp = modified(path);
		} catch (IOException e) {
			throw new CoreException(failure(NLS.bind(Messages.cannot_write, path, reason(e)), e));
		}
		refresh(element, monitor);
	}

	private static void refresh(Object element, IProgressMonitor monitor) throws CoreException {
		if (element instanceof IFileEditorInput input) {
			IFile file = input.getFile();
			file.getParent().refreshLocal(IResource.DEPTH_ONE, monitor);
		}
	}

	@Override
	protected void doResetDocument(Object element, IProgressMonitor monitor) throws CoreException {
		takeOver(element, true);
	}

	@Override
	protected void doSynchronize(Object element, IProgressMonitor monitor) throws CoreException {
		refresh(element, monitor);
		takeOver(element, false);
	}

	/** Makes the text that of the file again. */
	private void takeOver(Object element, boolean always) throws CoreException {
		FileInfo info = info(element).orElseThrow();
		Path path = requirePath(element);
		if (!always && modified(path) == info.stamp) {
			return;
		}
		info.file = read(path);
		info.stamp = modified(path);
		fireElementContentAboutToBeReplaced(element);
		removeUnchangedElementListeners(element, info);
		info.fDocument.set(info.file.text());
		info.fCanBeSaved = false;
		addUnchangedElementListeners(element, info);
		fireElementContentReplaced(element);
		fireElementDirtyStateChanged(element, false);
	}

	@Override
	public long getModificationStamp(Object element) {
		return path(element).map(ConfigurationDocumentProvider::modified).orElse(Long.valueOf(IResource.NULL_STAMP));
	}

	@Override
	public long getSynchronizationStamp(Object element) {
		return info(element).map(info -> info.stamp).orElse(Long.valueOf(IResource.NULL_STAMP));
	}

	@Override
	public boolean isSynchronized(Object element) {
		return getModificationStamp(element) == getSynchronizationStamp(element);
	}

	@Override
	public boolean isNotSynchronizedException(Object element, CoreException exception) {
		return !isSynchronized(element);
	}

	@Override
	public boolean isDeleted(Object element) {
		return path(element).map(path -> !Files.exists(path)).orElse(true);
	}

	/** A file is replaced, so it is the folder that has to let us. */
	@Override
	public boolean isReadOnly(Object element) {
		return !path(element).map(path -> Files.isWritable(path) && Files.isWritable(path.toAbsolutePath().getParent())).orElse(false);
	}

	@Override
	public boolean isModifiable(Object element) {
		return !isReadOnly(element);
	}

	@Override
	protected IRunnableContext getOperationRunner(IProgressMonitor monitor) {
		return null;
	}
}
