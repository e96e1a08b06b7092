# Sourced by verify, after releng/setup.sh: finds out what the tests need beyond what the build needs and, as root on Debian, installs that.

# The Go that the lab asks for, as a Go before 1.21 has to be handed it.
wanted_go=go1.25.0

has_any_go() {
	command -v go > /dev/null
}

# Since 1.21 Go obtains by itself the version that a module asks for.
has_go() {
	has_any_go && [ "$(go env GOVERSION | sed -n 's/^go1\.\([0-9]*\).*/\1/p')" -ge 21 ]
}

# Go's releases are modules too: an older Go obtains one and checks its sum, and lacks no more than the permission to run it.
obtain_newer_go() {
	say "$(go version) is too old: obtaining $wanted_go as a Go module"
	release=golang.org/toolchain@v0.0.1-$wanted_go.$(go env GOOS)-$(go env GOARCH)
	folder=$(cd target && go mod download -json "$release" | sed -n 's/^.*"Dir": "\(.*\)",*$/\1/p')
	[ -d "$folder" ] || return
	chmod -R u+w "$folder"
	chmod -R a+x "$folder/bin" "$folder/pkg/tool"
	PATH=$folder/bin:$PATH
	export PATH
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

has_replaced_agents() {
	[ -x /usr/sbin/fence_vmware_soap ] && [ -x /usr/sbin/fence_vmware_rest ]
}

has_openssl() {
	command -v openssl > /dev/null
}

has_setfacl() {
	command -v setfacl > /dev/null
}

has_sshd() {
	[ -x /usr/sbin/sshd ] && command -v ssh-keygen > /dev/null
}

has_crmsh() {
	command -v crm > /dev/null
}

pcs_folder=target/pcs

has_pcs() {
	command -v pcs > /dev/null || /usr/bin/python3 -c 'import sys; sys.path.insert(0, sys.argv[1]); import pcs.app' \
		"$pcs_folder/usr/lib/python3/dist-packages" 2> /dev/null
}

# The package pcs would bring Ruby and web servers, 45 MB, and start a daemon that listens to the network. The command is Python alone: it is
# unpacked into the build's folder, and the few libraries that it needs are installed.
obtain_pcs() {
	[ "$(id -u)" -eq 0 ] && command -v apt-get > /dev/null || return
	know_packages
	say "pcs is missing, unpacking it into $pcs_folder"
	for library in dacite tornado dateutil lxml pycurl pyparsing openssl pkg-resources; do
		is_installed "python3-$library" || (need_packages "python3-$library is" "python3-$library")
	done
	mkdir -p "$pcs_folder" && (cd "$pcs_folder" && apt-get -qq download pcs && dpkg-deb -x pcs_*.deb . && rm -f pcs_*.deb) >&2
}

has_cc() {
	command -v cc > /dev/null
}

has_c_library() {
	echo 'int main(void) { return 0; }' | cc -x c -o /dev/null - 2> /dev/null
}

has_xvfb() {
	command -v xvfb-run > /dev/null && command -v xauth > /dev/null
}

# grep -q would end before ldconfig does, which a pipe takes for a failure.
has_library() {
	ldconfig -p | grep "$1" > /dev/null
}

has_gtk() {
	has_library 'libgtk-3\.so\.0' && has_library 'libXtst\.so\.6'
}

has_fonts() {
	[ -d /usr/share/fonts ] && [ -n "$(find /usr/share/fonts -name '*.ttf' -print -quit)" ]
}

has_xdotool() {
	command -v xdotool > /dev/null
}

has_chinese_font() {
	[ -n "$(fc-list :lang=zh-cn file 2> /dev/null)" ]
}

has_name_spaces() {
	unshare -m -p --fork --mount-proc true 2> /dev/null
}

# Debian starts out with an empty list of packages.
know_packages() {
	[ -n "$packages_known" ] || [ "$(id -u)" -ne 0 ] || ! command -v apt-get > /dev/null || apt-get -qq update
	packages_known=yes
}

# obtain CHECK NAME CONSEQUENCE PACKAGE...: looks, installs where it can, and says how it is. The first package that this Debian has is taken.
obtain() {
	check=$1 name=$2 consequence=$3
	shift 3
	if ! "$check" && [ $# -gt 0 ]; then
		know_packages
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
	client="there is no client of the resident agent, and its tests are skipped"
	obtain has_cc "a C compiler" "$client" gcc
	obtain has_c_library "the C library to compile with" "$client" libc6-dev
	obtain has_any_go "Go" "the tests against vcsim are skipped" golang-go
	has_go || ! has_any_go || obtain_newer_go
	obtain has_go "Go 1.21 or newer" "the tests against vcsim are skipped"
	obtain has_fenced "pacemaker-fenced" "$fencer" pacemaker
	obtain has_stonith_admin "stonith_admin" "$fencer" pacemaker-cli-utils
	obtain has_name_spaces "name spaces of our own (root and unshare)" "$fencer"
	obtain has_xmllint "xmllint" "$schema" libxml2-utils
	obtain has_schema "the metadata's schema" "$schema" fence-agents-common fence-agents
	obtain has_replaced_agents "the fence agents that ours replaces" "ours is not compared with them" fence-agents
	obtain has_crmsh "crmsh" "the text of crmsh is not loaded by crmsh" crmsh
	has_pcs || obtain_pcs
	obtain has_pcs "pcs" "the commands of pcs are not carried out by pcs"
	workbench="the tests in the workbench are skipped"
	obtain has_xvfb "Xvfb" "$workbench" xvfb
	has_xvfb || obtain has_xvfb "xauth" "$workbench" xauth
	obtain has_gtk "GTK 3" "$workbench" libgtk-3-0t64 libgtk-3-0
	has_gtk || obtain has_gtk "libXtst" "$workbench" libxtst6t64 libxtst6
	obtain has_fonts "fonts" "the workbench has none to write with" fonts-dejavu-core
	obtain has_xdotool "xdotool" "the workbench is not used with keys alone" xdotool
	obtain has_chinese_font "a font with Chinese characters" "the workbench in Chinese is not tested" fonts-wqy-microhei
	obtain has_openssl "openssl" "no server of old versions of TLS is refused" openssl
	obtain has_setfacl "setfacl" "no file that an access control list lets others write is refused" acl
	obtain has_sshd "sshd" "the tests of the back end ssh are skipped" openssh-server
}
