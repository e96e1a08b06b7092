#!/bin/sh
# A stand-in for the vmware-cmd of ESX 4, which cannot be had, with one machine. Beside it lie "login", which is what it wants to be given, "machine", the
# path of the machine, and "state". A refused log-in repeats the password, so that whoever shows the words of a host shows it. "calls" gets each command,
# without the log-in, and what lies in "first" is done before it.
home=${0%/*}
while [ $# -gt 1 ]; do
	case $1 in
	-H) shift 2 ;;
	-U) user=$2; shift 2 ;;
	-P) password=$2; shift 2 ;;
	*) break ;;
	esac
done
printf '%s\n' "$*" >> "$home/calls"
[ ! -e "$home/first" ] || . "$home/first"
if [ "$user/$password" != "$(cat "$home/login")" ]; then
	echo "Cannot complete login due to an incorrect user name or password. ($password)" >&2
	exit 1
fi
case $*/$(cat "$home/state") in
-l/*) cat "$home/machine" ;;
*' getstate/'*) echo "getstate() = $(cat "$home/state")" ;;
*' start/off') echo on > "$home/state" && echo 'start() = 1' ;;
*' stop hard/on') echo off > "$home/state" && echo 'stop(hard) = 1' ;;
*)
	echo "VMControl error -8: Invalid operation for virtual machine's current state. ($password)"
	exit 255
	;;
esac
