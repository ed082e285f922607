/** A real sshd of OpenSSH on a free port of this machine, with keys, accounts and configuration of its own. */
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const sshd = '/usr/sbin/sshd';

export const hasOpenSsh = existsSync(sshd);
export const isOpenSshRequired = (process.env['CI'] ?? '') !== '' || process.env['LETTRAGE_REQUIRE_SSHD'] === '1';
export const openSshMissing = `${sshd} is missing: install the package openssh-server (scripts/install-openssh-server.sh)`;

const isRoot = process.getuid?.() === 0;
/** Root can make up an account without rights and with a password, in a view of /etc that only this sshd has. */
export const canMakeAccount = isRoot && spawnSync('unshare', ['-m', 'true']).status === 0;

type OpenSshServer = Readonly<{
  port: number;
  user: string;
  password: string | null;
  fingerprint: string;
  log: () => string;
  close: () => Promise<void>;
}>;

const password = 'correct horse battery staple';
const accountName = 'lettrage-test';
const nobody = 65_534;

/**
 * @param publicKey - lets its owner in.
 * @param as - `self`: the account of the test. `other`: an account that only this sshd knows; see {@link canMakeAccount}.
 */
export async function startOpenSsh(publicKey: string, as: 'self' | 'other'): Promise<OpenSshServer> {
  const folder = mkdtempSync(join(tmpdir(), 'lettrage-sshd-'));
  const at = (name: string): string => join(folder, name);
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', at('host-key')]);
  writeFileSync(at('authorized-keys'), publicKey);
  const port = await freePort();
  writeFileSync(
    at('config'),
    [
      `Port ${port}`,
      'ListenAddress 127.0.0.1',
      `HostKey ${at('host-key')}`,
      `AuthorizedKeysFile ${at('authorized-keys')}`,
      `PidFile none`,
      'UsePAM no',
      'StrictModes no',
      'PermitRootLogin yes',
      'PasswordAuthentication yes',
      'KbdInteractiveAuthentication no',
      'Subsystem sftp internal-sftp',
      'ForceCommand internal-sftp',
      'LogLevel VERBOSE',
      '',
    ].join('\n'),
  );
  // Where sshd of Debian puts its child without rights; its service makes it at each start.
  if (isRoot) mkdirSync('/run/sshd', { recursive: true, mode: 0o755 });
  chmodSync(folder, 0o755);
  const command = as === 'other' ? withAccount(folder, at('config')) : [sshd, '-D', '-e', '-f', at('config')];
  const [program = '', ...words] = command;
  const child = spawn(program, words, { stdio: ['ignore', 'ignore', 'pipe'] });
  let log = '';
  child.stderr.on('data', (text: Buffer) => (log += text.toString()));
  await untilListening(child, port, () => log);
  const shown = execFileSync('ssh-keygen', ['-l', '-E', 'sha256', '-f', at('host-key')]).toString();
  return {
    port,
    user: as === 'other' ? accountName : userInfo().username,
    password: as === 'other' ? password : null,
    fingerprint: shown.split(' ')[1] ?? '',
    log: () => log,
    close: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill();
        await once(child, 'exit');
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A copy of the account files with one account more, put over the real ones for this process and its children only. */
function withAccount(folder: string, config: string): readonly string[] {
  const hash = execFileSync('openssl', ['passwd', '-6', password]).toString().trim();
  const [passwd, shadow] = [join(folder, 'passwd'), join(folder, 'shadow')];
  const line = `${accountName}:x:${nobody}:${nobody}::${folder}:/bin/sh\n`;
  writeFileSync(passwd, `${readFileSync('/etc/passwd', 'utf8').trimEnd()}\n${line}`, { mode: 0o644 });
  writeFileSync(
    shadow,
    `${readFileSync('/etc/shadow', 'utf8').trimEnd()}\n${accountName}:${hash}:20000:0:99999:7:::\n`,
    {
      mode: 0o600,
    },
  );
  const script = 'mount --bind "$1" /etc/passwd && mount --bind "$2" /etc/shadow && exec "$3" -D -e -f "$4"';
  return ['unshare', '-m', 'sh', '-c', script, 'sh', passwd, shadow, sshd, config];
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

async function untilListening(child: ChildProcess, port: number, log: () => string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (child.exitCode !== null) throw new Error(`sshd ended: ${log()}`);
    const socket = connect(port, '127.0.0.1');
    const isOpen = await Promise.race([
      once(socket, 'connect').then(
        () => true,
        () => false,
      ),
      sleep(500, false),
    ]);
    socket.destroy();
    if (isOpen) return;
    await sleep(50);
  }
  throw new Error(`sshd does not listen: ${log()}`);
}
