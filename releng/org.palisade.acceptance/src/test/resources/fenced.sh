#!/bin/sh
# Runs pacemaker-fenced by itself, with the agent where it looks for agents, and asks it for what a cluster would ask.
# Is to be run in mount and pid name spaces of its own (unshare -m -p --fork --mount-proc --kill-child): what it mounts is seen by nobody else,
# and whatever it starts ends with it.
#
# Environment: WORK an empty folder; AGENT the agent's executable; FENCED pacemaker-fenced; PORT, USERNAME, PASSWORD of a vcsim;
# GOVC and its variables, to tell what really happened.
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

show_the_agent_to_fenced() {
	shadow /usr/sbin sbin
	ln -sfn "$AGENT" /usr/sbin/fence_vmware
}

step() {
	name=$1
	shift
	echo "BEGIN $name"
	timeout 90 "$@" 2>&1
	echo "END $name $?"
}

truth() {
	step "$1" "$GOVC" collect -s "$2" runtime.powerState
}

# register DEVICE HOST=PLUG-MAP PASSWORD
register() {
	step "register $1" stonith_admin --register "$1" --agent fence_vmware --option ip=127.0.0.1 --option "ipport=$PORT" \
		--option "username=$USERNAME" --option "password=$3" --option ssl_insecure=1 --option "pcmk_host_map=$2" \
		--option pcmk_host_check=static-list --option "pcmk_host_list=${2%%:*}"
}

prepare_folders
show_the_agent_to_fenced

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

step metadata stonith_admin --metadata --agent fence_vmware
register vm0 "node1:DC0_C0_RP0_VM0" "$PASSWORD"
step list stonith_admin --list node1
step query stonith_admin --query vm0
step reboot stonith_admin --reboot node1 --timeout 60
truth "truth after reboot" /DC0/vm/DC0_C0_RP0_VM0
step tasks "$GOVC" tasks /DC0/vm/DC0_C0_RP0_VM0
step fence stonith_admin --fence node1 --timeout 60
truth "truth after fence" /DC0/vm/DC0_C0_RP0_VM0
step "fence again" stonith_admin --fence node1 --timeout 60
step unfence stonith_admin --unfence node1 --timeout 60
truth "truth after unfence" /DC0/vm/DC0_C0_RP0_VM0

register wrong "node2:DC0_C0_RP0_VM1" "wrong-$PASSWORD"
step "query with a wrong password" stonith_admin --query wrong
step "fence with a wrong password" stonith_admin --fence node2 --timeout 60
truth "truth after a wrong password" /DC0/vm/DC0_C0_RP0_VM1

register ambiguous "node3:twin" "$PASSWORD"
step "fence an ambiguous name" stonith_admin --fence node3 --timeout 60
truth "truth of the first twin" /DC0/vm/twin
truth "truth of the second twin" /DC1/vm/twin

step "register dynamic" stonith_admin --register dynamic --agent fence_vmware --option ip=127.0.0.1 --option "ipport=$PORT" \
	--option "username=$USERNAME" --option "password=$PASSWORD" --option ssl_insecure=1 --option pcmk_host_check=dynamic-list
step "list a dynamic target" stonith_admin --list DC1_C0_RP0_VM0
step "list nobody" stonith_admin --list nobody
step "fence a dynamic target" stonith_admin --fence DC1_C0_RP0_VM0 --timeout 60
truth "truth of the dynamic target" /DC1/vm/DC1_C0_RP0_VM0
step sessions "$GOVC" session.ls

kill $fenced
wait $fenced
step log cat "$WORK/fenced.log" "$WORK/fenced.out"
