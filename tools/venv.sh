#!/bin/sh
# Makes the virtual environment; on a Debian without python3-venv it says so, or installs it when it may.
set -eu
python="$1" venv="$2"
[ -x "$venv/bin/python" ] && exit 0
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed."; exit 1; }
if ! "$python" -m venv "$venv" 2>/dev/null; then
  rm -rf "$venv"
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq && apt-get install -y -qq python3-venv >/dev/null
  else
    echo "Python's venv module is missing. On Debian: sudo apt-get install python3-venv"; exit 1
  fi
  "$python" -m venv "$venv"
fi
