#!/bin/sh
# Stops the server that start-postgres-15.sh started in DIR, and removes the folder.
set -eu

if [ $# -ne 1 ]; then
  echo "usage: $0 DIR" >&2
  exit 2
fi
if [ ! -e "$1/cluster/PG_VERSION" ]; then
  echo "$1 holds no cluster of start-postgres-15.sh." >&2
  exit 1
fi
directory=$(cd "$1" && pwd)
cd "$directory"

if [ "$(id -u)" -eq 0 ]; then
  run_as() { setpriv --reuid=postgres --regid=postgres --clear-groups -- "$@"; }
else
  run_as() { "$@"; }
fi

if [ -e cluster/postmaster.pid ]; then
  run_as /usr/lib/postgresql/15/bin/pg_ctl stop -s -w -t 60 -m fast -D "$directory/cluster" >&2
fi
cd /
rm -rf "$directory"
