#!/bin/sh
# Asks pacemaker-fenced for the same under each name of the agent: what it can do, its targets by each of the fencer's ways to learn them, and to
# fence by itself and as the second level of a topology.
#
# Environment: that of fenced-lab.sh, which lies beside it; AGENTS the folder with the agent's names; PORT, USERNAME, PASSWORD of a server; for each
# name in NAMES the plugs plug_off, plug_reboot and plug_level, each followed by _ and the name.
. "${0%/*}/fenced-lab.sh"

# register DEVICE PASSWORD OPTION...
register() {
	device=$1
	password=$2
	shift 2
	for option in "$@"; do
		set -- "$@" --option "$option"
		shift
	done
	step "register $device" stonith_admin --register "$device" --agent "$name" --option ip=127.0.0.1 --option "ipport=$PORT" \
		--option "username=$USERNAME" --option "password=$password" --option ssl_insecure=1 "$@"
}

# static DEVICE PASSWORD NODE PLUG
static() {
	register "$1" "$2" "pcmk_host_map=$3:$4" pcmk_host_check=static-list "pcmk_host_list=$3"
}

ask_for_all() {
	step "metadata $name" stonith_admin --metadata --agent "$name"

	static "$name-off" "$PASSWORD" "off-$name" "$plug_off"
	step "list $name" stonith_admin --list "off-$name"
	step "monitor $name" stonith_admin --query "$name-off"
	step "off $name" stonith_admin --fence "off-$name" --timeout 60
	step "deregister $name-off" stonith_admin --deregister "$name-off"

	register "$name-status" "$PASSWORD" pcmk_host_check=status
	step "status $name" stonith_admin --list "$plug_reboot"
	step "reboot $name" stonith_admin --reboot "$plug_reboot" --timeout 60
	step "deregister $name-status" stonith_admin --deregister "$name-status"

	static "$name-first" "wrong-$PASSWORD" "level-$name" "$plug_level"
	static "$name-second" "$PASSWORD" "level-$name" "$plug_level"
	step "first level $name" stonith_admin --register-level "level-$name" --index 1 --device "$name-first"
	step "second level $name" stonith_admin --register-level "level-$name" --index 2 --device "$name-second"
	step "levels $name" stonith_admin --fence "level-$name" --timeout 90
	step "deregister $name-first" stonith_admin --deregister "$name-first"
	step "deregister $name-second" stonith_admin --deregister "$name-second"

	register "$name-dynamic" "$PASSWORD" pcmk_host_check=dynamic-list
	step "dynamic list $name" stonith_admin --list "$plug_reboot"
	step "dynamic list of nobody $name" stonith_admin --list nobody
	step "deregister $name-dynamic" stonith_admin --deregister "$name-dynamic"
}

prepare_folders
for name in $NAMES; do
	set -- "$@" "$AGENTS/$name"
done
show_to_fenced "$@"
start_fenced
for name in $NAMES; do
	eval "plug_off=\$plug_off_$name plug_reboot=\$plug_reboot_$name plug_level=\$plug_level_$name"
	ask_for_all
done
end_fenced
