# Sourced by the commands in bin. Finds a Java and becomes it: no other process is left between the caller and the agent, and as few as
# possible are started on the way, because each costs time in every run. Given: application, java_flags, home.

fail() {
	echo "${0##*/}: $*" >&2
	exit 1
}

# A caller may have closed these. The first files that the JVM opens would take their place: the agent would read a jar as its standard input, and
# write its messages into whatever comes third. Nothing can be written to a standard output that is open for reading, so that is still noticed.
true 3>&2 || exec 2> /dev/null
{ true 3<&0; } 2> /dev/null || exec 0< /dev/null
{ true 3>&1; } 2> /dev/null || exec 1< /dev/null

. "$home/lib/palisade-java.sh"
. "$home/lib/palisade-bundles.sh"
. "$home/lib/palisade-archive.sh"

case $home in
*:*) fail "cannot run from $home: Java does not take a folder with a colon in its name. Move the installation." ;;
esac

find_java
complete_flags
name_class_path
name_archive "${java%/bin/java}" "$build"
use_archive
clean_environment

# PALISADE_JAVA_OPTIONS and the flags are lists of words.
exec "$java" $java_flags $jvm_flags ${archive_flag:+"$archive_flag"} $archive_flags ${state_flag:+"$state_flag"} $PALISADE_JAVA_OPTIONS \
	-Dpalisade.home="$home" -Dpalisade.application="$application" -Dpalisade.command="${0##*/}" \
	-cp "$class_path" org.palisade.launcher.internal.Main "$@"
