/** Passwords, keys and passphrases: read from files of their own when they are needed, so that a changed one counts. */
import { open } from 'node:fs/promises';
import type { Credential } from '../config/sources.ts';
import { TransferError } from './errors.ts';

/** What proves who we are. Never logged, never in a message. */
export type Secret = Readonly<{ password: string }> | Readonly<{ privateKey: Buffer; passphrase?: string }>;

const mostBytes = 64 * 1_024;
const rightsOfOthers = 0o077;

/** @throws TransferError `transfer.secret_unusable`, `transfer.secret_exposed` */
export async function readSecret(credential: Credential): Promise<Secret> {
  if (credential.kind === 'password') return { password: withoutLineEnd(await readPrivate(credential.passwordFile)) };
  const privateKey = await readPrivate(credential.privateKeyFile);
  if (credential.passphraseFile === null) return { privateKey };
  return { privateKey, passphrase: withoutLineEnd(await readPrivate(credential.passphraseFile)) };
}

/** Editors and `echo` end a line that is no part of the secret. */
const withoutLineEnd = (bytes: Buffer): string => bytes.toString('utf8').replace(/\r?\n$/, '');

/** Looks at the rights of the file that is open, not of a name that may mean another one a moment later. */
async function readPrivate(path: string): Promise<Buffer> {
  const file = await open(path, 'r').catch((cause: unknown) => {
    throw new TransferError('transfer.secret_unusable', path, { cause });
  });
  try {
    const found = await file.stat();
    // Windows keeps no such rights.
    if (process.platform !== 'win32' && (found.mode & rightsOfOthers) !== 0)
      throw new TransferError('transfer.secret_exposed', path);
    if (!found.isFile() || found.size === 0 || found.size > mostBytes)
      throw new TransferError('transfer.secret_unusable', path);
    return await file.readFile();
  } finally {
    await file.close();
  }
}
