#!/usr/bin/env bash
# Has a Chromium to drive the page with, and prints its path: the one that is there, or Debian's.
set -euo pipefail

for name in chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null; then
    command -v "$name"
    exit 0
  fi
done
export DEBIAN_FRONTEND=noninteractive
{
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends chromium
} >&2
command -v chromium
