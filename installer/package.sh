#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the Debian package, checks it, and makes a tarball that runs from any folder.
set -euo pipefail

usage() {
    cat <<'TEXT'
usage: installer/package.sh [--preset NAME] [--no-tarball] [--try]
  --preset NAME  the build that is packed (default: package)
  --no-tarball   only the .deb
  --try          also install, start and remove it in a clean Debian (installer/try_package.sh)
The results lie in build/packages.
TEXT
}

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=installer/packages.sh
source "$root/installer/packages.sh"
out=$root/build/packages

# make_deb PRESET: prints the path of the package.
make_deb() {
    local deb
    rm -f "$out"/spall_*.deb
    (cd "$root/build/$1" && cpack -G DEB -B "$out" >"$out/cpack.log") || {
        cat "$out/cpack.log" >&2
        return 1
    }
    rm -rf "$out/_CPack_Packages"
    deb=$(find "$out" -maxdepth 1 -name 'spall_*.deb')
    echo "$deb"
}

check_deb() {
    desktop-file-validate "$root/installer/linux/spall.desktop"
    appstreamcli validate --no-net "$root/installer/linux/io.github.spall.Spall.metainfo.xml"
    lintian --fail-on error "$1"
}

# libraries_of FILE...: what they load, but for what every Linux desktop brings in its own version.
libraries_of() {
    ldd "$@" | awk '$2 == "=>" && $3 ~ /^\// { print $3 }' | sort -u |
        grep -vE '/(libc|libm|libdl|librt|libpthread|ld-linux[^/]*|libGL|libGLX|libEGL|libOpenGL|libGLdispatch|libX11|libX11-xcb|libxcb|libwayland[^/]*|libdrm|libgbm)\.so'
}

# make_tarball PRESET: bin/, lib/ and Qt's plugins behind a start script.
make_tarball() {
    local name stage plugins
    name=spall-$(sed -n 's/^project(Spall VERSION \([0-9.]*\).*/\1/p' "$root/CMakeLists.txt")-$(uname -m)
    stage=$out/$name
    rm -rf "$stage"
    cmake --install "$root/build/$1" --prefix "$stage" --strip >"$out/install.log"
    plugins=$(qmake6 -query QT_INSTALL_PLUGINS 2>/dev/null || echo "/usr/lib/$(uname -m)-linux-gnu/qt6/plugins")
    mkdir -p "$stage/lib/bundled" "$stage/lib/plugins"
    for kind in platforms iconengines imageformats multimedia; do
        if [[ -d $plugins/$kind ]]; then
            cp -r "$plugins/$kind" "$stage/lib/plugins/"
        fi
    done
    # shellcheck disable=SC2046
    cp -L $(libraries_of "$stage/bin/spall" "$stage/lib/spall/libspall_engine.so" \
        $(find "$stage/lib/plugins" -name '*.so')) "$stage/lib/bundled/"
    install -m 755 "$root/installer/linux/spall.sh" "$stage/spall"
    tar -C "$out" --sort=name --owner=0 --group=0 -czf "$out/$name.tar.gz" "$name"
    rm -rf "$stage"
    echo "$out/$name.tar.gz"
}

preset=package
tarball=yes
try=no
while [[ $# -gt 0 ]]; do
    case $1 in
    --preset)
        preset=${2:?a preset}
        shift
        ;;
    --no-tarball) tarball=no ;;
    --try) try=yes ;;
    -h | --help)
        usage
        exit 0
        ;;
    *)
        usage >&2
        exit 2
        ;;
    esac
    shift
done

require_packages build run package
mkdir -p "$out"
(cd "$root" && build_preset "$preset") >&2
deb=$(make_deb "$preset")
check_deb "$deb" >&2
printf 'Package: %s\n' "$deb"
if [[ $tarball == yes ]]; then
    printf 'Tarball: %s\n' "$(make_tarball "$preset")"
fi
if [[ $try == yes ]]; then
    "$root/installer/try_package.sh" "$deb"
fi
