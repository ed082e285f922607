#!/bin/sh
# Starts a PostgreSQL 15, the oldest that Lettrage supports, for tests: a new cluster in DIR, on a free port of
# 127.0.0.1. Prints the superuser's URL, and nothing else, on standard output:
#
#   LETTRAGE_TEST_ADMIN_URL=$(scripts/start-postgres-15.sh /tmp/postgres-15) npm run test:db
#   scripts/stop-postgres-15.sh /tmp/postgres-15
#
# Installs Debian's postgresql-15 when it is absent, which takes root. PostgreSQL never runs as root: then it runs as
# the account "postgres".
set -eu

if [ $# -ne 1 ]; then
  echo "usage: $0 DIR (a folder that does not exist yet)" >&2
  exit 2
fi
directory=$1
programs=/usr/lib/postgresql/15/bin

if [ -e "$directory" ]; then
  echo "$directory exists already; stop its server with stop-postgres-15.sh, or name another folder." >&2
  exit 1
fi
if [ ! -x "$programs/postgres" ]; then
  if [ "$(id -u)" -ne 0 ]; then
    echo "No PostgreSQL 15 in $programs. Install the package postgresql-15, or start this as root." >&2
    exit 1
  fi
  # Only the programs: Debian's own cluster would start with the machine.
  mkdir -p /etc/postgresql-common
  [ -e /etc/postgresql-common/createcluster.conf ] || echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.conf
  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y postgresql-15; } >&2
fi

if [ "$(id -u)" -eq 0 ]; then
  run_as() { setpriv --reuid=postgres --regid=postgres --clear-groups -- "$@"; }
else
  run_as() { "$@"; }
fi

mkdir -p "$directory"
directory=$(cd "$directory" && pwd)
if [ "$(id -u)" -eq 0 ]; then chown postgres: "$directory"; fi
cd "$directory"

password=$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')
printf '%s\n' "$password" | (umask 077 && run_as tee superuser.password >/dev/null)
run_as "$programs/initdb" -D "$directory/cluster" -U postgres -E UTF8 --locale=C --auth=scram-sha-256 \
  --pwfile="$directory/superuser.password" --no-instructions >&2

# A port may be taken between choosing and starting: five tries.
for attempt in 1 2 3 4 5; do
  port=$(node -e "const s=require('net').createServer().listen(0,'127.0.0.1',()=>{console.log(s.address().port);s.close()})")
  options="-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories= -c timezone=UTC -c max_connections=200"
  if run_as "$programs/pg_ctl" start -s -w -t 60 -D "$directory/cluster" -l "$directory/postgres.log" -o "$options" >&2; then
    echo "postgres://postgres:$password@127.0.0.1:$port/postgres"
    exit 0
  fi
done
echo "PostgreSQL did not start; its log:" >&2
tail -n 20 "$directory/postgres.log" >&2
exit 1
