# Sourced by demo: builds the workbench and runs it until its window is closed.

products=releng/org.palisade.product/target/products/org.palisade.product

launcher_of_workbench() {
	find "$products" -name 'org.eclipse.equinox.launcher_*.jar' -print -quit 2> /dev/null
}

# Without a display it runs under Xvfb, for a minute: long enough to see that it starts, too short to be forgotten.
run_workbench() {
	if [ -n "$DISPLAY$WAYLAND_DISPLAY" ]; then
		"$@"
		return
	fi
	command -v xvfb-run > /dev/null || need_packages "A display, or Xvfb in its place, is" xvfb xauth
	say "there is no display, so the workbench runs unseen, under Xvfb, for a minute"
	# The workbench is ended before its display: GTK without a display crashes the process.
	xvfb-run -a -s '-screen 0 1280x1024x24' timeout --kill-after=20 60 "$@"
	code=$?
	# It has to be ended.
	[ $code -eq 124 ] || fail "the workbench ended by itself with code $code"
}

launcher=$(launcher_of_workbench)
build workbench "${launcher:-$products}" ',!releng/org.palisade.agent.product,!releng/org.palisade.sdk,!releng/org.palisade.benchmarks,!bundles/org.palisade.ui.driver,!releng/org.palisade.platform'
launcher=$(launcher_of_workbench)
[ -n "$launcher" ] || fail "the build left no workbench in $products"
need_jdk
ldconfig -p | grep -q 'libgtk-3\.so\.0' || need_packages "GTK 3 is" libgtk-3-0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
say "starting the workbench; choose Add Simulated vCenter to try it out"
run_workbench "$JAVA_HOME/bin/java" -jar "$launcher" -data "$work/workspace" -consoleLog
