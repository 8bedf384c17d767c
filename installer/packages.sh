# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by run.sh and test.sh: packages of packages.txt, and jobs that fit into memory.

# packages_for ROLE...: the packages of these roles, one a line.
packages_for() {
    local list role
    list=$(dirname "${BASH_SOURCE[0]}")/packages.txt
    for role in "$@"; do
        awk -v role="$role" '$1 == role { print $2 }' "$list"
    done | sort -u
}

# missing_packages PACKAGE...: those that dpkg does not know as installed.
missing_packages() {
    local installed
    installed=$(dpkg-query --show --showformat '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null |
        awk '$1 == "installed" { print $2 }' | sort -u || true)
    comm -23 <(printf '%s\n' "$@" | sort -u) <(printf '%s\n' "$installed")
}

as_root() {
    if [[ $(id -u) -eq 0 ]]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        printf 'Installing packages needs root, and there is no sudo. As root, run:\n  %s\n' "$*" >&2
        exit 1
    fi
}

apt_install() {
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install --yes --no-install-recommends "$@"
}

# require_packages ROLE...: installs what is missing; asks apt for nothing when nothing is.
require_packages() {
    local -a wanted missing
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        echo "This is no Debian system: install what installer/packages.txt lists by hand." >&2
        return 0
    fi
    mapfile -t wanted < <(packages_for "$@")
    mapfile -t missing < <(missing_packages "${wanted[@]}")
    if [[ ${#missing[@]} -eq 0 ]]; then
        return 0
    fi
    printf 'Installing: %s\n' "${missing[*]}" >&2
    # Known package lists may do; they are fetched when they are missing or out of date.
    if apt-cache show "${missing[@]}" >/dev/null 2>&1 && apt_install "${missing[@]}" >&2; then
        return 0
    fi
    as_root apt-get update >&2
    apt_install "${missing[@]}" >&2
}

# build_jobs: as many compilers as there are cores, and as fit into memory at 1.2 GB each.
build_jobs() {
    local cores memory
    cores=$(nproc)
    memory=$(awk '$1 == "MemAvailable:" { print int($2 / 1200000) }' /proc/meminfo)
    if ((memory < 1)); then
        memory=1
    fi
    echo $((memory < cores ? memory : cores))
}

# build_preset PRESET: configures when that was not done or the presets changed, then builds.
# Must be called in the root of the source tree.
build_preset() {
    local preset=$1
    local ninja_file=build/$preset/build.ninja
    if [[ ! -f $ninja_file || CMakePresets.json -nt $ninja_file ]]; then
        cmake --preset "$preset"
    fi
    cmake --build --preset "$preset" --parallel "$(build_jobs)"
}
