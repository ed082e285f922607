/** Tries the way to a source, and takes nothing. */
import type { SftpSource, Source } from '../config/sources.ts';
import { shownName } from '../workers/file-name.ts';
import { DropRefusal, type Drop } from './drop.ts';
import { problem, problemOf, TransferError, type TransferProblem } from './errors.ts';
import { pinnedKeys, type HostKeyCheck } from './host-key.ts';
import { transferLimits, type TransferLimits } from './limits.ts';
import { localDrop } from './local-drop.ts';
import { readSecret } from './secrets.ts';
import { connectSftp } from './sftp-connection.ts';
import { sftpDrop } from './sftp-drop.ts';

type CheckedSource = Readonly<{
  source: string;
  kind: Source['kind'];
  /** What the server showed, pinned or not; null for a folder and when no server answered. */
  fingerprint: string | null;
  folders: readonly Readonly<{ folder: string; fileCount: number }>[];
  problems: readonly TransferProblem[];
}>;

/**
 * Connects as a pull would, and lists. While nothing is pinned the server is only asked for its key: the connection ends
 * there, before the account's name or a secret has been sent, so that a person can compare what is printed.
 */
export async function checkSource(source: Source, limits: TransferLimits = transferLimits): Promise<CheckedSource> {
  const hostKey = pinnedKeys(source.kind === 'sftp' ? source.hostKeySha256 : []);
  const folders: { folder: string; fileCount: number }[] = [];
  const problems: TransferProblem[] = [];
  try {
    const drop = source.kind === 'folder' ? localDrop() : await connect(source, hostKey, limits);
    try {
      for (const folder of source.folders) await look(drop, folder, folders, problems);
    } finally {
      await drop.close();
    }
  } catch (error) {
    if (!(error instanceof TransferError)) throw error;
    problems.push(problemOf(error));
  }
  return { source: source.name, kind: source.kind, fingerprint: hostKey.shown(), folders, problems };
}

async function connect(source: SftpSource, hostKey: HostKeyCheck, limits: TransferLimits): Promise<Drop> {
  const isPinned = source.hostKeySha256.length > 0;
  try {
    // Without a pin no secret is even read: there is nobody to show it to.
    const secret = isPinned ? await readSecret(source.credential) : { password: '' };
    return sftpDrop(await connectSftp(source, secret, hostKey, limits), limits);
  } catch (error) {
    const shown = hostKey.shown();
    if (!isPinned && shown !== null) throw new TransferError('transfer.host_key_missing', `it shows ${shown}`);
    throw error;
  }
}

async function look(
  drop: Drop,
  folder: string,
  folders: { folder: string; fileCount: number }[],
  problems: TransferProblem[],
): Promise<void> {
  try {
    folders.push({ folder, fileCount: (await drop.list(folder)).length });
  } catch (error) {
    if (!(error instanceof DropRefusal)) throw error;
    problems.push(problem('transfer.folder_unreadable', `${shownName(folder)}: ${error.message}`));
  }
}
