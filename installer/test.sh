#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds with warnings as errors and runs every test without a display.
# Arguments go to ctest (-R core.signal, --label-regex ui, ...).
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=installer/packages.sh
source "$root/installer/packages.sh"
cd "$root"

require_packages build run test
build_preset test
# Without a UTF-8 locale Qt warns in every test.
export LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen
ctest --preset test "$@"
