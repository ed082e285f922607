#!/bin/sh
# Installs Debian's openssh-server for the transfer tests, without starting it: each test starts its own on a free port of
# 127.0.0.1, with keys of its own. Does nothing where it is there already; takes root otherwise.
set -eu

[ -x /usr/sbin/sshd ] && exit 0
if [ "$(id -u)" -ne 0 ]; then
  echo "No /usr/sbin/sshd. Install the package openssh-server, or start this as root." >&2
  exit 1
fi
# Debian asks this script whether the new service may start: 101 is no.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod 755 "$policy"
  trap 'rm -f "$policy"' EXIT
fi
export DEBIAN_FRONTEND=noninteractive
apt-get install -y -q --no-install-recommends openssh-server >&2 || {
  apt-get update -q >&2
  apt-get install -y -q --no-install-recommends openssh-server >&2
}
