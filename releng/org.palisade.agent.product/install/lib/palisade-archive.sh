# Sourced. What a JVM is started with, and which class data archive it may use. Starts no process: this is done in every run.
#
# A class data archive holds classes the way the JVM has them in memory, for one Java at one place and one installation at one place. Beside it
# lies a stamp that was written after it and has its time; its only line is the folder of the installation. The JVM compares the jars with what the
# archive says of them, and the archive with its checksums. What Java 17 would not survive is an archive that was cut off: that changes its time.
#
# Beside it lies a folder with the state of the framework: which bundles it has and how they are wired, for one application.

# Standard output belongs to the agent. Without UsePerfData=false the JVM leaves a file in /tmp when it is killed.
jvm_flags='-XX:-UsePerfData -Xlog:disable -Xlog:all=error:stderr -XX:+DisplayVMOutputToStderr'

# The memory holds a password.
jvm_flags="$jvm_flags -XX:-CreateCoredumpOnCrash"

# The framework and the components are reached by reflection a few dozen times: a class generated for each such call (after the fifteenth in Java 17,
# at once in newer ones) costs more than it gains.
jvm_flags="$jvm_flags -Dsun.reflect.inflationThreshold=2147483647 -Djdk.reflect.useNativeAccessorOnly=true"

# Adds to jvm_flags what this Java wants to be told.
complete_flags() {
	# It would warn of the native library with which the agent speaks TLS.
	[ "$feature" -lt 22 ] || jvm_flags="$jvm_flags --enable-native-access=ALL-UNNAMED"
	# A calendar asks where the week begins. The older data of locales answers in half the time; newer Javas warn of its end, or have it no more.
	[ "$feature" -ge 21 ] || jvm_flags="$jvm_flags -Djava.locale.providers=COMPAT"
}

# Sets class_path to the jars of the installation, always in the same order: an archive is good for one order only.
name_class_path() {
	class_path=
	for jar in $bundles; do
		class_path=$class_path${class_path:+:}$home/plugins/$jar
	done
}

# Sets archive to the file for the Java in folder $1, whose version with the build is $2, state to the folder with the state of the framework for
# the application, and archive_prefix to what they have in common with those for other versions in the same folder.
name_archive() {
	build=$2
	words=$IFS
	IFS=/
	set -f
	set -- $1
	set +f
	IFS=-
	archive_prefix=$home/archive/java$*=
	archive=$archive_prefix$build
	state=$archive.$application
	IFS=$words
}

# Sets archive_flag and archive_flags to what makes the JVM use the archive, and state_flag to what makes the framework use its state; empty where
# they must not.
use_archive() {
	archive_flag=
	archive_flags=
	state_flag=
	is_archive_usable || return 0
	[ ! -d "$state" ] || ! is_own "$state" || state_flag=-Dpalisade.state=$state
	# The checksums: the JVM crashes on an archive with a bad block.
	archive_flags='-XX:+VerifySharedSpaces'
	# At the address that it was made for: to move it costs time, 20 ms with Java 25.
	archive_flags="$archive_flags -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0"
	if [ "$feature" -ge 25 ]; then
		archive_flag=-XX:AOTCache=$archive
		# It tells on standard error of an archive that it does not use, which is no failure of the agent.
		archive_flags="$archive_flags -Xlog:aot*=off:stderr"
	else
		archive_flag=-XX:SharedArchiveFile=$archive
	fi
}

is_archive_usable() {
	is_archive_current && [ -r "$archive" ] && is_own "$archive" && is_own "$home/archive" &&
		[ ! "$archive" -nt "$archive.stamp" ] && [ ! "$archive" -ot "$archive.stamp" ]
}

# Whether an archive was made, or could not be made, for what is installed now.
is_archive_current() {
	[ -r "$archive.stamp" ] && IFS= read -r stamped < "$archive.stamp" && [ "$stamped" -ef "$home" ] || return 1
	[ ! "$home/plugins" -nt "$archive.stamp" ] || return 1
	for jar in $bundles; do
		[ ! "$home/plugins/$jar" -nt "$archive.stamp" ] || return 1
	done
}

# Whether nobody but the caller and root writes the file or folder $1, as far as can be told without another process. What matters more:
# an archive lies in the installation, and whoever can write there need not forge one.
is_own() {
	[ -O "$1" ] || [ ! -w "$1" ]
}

# What must not reach the JVM from the caller.
clean_environment() {
	# The JVM announces these on its output, and they may be meant for another program.
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
}
