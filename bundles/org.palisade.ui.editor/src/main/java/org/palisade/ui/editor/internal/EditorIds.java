package org.palisade.ui.editor.internal;

/** The ids under which this bundle's parts are registered. */
public final class EditorIds {

	/** The symbolic name of this bundle. */
	public static final String BUNDLE = "org.palisade.ui.editor";
	/** The editor for {@code cluster.conf}, with forms. */
	public static final String CLUSTER_CONF = BUNDLE + ".clusterConf";
	/** The editor for the other forms: a text. */
	public static final String SOURCE = BUNDLE + ".source";
	/** The type of the markers. */
	public static final String MARKER = BUNDLE + ".problem";
	/** Migrates what is open. */
	public static final String MIGRATE = BUNDLE + ".command.migrate";
	/** Converts what is open. */
	public static final String CONVERT = BUNDLE + ".command.convert";

	private EditorIds() {
	}
}
