# pacemaker-fenced by itself, with the agents where it looks for them. To be read by a shell in mount and pid name spaces of its own
# (unshare -m -p --fork --mount-proc --kill-child): what it mounts is seen by nobody else, and whatever it starts ends with it.
#
# Environment: WORK an empty folder; FENCED pacemaker-fenced.
# For each step it prints "BEGIN name", what the step printed, and "END name exit-code".
set -u

# Puts a folder of our own, /run/ours/NAME, in the place of folder $1, with links to everything that was there. $2 is the NAME.
shadow() {
	mkdir -p "/run/original/$2" "/run/ours/$2"
	mount --bind "$1" "/run/original/$2"
	for entry in "/run/original/$2"/*; do
		ln -s "$entry" "/run/ours/$2/"
	done
	mount --bind "/run/ours/$2" "$1"
}

# Sockets and shared memory of our own, rather than in the machine's folders, or in its abstract name space where another fencer's may be.
# The messaging library of Pacemaker keeps sockets in files, in /tmp, when it finds a certain file.
prepare_folders() {
	mount -t tmpfs tmpfs /run
	mount -t tmpfs tmpfs /dev/shm
	mkdir /run/crm
	chown hacluster:haclient /run/crm
	shadow /tmp tmp
	rm -f /tmp/stonith-ng
	shadow /etc etc
	rm -f /etc/libqb
	mkdir /etc/libqb
	touch /etc/libqb/force-filesystem-sockets
}

# show_to_fenced AGENT...: links, under their own names
show_to_fenced() {
	shadow /usr/sbin sbin
	for agent in "$@"; do
		ln -sfn "$agent" "/usr/sbin/${agent##*/}"
	done
}

start_fenced() {
	PCMK_logfile="$WORK/fenced.log" "$FENCED" --stand-alone -V >"$WORK/fenced.out" 2>&1 &
	fenced=$!
	give_up=$(($(date +%s) + 60))
	until stonith_admin --list-registered >/dev/null 2>&1; do
		if [ "$(date +%s)" -gt $give_up ] || ! kill -0 $fenced; then
			echo "pacemaker-fenced does not answer" >&2
			cat "$WORK/fenced.out" "$WORK/fenced.log" >&2
			exit 1
		fi
		sleep 0.1
	done
}

end_fenced() {
	kill $fenced
	wait $fenced
	step log cat "$WORK/fenced.log" "$WORK/fenced.out"
}

step() {
	step=$1
	shift
	echo "BEGIN $step"
	timeout 90 "$@" 2>&1
	echo "END $step $?"
}
