#!/bin/sh
# Finds Debian's Chromium for the browser tests, or installs it where it may.
set -eu
for name in chromium chromium-browser google-chrome; do
  command -v "$name" >/dev/null && exit 0
done
if [ "$(id -u)" = 0 ]; then run=""; else run="sudo"; fi
command -v apt-get >/dev/null || { echo "The browser tests need Chromium: install it and try again."; exit 1; }
$run apt-get update -qq
$run apt-get install -y -qq chromium >/dev/null
