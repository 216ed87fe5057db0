#!/bin/sh
# What the wheels expect of the system: on Debian and its kin, install what is missing where that is permitted
# (as root), else name it. Elsewhere the system has it, or its own package manager knows it under other names.
set -eu
[ "$(uname)" = Linux ] || exit 0

libraries=$(/sbin/ldconfig -p 2>/dev/null || ldconfig -p 2>/dev/null || true)
needed=""
wanted=""

needs() {  # needs LIBRARY PACKAGE: without it no window can be painted
    case "$libraries" in *"$1"*) ;; *) needed="$needed $2" ;; esac
}
wants() {  # wants LIBRARY PACKAGE: windows on an X display
    case "$libraries" in *"$1"*) ;; *) wanted="$wanted $2" ;; esac
}
fonts() {  # fonts FOLDER PACKAGE: without them some names print as boxes
    [ -d "/usr/share/fonts/truetype/$1" ] || wanted="$wanted $2"
}
tool() {  # tool COMMAND PACKAGE: a check of `make test` is left out without it
    command -v "$1" >/dev/null 2>&1 || wanted="$wanted $2"
}

"${PYTHON:-python3}" -c "import ensurepip, venv" 2>/dev/null || needed="$needed python3-venv"
needs libglib-2.0.so.0 libglib2.0-0
needs libGL.so.1 libgl1
needs libEGL.so.1 libegl1
needs libxkbcommon.so.0 libxkbcommon0
needs libfreetype.so.6 libfreetype6
needs libfontconfig.so.1 libfontconfig1
needs libdbus-1.so.3 libdbus-1-3
wants libxcb-cursor.so.0 libxcb-cursor0
wants libxcb-icccm.so.4 libxcb-icccm4
wants libxcb-keysyms.so.1 libxcb-keysyms1
wants libxcb-shape.so.0 libxcb-shape0
wants libxcb-xkb.so.1 libxcb-xkb1
wants libxkbcommon-x11.so.0 libxkbcommon-x11-0
fonts dejavu fonts-dejavu-core
fonts noto fonts-noto-core
fonts droid fonts-droid-fallback
tool desktop-file-validate desktop-file-utils
tool appstreamcli appstream

[ -n "$needed$wanted" ] || exit 0
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    echo "Installing from the system's packages:$needed$wanted"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq || true
    # the wanted ones one by one: one that this system does not have shall not keep the others away
    for package in $wanted; do
        apt-get install -qq -y --no-install-recommends "$package" >/dev/null 2>&1 || echo "  not to be had: $package"
    done
    # word splitting is meant
    [ -z "$needed" ] || apt-get install -qq -y --no-install-recommends $needed >/dev/null
    exit 0
fi
[ -z "$wanted" ] || echo "Better with these packages of the system (fonts for names in every script, X display, checks):$wanted"
if [ -n "$needed" ]; then
    echo "These packages of the system are missing, and installing them asks for its administrator:$needed" >&2
    exit 1
fi
