#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs a package into a clean Debian 12, starts the program there, and removes it again. Says
# that it was skipped, and ends with 77, where there is no root or no mirror.
set -euo pipefail

usage() {
    cat <<'TEXT'
usage: installer/try_package.sh [--root DIR] PACKAGE.deb
       installer/try_package.sh [--root DIR] --configure
  PACKAGE.deb  install it, start it (--version, doctor, demo, window), remove it
  --configure  copy the source tree, install the packages it asks for, and configure it
  --root DIR   a Debian 12 root made before; it is kept
MIRROR names another Debian mirror.
TEXT
}

skip() {
    printf 'SKIPPED: %s\n' "$1"
    exit 77
}

source_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
mirror=${MIRROR:-http://deb.debian.org/debian}
debian=
keep=no
deb=
while [[ $# -gt 0 ]]; do
    case $1 in
    --root)
        debian=${2:?a folder}
        keep=yes
        shift
        ;;
    --configure) deb=configure ;;
    -h | --help)
        usage
        exit 0
        ;;
    *) deb=$1 ;;
    esac
    shift
done
if [[ -z $deb ]]; then
    usage >&2
    exit 2
fi
[[ $(id -u) -eq 0 ]] || skip 'a clean Debian root needs root'
command -v debootstrap >/dev/null || skip 'debootstrap is not installed'

leave() {
    for place in dev/null dev/urandom proc; do
        umount "$debian/$place" 2>/dev/null || true
    done
    if [[ $keep == no ]]; then
        rm -rf "$debian"
    fi
}

inside() {
    chroot "$debian" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin \
        LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive QT_QPA_PLATFORM=offscreen "$@"
}

debian=${debian:-$(mktemp -d /var/tmp/spall-debian.XXXXXX)}
trap leave EXIT
if [[ ! -x $debian/usr/bin/apt-get ]]; then
    debootstrap --variant=minbase bookworm "$debian" "$mirror" >"$debian.log" 2>&1 ||
        skip "debootstrap could not make a Debian 12 from $mirror (see $debian.log)"
    rm -f "$debian.log"
fi
for place in null urandom; do
    if [[ ! -c $debian/dev/$place ]]; then
        touch "$debian/dev/$place"
    fi
    mount --bind "/dev/$place" "$debian/dev/$place" 2>/dev/null || true
done
mkdir -p "$debian/proc"
mount -t proc proc "$debian/proc" 2>/dev/null || true
cp /etc/resolv.conf "$debian/etc/resolv.conf" 2>/dev/null || true
for settings in /etc/apt/apt.conf.d/*proxy* /etc/apt/apt.conf; do
    if [[ -f $settings ]]; then
        cp "$settings" "$debian/etc/apt/apt.conf.d/"
    fi
done
inside apt-get update -qq

if [[ $deb == configure ]]; then
    mkdir -p "$debian/source"
    tar -C "$source_root" --exclude=./build --exclude=./.git -cf - . | tar -C "$debian/source" -xf -
    # shellcheck disable=SC2016
    inside bash -ec 'cd /source && source installer/packages.sh && require_packages build run &&
        cmake --preset release >/dev/null'
    echo 'Configured in a clean Debian 12 with what installer/packages.txt lists.'
    exit 0
fi

cp "$deb" "$debian/tmp/spall.deb"
inside apt-get install -y -qq --no-install-recommends /tmp/spall.deb >/dev/null
inside spall --version
inside spall doctor || true # it names what is missing, as a Chinese font may be
inside spall demo --out /tmp/demo --quiet
inside spall train --healthy /tmp/demo/bearing_healthy.mat --epochs 1 --out /tmp/m.spall --quiet
inside spall report /tmp/m.spall /tmp/demo/bearing_growing_fault.mat --out /tmp/r.pdf --quiet
inside timeout --preserve-status --signal=TERM 10 spall || test $? -eq 143
inside apt-get purge -y -qq spall >/dev/null
left=$(inside find / -xdev -path /proc -prune -o -path /tmp -prune -o -iname '*spall*' -print |
    grep -v '^/root/' || true)
if [[ -n $left ]]; then
    printf 'left behind after removal:\n%s\n' "$left" >&2
    exit 1
fi
echo 'Installed, started, reported and removed in a clean Debian 12.'
