# Sourced by verify. Finds out what is missing and, as root on Debian, installs that and nothing else.

# Each requirement: what it is for a reader, the package that has it, whether the build cannot do without it, and how to see that it is there.
has_jdk() {
	command -v javac >/dev/null && [ "$(javac -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')" -ge 17 ]
}

has_maven() {
	command -v mvn >/dev/null
}

# Since 1.21 Go obtains by itself the version that a module asks for.
has_go() {
	command -v go >/dev/null && [ "$(go env GOVERSION | sed -n 's/^go1\.\([0-9]*\).*/\1/p')" -ge 21 ]
}

has_fenced() {
	[ -x /usr/lib/pacemaker/pacemaker-fenced ] || [ -x /usr/libexec/pacemaker/pacemaker-fenced ]
}

has_stonith_admin() {
	command -v stonith_admin >/dev/null
}

has_xmllint() {
	command -v xmllint >/dev/null
}

has_schema() {
	[ -r /usr/share/cluster/relaxng/metadata.rng ]
}

has_name_spaces() {
	unshare -m -p --fork --mount-proc true 2>/dev/null
}

can_install() {
	[ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null
}

# The first of these packages that this Debian has.
first_available() {
	local package
	for package in "$@"; do
		if apt-cache show "$package" >/dev/null 2>&1; then
			echo "$package"
			return
		fi
	done
}

install_missing() {
	local packages=""
	echo "Updating the list of Debian packages"
	apt-get update -qq || return
	has_jdk || packages="$packages $(first_available openjdk-17-jdk-headless default-jdk-headless)"
	has_maven || packages="$packages maven"
	has_go || packages="$packages golang-go"
	has_fenced || packages="$packages pacemaker"
	has_stonith_admin || packages="$packages pacemaker-cli-utils"
	has_xmllint || packages="$packages libxml2-utils"
	has_schema || packages="$packages $(first_available fence-agents-common fence-agents)"
	echo "Installing:$packages"
	# shellcheck disable=SC2086 # a list of words
	DEBIAN_FRONTEND=noninteractive apt-get install -y -qq -o Dpkg::Use-Pty=0 --no-install-recommends $packages >target/apt.log 2>&1 ||
		echo "apt-get failed; its output is in target/apt.log, its end is:" "$(tail -n 3 target/apt.log)"
}

# report CHECK NAME CONSEQUENCE
report() {
	if "$1"; then
		printf '  %-45s found\n' "$2"
	else
		printf '  %-45s MISSING: %s\n' "$2" "$3"
		missing=yes
	fi
}

report_all() {
	missing=
	report has_jdk "JDK 17 or newer" "nothing can be built"
	report has_maven "Maven, any version" "nothing can be built"
	report has_go "Go 1.21 or newer" "the tests against vcsim are skipped"
	report has_fenced "pacemaker-fenced" "the tests with pacemaker-fenced are skipped"
	report has_stonith_admin "stonith_admin" "the tests with pacemaker-fenced are skipped"
	report has_name_spaces "name spaces of our own (root, unshare)" "the tests with pacemaker-fenced are skipped"
	report has_xmllint "xmllint" "the metadata is not checked against its schema"
	report has_schema "schema of the metadata (fence-agents)" "the metadata is not checked against its schema"
}

# Fails when the build cannot be done at all.
obtain_requirements() {
	report_all
	if [ -n "$missing" ] && can_install; then
		install_missing
		report_all
	elif [ -n "$missing" ]; then
		echo "  What is missing can be installed here only by root on Debian."
	fi
	has_jdk && has_maven
}
