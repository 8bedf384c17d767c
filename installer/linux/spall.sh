#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Starts Spall from the folder that this script lies in, with the libraries beside it.
here=$(dirname "$(readlink -f "$0")")
LD_LIBRARY_PATH=$here/lib/bundled${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
QT_PLUGIN_PATH=$here/lib/plugins
export LD_LIBRARY_PATH QT_PLUGIN_PATH
exec "$here/bin/spall" "$@"
