#!/bin/sh
# A stand-in for VMware's vmrun 2.0.0, for tests. It speaks the part of the documented dialect that fencing needs; the machines are lines of
# the files "registered" and "running" beside this script, and other files there make it misbehave.
state=$(dirname "$0")

{ for argument in "$@"; do printf '%s\n' "$argument"; done; printf '%s\n' '---'; } >> "$state/calls"

error() {
	printf 'Error: %s\n' "$1"
	exit 255
}

has() {
	grep -Fxq -e "$2" "$state/$1"
}

if [ $# -eq 0 ]; then
	cat "$state/banner"
	exit 255
fi

host='' port='' user='' password='' type=''
while [ $# -gt 0 ]; do
	case $1 in
	-h) host=$2; shift 2 ;;
	-P) port=$2; shift 2 ;;
	-u) user=$2; shift 2 ;;
	-p) password=$2; shift 2 ;;
	-T) type=$2; shift 2 ;;
	-*) printf 'Unrecognized option: %s\n' "$1"; exit 255 ;;
	*) break ;;
	esac
done
command=$1 vmx=$2 mode=$3

# What goes wrong once: instead of the next command, or of the next one of that name.
for once in next "next.$command"; do
	if [ -e "$state/$once" ]; then
		mv "$state/$once" "$state/struck"
		. "$state/struck"
	fi
done
if [ -e "$state/hang.$command" ]; then
	# Opening the named pipe waits for the test; writing and closing tell it who lives.
	exec 9> "$state/pipe"
	( sleep 300; printf 'survived\n' >&9 ) &
	printf '%s\n' $$ >&9
	wait
fi
if [ -e "$state/says.$command" ]; then
	cat "$state/says.$command"
	exit "$(cat "$state/exits.$command")"
fi

case $type:$host in
server:https://*/sdk) [ -z "$port" ] || error 'One of the parameters was invalid' ;;
server1:*://*) error 'One of the parameters was invalid' ;;
server1:*) ;;
*) error 'The operation is not supported for the specified parameters' ;;
esac
if [ "$user:$password" != "$(cat "$state/account")" ]; then
	printf 'Unable to connect to host.\nError: Invalid user name or password\n'
	exit 255
fi

case $command in
list)
	# Read once: another command may be at work.
	running=$(cat "$state/running")
	printf 'Total running VMs: %s\n' "$(printf '%s' "$running" | grep -c .)"
	printf '%s' "${running:+$running
}"
	;;
listRegisteredVM)
	[ "$type" = server ] || error 'The operation is not supported'
	printf 'Total registered VMs: %s\n' "$(grep -c . "$state/registered")"
	cat "$state/registered"
	;;
start)
	has registered "$vmx" || error "Cannot open VM: $vmx, The virtual machine cannot be found"
	if has running "$vmx"; then error 'The virtual machine needs to be powered off'; fi
	[ -e "$state/slow" ] || printf '%s\n' "$vmx" >> "$state/running"
	;;
stop)
	has registered "$vmx" || error "Cannot open VM: $vmx, The virtual machine cannot be found"
	has running "$vmx" || error "The virtual machine is not powered on: $vmx"
	[ "$mode" = hard ] || error 'The VMware Tools are not running in the virtual machine'
	if [ ! -e "$state/slow" ]; then
		grep -Fxv -e "$vmx" "$state/running" > "$state/running.new"
		mv "$state/running.new" "$state/running"
		printf '%s\n' "$vmx" >> "$state/stopped"
	fi
	;;
*)
	error "Unrecognized command: $command"
	;;
esac
