#!/bin/sh
# Asks pacemaker-fenced for what a cluster would ask.
#
# Environment: that of fenced-lab.sh, which lies beside it; AGENTS the folder with the agent's names; PORT, USERNAME, PASSWORD of a vcsim;
# GOVC and its variables, to tell what really happened.
. "${0%/*}/fenced-lab.sh"

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
show_to_fenced "$AGENTS/fence_vmware"
start_fenced

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

end_fenced
