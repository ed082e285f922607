/**
 * The only place that opens a connection to a server. It cannot be opened without saying which keys are accepted, and
 * nothing of ours, not even the account's name, is sent before the server has shown one of them.
 *
 * The socket is ours, so that it can be cut: ssh2 answers keepalives while a read hangs, and its `end` may not return.
 */
import { connect as connectSocket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import SftpClient from 'ssh2-sftp-client';
import type { SftpSource } from '../config/sources.ts';
import { withDeadline } from './drop.ts';
import { TransferError } from './errors.ts';
import type { HostKeyCheck } from './host-key.ts';
import type { TransferLimits } from './limits.ts';
import type { Secret } from './secrets.ts';

/** The questions that the SFTP session of ssh2 answers. */
export type SftpSession = Awaited<ReturnType<SftpClient['connect']>>;

export type SftpConnection = Readonly<{
  session: SftpSession;
  /** Rejects once the line is cut, by whomever; never resolves. */
  lost: Promise<never>;
  destroy(reason: TransferError): void;
  close(): Promise<void>;
}>;

/** What is safe in 2026 and spoken by every server of the last ten years: no SHA-1, no CBC, no small groups, no DSA. */
export const safeAlgorithms = {
  kex: [
    'curve25519-sha256',
    'curve25519-sha256@libssh.org',
    'ecdh-sha2-nistp256',
    'ecdh-sha2-nistp384',
    'ecdh-sha2-nistp521',
    'diffie-hellman-group16-sha512',
    'diffie-hellman-group18-sha512',
    'diffie-hellman-group14-sha256',
  ],
  serverHostKey: [
    'ssh-ed25519',
    'ecdsa-sha2-nistp256',
    'ecdsa-sha2-nistp384',
    'ecdsa-sha2-nistp521',
    'rsa-sha2-512',
    'rsa-sha2-256',
  ],
  cipher: ['aes128-gcm@openssh.com', 'aes256-gcm@openssh.com', 'aes128-ctr', 'aes192-ctr', 'aes256-ctr'],
  hmac: ['hmac-sha2-256-etm@openssh.com', 'hmac-sha2-512-etm@openssh.com', 'hmac-sha2-256', 'hmac-sha2-512'],
} satisfies Parameters<SftpClient['connect']>[0]['algorithms'];

const nothing = (): void => undefined;

/**
 * @throws TransferError `transfer.host_key_refused`, `transfer.algorithms_refused`, `transfer.login_refused`,
 *   `transfer.secret_unusable`, `transfer.connection_failed`, `transfer.deadline_passed`
 */
export async function connectSftp(
  { host, port, user }: Pick<SftpSource, 'host' | 'port' | 'user'>,
  secret: Secret,
  hostKey: HostKeyCheck,
  limits: TransferLimits,
): Promise<SftpConnection> {
  // Questions are small and wait for their answer: holding them back costs 40 ms each.
  const socket = connectSocket({ host, port, noDelay: true });
  const client = new SftpClient('lettrage', { error: nothing, end: nothing, close: nothing });
  let fail: (reason: TransferError) => void = nothing;
  const lost = new Promise<never>((_resolve, reject) => (fail = reject));
  lost.catch(nothing);
  let raised: unknown = null;
  client.on('error', (error: unknown) => (raised ??= error));
  client.on('close', () => fail(new TransferError('transfer.connection_failed', 'the server closed it')));
  const destroy = (reason: TransferError): void => {
    fail(reason);
    socket.destroy();
  };
  let refusedKey: string | null = null;
  try {
    const session = await withDeadline(limits.connectMs, 'connecting', destroy, () =>
      client.connect({
        host,
        port,
        sock: socket,
        username: user,
        ...secret,
        hostVerifier: (key: Buffer) => {
          const isAccepted = hostKey.accepts(key);
          if (!isAccepted) refusedKey = hostKey.shown();
          return isAccepted;
        },
        algorithms: safeAlgorithms,
        readyTimeout: limits.connectMs,
      }),
    );
    const close = () => sayGoodbye(client, limits).finally(() => socket.destroy());
    return { session, lost, destroy, close };
  } catch (error) {
    const reason = whyNotConnected(error, raised, refusedKey);
    destroy(reason);
    throw reason;
  }
}

/** Reports of an `end` that never returns are older than this code: it gets its time and no more. */
async function sayGoodbye(client: SftpClient, { goodbyeMs }: TransferLimits): Promise<void> {
  await Promise.race([client.end().catch(nothing), sleep(goodbyeMs, undefined, { ref: false })]);
}

function whyNotConnected(error: unknown, raised: unknown, refusedKey: string | null): TransferError {
  if (refusedKey !== null) return new TransferError('transfer.host_key_refused', `it shows ${refusedKey}`);
  if (error instanceof TransferError) return error;
  const level = raised instanceof Error && 'level' in raised ? raised.level : null;
  const message = raised instanceof Error ? raised.message : error instanceof Error ? error.message : String(error);
  if (level === 'client-authentication') return new TransferError('transfer.login_refused');
  // ssh2 says these before a packet is sent, or when the two sides have no word in common.
  if (/private ?key|passphrase/i.test(message)) return new TransferError('transfer.secret_unusable', message);
  if (/no matching/i.test(message)) return new TransferError('transfer.algorithms_refused', message);
  return new TransferError('transfer.connection_failed', message);
}
