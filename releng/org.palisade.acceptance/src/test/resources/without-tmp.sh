# Runs an installed agent where there is neither /tmp nor a home.
# $1: an empty folder, $2: the installation; in a mount name space of its own.
set -e
root=$1
mount -t tmpfs tmpfs "$root"
for entry in /*; do
	case $entry in
	/tmp | /home | /root) continue ;;
	esac
	if [ -L "$entry" ]; then
		cp -a "$entry" "$root$entry"
	elif [ -d "$entry" ]; then
		mkdir "$root$entry"
		mount --rbind "$entry" "$root$entry"
	fi
done
mkdir "$root/agent"
mount --bind "$2" "$root/agent"
mount -o remount,ro "$root"
exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin chroot "$root" /agent/bin/fence_vmware
