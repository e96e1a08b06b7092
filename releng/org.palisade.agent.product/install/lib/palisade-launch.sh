# Sourced by the commands in bin. Finds a Java and becomes it: no other process is left between the caller and the agent, and as few as
# possible are started on the way, because each costs time in every run. Given: application, java_flags, home.

required=17
found=

fail() {
	echo "${0##*/}: $*" >&2
	exit 1
}

. "$home/lib/palisade-java.sh"

# Sets java to the java command of the Java in folder $1 if that is new enough.
try() {
	look_at_java "${1%/}"
	[ "$feature" -eq 0 ] || found="$found ${1%/} ($version)"
	[ "$feature" -lt "$required" ] || java=${1%/}/bin/java
}

try_command() {
	java_folder_of "$1"
	[ -z "$folder" ] || try "$folder"
}

find_java() {
	java=
	if [ -n "$PALISADE_JAVA" ]; then
		if [ -d "$PALISADE_JAVA" ]; then try "$PALISADE_JAVA"; else try_command "$PALISADE_JAVA"; fi
		[ -n "$java" ] || fail "PALISADE_JAVA=$PALISADE_JAVA is not a Java $required or newer${found:+; it is:$found}." \
			"Set it to the folder of one, or unset it."
		return
	fi
	[ -z "$JAVA_HOME" ] || try "$JAVA_HOME"
	[ -n "$java" ] || ! command=$(command -v java) || try_command "$command"
	[ -n "$java" ] || for candidate in /usr/lib/jvm/* /usr/java/* /opt/java/*; do
		[ -n "$java" ] || try "$candidate"
	done
	[ -n "$java" ] || fail "needs Java $required or newer; ${found:+found only:}${found:-found none in JAVA_HOME, on the PATH or in /usr/lib/jvm}." \
		"Install one (for example the package openjdk-17-jre-headless or java-17-openjdk-headless), or set PALISADE_JAVA to the folder of one."
}

find_java

case $home in
*:*) fail "cannot run from $home: Java does not take a folder with a colon in its name. Move the installation." ;;
esac

# The JVM announces options from the environment on its output, and they may be meant for another program.
unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS

# In the C locale, which is a fencer's, the JVM would take every byte of an argument beyond ASCII for a question mark.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
C | POSIX)
	LC_ALL=C.UTF-8
	export LC_ALL
	;;
esac

# What is written, a debug file say, may tell about the cluster.
umask 077

# PALISADE_JAVA_OPTIONS and java_flags are lists of words. Without UsePerfData=false the JVM leaves a file in /tmp when it is killed.
exec "$java" $java_flags -Xshare:auto -XX:-UsePerfData -Xlog:disable -Xlog:all=error:stderr $PALISADE_JAVA_OPTIONS \
	-Dpalisade.home="$home" -Dpalisade.application="$application" -Dpalisade.command="${0##*/}" \
	-cp "$home/plugins/*" org.palisade.launcher.internal.Main "$@"
