import type { Source } from '../config/sources.ts';
import type { Drop } from './drop.ts';
import { TransferError } from './errors.ts';
import { pinnedKeys } from './host-key.ts';
import type { TransferLimits } from './limits.ts';
import { localDrop } from './local-drop.ts';
import { readSecret } from './secrets.ts';
import { connectSftp } from './sftp-connection.ts';
import { sftpDrop } from './sftp-drop.ts';

/** The place a source names, ready to be asked. @throws TransferError: see `connectSftp`; `transfer.host_key_missing` */
export async function openDrop(source: Source, limits: TransferLimits): Promise<Drop> {
  if (source.kind === 'folder') return localDrop();
  if (source.hostKeySha256.length === 0) throw new TransferError('transfer.host_key_missing');
  const secret = await readSecret(source.credential);
  const connection = await connectSftp(source, secret, pinnedKeys(source.hostKeySha256), limits);
  return sftpDrop(connection, limits);
}
