#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds the release and opens the window; quick when nothing changed.
# Without a display it runs the demo from simulation to report instead.
set -euo pipefail

usage() {
    cat <<'TEXT'
usage: installer/run.sh [--build-only] [FILE...]
  --build-only  stop after the build (build/release/app/spall)
  FILE...       recordings to open
TEXT
}

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=installer/packages.sh
source "$root/installer/packages.sh"
spall=$root/build/release/app/spall

run_demo() {
    local folder=$root/build/demo
    local healthy=$folder/bearing_healthy.mat
    local faulty=$folder/bearing_growing_fault.mat
    local model=$folder/demo.spall
    local report=$folder/report.pdf
    mkdir -p "$folder"
    "$spall" demo --out "$folder"
    "$spall" train --healthy "$healthy" --out "$model"
    "$spall" score "$model" "$faulty" --out "$folder/scores.csv"
    "$spall" report "$model" "$healthy" "$faulty" --labels "$folder/labels.csv" --out "$report"
    printf 'Recordings, model and scores: %s\nReport: %s\n' "$folder" "$report"
}

build_only=no
while [[ $# -gt 0 ]]; do
    case $1 in
    --build-only) build_only=yes ;;
    -h | --help)
        usage
        exit 0
        ;;
    --)
        shift
        break
        ;;
    -*)
        usage >&2
        exit 2
        ;;
    *) break ;;
    esac
    shift
done

require_packages build run
# In a subshell, so that files are still named from where the user stands.
(cd "$root" && build_preset release)

if [[ $build_only == yes ]]; then
    printf 'Built: %s\n' "$spall"
elif [[ -n ${DISPLAY:-} || -n ${WAYLAND_DISPLAY:-} ]]; then
    exec "$spall" "$@"
else
    echo 'There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set): running the demo instead.'
    run_demo
fi
