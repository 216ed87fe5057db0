#!/bin/sh
# The files by which a Linux desktop knows the program, held against the desktop's own validators where they are there.
set -eu
cd "$(dirname "$0")/../resources/desktop"

with() {  # with VALIDATOR ARGUMENTS: one that is missing is named, so that nobody takes silence for a yes
    if command -v "$1" >/dev/null 2>&1; then "$@" && echo "$1: valid"; else echo "$1 is not installed: not checked"; fi
}
with desktop-file-validate net.oidp.IOPDDesktop.desktop
with appstreamcli validate --no-net net.oidp.IOPDDesktop.metainfo.xml
