# Sourced by mvnw, demo and verify, with root set to the top of the sources: finds what a build needs and, on Debian as root, installs it.

. "$root/releng/org.palisade.agent.product/install/lib/palisade-java.sh"

say() {
	echo "${0##*/}: $*" >&2
}

fail() {
	say "$*"
	exit 1
}

# Installs Debian packages that are not there, or fails with the command that would. Never upgrades one that is: the machine's other users
# may be running it. $1: what for; the rest: packages.
need_packages() {
	purpose=$1
	shift
	if [ "$(id -u)" -ne 0 ] || ! command -v apt-get > /dev/null; then
		fail "$purpose missing. On Debian or Ubuntu: sudo apt-get install $*. Elsewhere install what corresponds to it, then run this again."
	fi
	for package; do
		! is_installed "$package" || fail "$purpose missing, although the package $package is installed. Repair it, or say where the program is."
	done
	say "$purpose missing, installing $*"
	apt-get -o DPkg::Lock::Timeout=300 update >&2
	DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends --no-upgrade "$@" >&2 ||
		fail "could not install $*"
}

is_installed() {
	[ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2> /dev/null)" = installed ]
}

# Sets jdk to the folder of a JDK 17 or newer, empty if there is none.
find_jdk() {
	jdk=
	java_folder_of "$(command -v javac)"
	for candidate in "$JAVA_HOME" "$folder" /usr/lib/jvm/* /usr/java/* /opt/java/*; do
		# An empty one would stand for /bin, where a javac may well be.
		[ -n "$candidate" ] && [ -x "$candidate/bin/javac" ] || continue
		look_at_java "$candidate"
		[ "$feature" -lt 17 ] || { jdk=$candidate; return; }
	done
}

# Exports JAVA_HOME, the folder of a JDK 17 or newer.
need_jdk() {
	find_jdk
	if [ -z "$jdk" ]; then
		# Later releases of Debian have a newer one instead.
		package=openjdk-17-jdk-headless
		apt-cache show "$package" > /dev/null 2>&1 || package=default-jdk-headless
		need_packages "A JDK 17 or newer (with javac) is" "$package"
		find_jdk
		[ -n "$jdk" ] || fail "the JDK of this system is older than 17: install a newer one and set JAVA_HOME to its folder"
	fi
	JAVA_HOME=$jdk
	export JAVA_HOME
}

# Removes what earlier builds left: Tycho compiles only the test sources that changed and then misses the others, and old test reports would
# be counted again. Not by Maven, which would remove the top folder's logs while they are written.
start_clean() {
	rm -rf targetplatform/target bundles/*/target features/*/target releng/*/target
}

# Runs a command with its output in a file and tells every few seconds how far it is: on a terminal in one line, elsewhere a line each.
# $1: label, $2: file; the rest: command.
run_with_progress() {
	label=$1
	log=$2
	shift 2
	"$@" > "$log" 2>&1 &
	job=$!
	# A shell lets its background jobs ignore Ctrl-C.
	trap 'kill "$job" 2> /dev/null; exit 130' INT TERM HUP
	started=$(date +%s)
	pause=8
	end='\n'
	[ ! -t 2 ] || { pause=1; end='\r'; }
	while kill -0 "$job" 2> /dev/null; do
		sleep "$pause"
		module=$(sed -n 's/^\[INFO\] Building \(.*\) 0\..*\(\[.*\]\)$/\1 \2/p' "$log" | tail -n 1)
		printf "%s: %4d s, %d files obtained, %-50s$end" "$label" "$(($(date +%s) - started))" "$(grep -ac '^\[INFO\] Downloaded' "$log")" \
			"${module:-resolving what the build needs}" >&2
	done
	trap - INT TERM HUP
	[ ! -t 2 ] || echo >&2
	wait "$job" || {
		tail -n 40 "$log" >&2
		fail "$label failed; the whole output is in $log"
	}
}
