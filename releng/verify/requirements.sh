# Sourced by verify, after releng/setup.sh: finds out what the tests need beyond what the build needs and, as root on Debian, installs that.

# Since 1.21 Go obtains by itself the version that a module asks for.
has_go() {
	command -v go > /dev/null && [ "$(go env GOVERSION | sed -n 's/^go1\.\([0-9]*\).*/\1/p')" -ge 21 ]
}

has_fenced() {
	[ -x /usr/lib/pacemaker/pacemaker-fenced ] || [ -x /usr/libexec/pacemaker/pacemaker-fenced ]
}

has_stonith_admin() {
	command -v stonith_admin > /dev/null
}

has_xmllint() {
	command -v xmllint > /dev/null
}

has_schema() {
	[ -r /usr/share/cluster/relaxng/metadata.rng ]
}

has_name_spaces() {
	unshare -m -p --fork --mount-proc true 2> /dev/null
}

# obtain CHECK NAME CONSEQUENCE PACKAGE...: looks, installs where it can, and says how it is. The first package that this Debian has is taken.
obtain() {
	check=$1 name=$2 consequence=$3
	shift 3
	if ! "$check" && [ $# -gt 0 ]; then
		for package; do
			apt-cache show "$package" > /dev/null 2>&1 && break
		done
		# In a shell of its own, since it ends the shell when it cannot. Without this part the other tests still run.
		(need_packages "$name is" "$package")
	fi
	if "$check"; then
		say "$name: found"
	else
		say "$name: MISSING, so $consequence"
	fi
}

obtain_what_the_tests_need() {
	fencer="the tests with pacemaker-fenced are skipped"
	schema="the metadata is not checked against its schema"
	obtain has_go "Go 1.21 or newer" "the tests against vcsim are skipped" golang-go
	obtain has_fenced "pacemaker-fenced" "$fencer" pacemaker
	obtain has_stonith_admin "stonith_admin" "$fencer" pacemaker-cli-utils
	obtain has_name_spaces "name spaces of our own (root and unshare)" "$fencer"
	obtain has_xmllint "xmllint" "$schema" libxml2-utils
	obtain has_schema "the metadata's schema" "$schema" fence-agents-common fence-agents
}
