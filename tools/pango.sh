#!/bin/sh
# Finds Pango, which puts the dossier on paper, or installs Debian's where it may; without it all else works.
set -eu
find="import ctypes; ctypes.CDLL('libpango-1.0.so.0'); ctypes.CDLL('libpangoft2-1.0.so.0')"
"${1:-python3}" -c "$find" 2>/dev/null && exit 0
if [ "$(id -u)" = 0 ]; then run=""; else run="sudo -n"; fi
hint="The PDF dossier needs Pango. On Debian: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0"
command -v apt-get >/dev/null || { echo "$hint"; exit 0; }
$run apt-get update -qq || { echo "$hint"; exit 0; }
$run apt-get install -y -qq libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core >/dev/null || echo "$hint"
