# Sourced. Tells one Java from another without starting it.

# Sets feature to the feature release (8, 17, 25, ...) of the Java in folder $1, 0 if there is none, and version to its version.
look_at_java() {
	feature=0
	version=
	[ -x "$1/bin/java" ] || return 0
	if [ -r "$1/release" ]; then
		while IFS='=' read -r key value; do
			[ "$key" != JAVA_VERSION ] || version=$value
		done < "$1/release"
	fi
	# A few packages leave the release file out.
	[ -n "$version" ] || version=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p')
	version=${version#\"}
	version=${version%\"}
	feature=${version#1.}
	feature=${feature%%[!0-9]*}
	feature=${feature:-0}
}

# Sets folder to the folder of the Java that command $1 belongs to, empty if that cannot be told.
java_folder_of() {
	folder=$1
	[ ! -L "$folder" ] || folder=$(/usr/bin/readlink -f -- "$folder")
	case $folder in
	*/bin/java | */bin/javac) folder=${folder%/bin/*} ;;
	*) folder= ;;
	esac
}
