# Sourced. Finds a Java and tells one from another, without starting it and with as few other processes as possible: this is done in every run.

required=17
found=

# Sets feature to the feature release (8, 17, 25, ...) of the Java in folder $1, 0 if there is none, version to its version and build to its
# version with the build, as far as it tells it.
look_at_java() {
	feature=0
	version=
	build=
	[ -x "$1/bin/java" ] || return 0
	if [ -r "$1/release" ]; then
		while [ -z "$version" ] && IFS='=' read -r key value; do
			case $key in
			JAVA_VERSION) version=$value ;;
			JAVA_RUNTIME_VERSION) build=$value ;;
			esac
		done < "$1/release"
	fi
	# A few packages leave the release file out.
	[ -n "$version" ] || version=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p')
	version=${version#\"}
	version=${version%\"}
	build=${build#\"}
	build=${build%\"}
	build=${build:-$version}
	feature=${version#1.}
	feature=${feature%%[!0-9]*}
	feature=${feature:-0}
}

# Sets folder to the folder of the Java that command $1 belongs to, empty if that cannot be told.
java_folder_of() {
	folder=$1
	if [ -L "$1" ]; then
		# Where distributions keep theirs it is found without another process.
		for folder in /usr/lib/jvm/*; do
			[ ! "$1" -ef "$folder/bin/java" ] || [ -L "$folder" ] || return 0
		done
		folder=$(/usr/bin/readlink -f -- "$1")
	fi
	case $folder in
	*/bin/java | */bin/javac) folder=${folder%/bin/*} ;;
	*) folder= ;;
	esac
}

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

try_path() {
	java_ifs=$IFS
	IFS=:
	for candidate in $PATH; do
		if [ -x "$candidate/java" ] && [ ! -d "$candidate/java" ]; then
			IFS=$java_ifs
			try_command "$candidate/java"
			return
		fi
	done
	IFS=$java_ifs
}

# Sets java to the java command of the Java to use, with feature, version and build; ends the program when there is none.
find_java() {
	java=
	if [ -n "$PALISADE_JAVA" ]; then
		if [ -d "$PALISADE_JAVA" ]; then try "$PALISADE_JAVA"; else try_command "$PALISADE_JAVA"; fi
		[ -n "$java" ] || fail "PALISADE_JAVA=$PALISADE_JAVA is not a Java $required or newer${found:+; it is:$found}." \
			"Set it to the folder of one, or unset it."
		return
	fi
	[ -z "$JAVA_HOME" ] || try "$JAVA_HOME"
	[ -n "$java" ] || try_path
	[ -n "$java" ] || for candidate in /usr/lib/jvm/* /usr/java/* /opt/java/*; do
		[ -n "$java" ] || try "$candidate"
	done
	[ -n "$java" ] || fail "needs Java $required or newer; ${found:+found only:}${found:-found none in JAVA_HOME, on the PATH or in /usr/lib/jvm}." \
		"Install one (for example the package openjdk-17-jre-headless or java-17-openjdk-headless), or set PALISADE_JAVA to the folder of one."
}
