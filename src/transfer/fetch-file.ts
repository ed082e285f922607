/** From the place to the disk: all bytes of the file or none, within a time. */
import { withDeadline, type Drop, type Look } from './drop.ts';
import { TransferError } from './errors.ts';
import { fetchDeadlineMs, type TransferLimits } from './limits.ts';
import type { Spool, SpooledFile, SpoolPart } from './spool.ts';

/**
 * Fetches a file and asks the place again afterwards: it must have the size it had before, and send exactly so many bytes.
 *
 * @param look - the file just before.
 * @param onFetched - told when all bytes have come, before they are safe on the disk.
 * @throws TransferError `transfer.file_changed`, `transfer.file_short`, `transfer.deadline_passed`,
 *   `transfer.connection_failed`, `transfer.spool_failed`; nothing is left in the spool.
 */
export async function fetchFile(
  drop: Drop,
  spool: Spool,
  path: string,
  look: Look,
  limits: TransferLimits,
  onFetched: () => Promise<void>,
): Promise<SpooledFile> {
  const part = await spool.begin();
  try {
    const deadlineMs = fetchDeadlineMs(limits, look.sizeBytes);
    await withDeadline(deadlineMs, 'fetching a file', drop.destroy, () => copy(drop, part, path, look.sizeBytes));
    await onFetched();
    const after = await drop.look(path);
    if (after === null || !isSame(look, after)) throw new TransferError('transfer.file_changed');
    return await part.finish();
  } finally {
    await part.discard();
  }
}

export const isSame = (a: Look, b: Look): boolean =>
  a.kind === b.kind && a.sizeBytes === b.sizeBytes && a.modifiedAtMs === b.modifiedAtMs;

async function copy(drop: Drop, part: SpoolPart, path: string, sizeBytes: number): Promise<void> {
  let count = 0;
  for await (const bytes of drop.read(path, sizeBytes)) {
    count += bytes.length;
    // A server that never stops sending must not fill the disk.
    if (count > sizeBytes) throw new TransferError('transfer.file_changed', `more than ${sizeBytes} bytes came`);
    await part.write(bytes);
  }
  if (count < sizeBytes) throw new TransferError('transfer.file_short', `${count} of ${sizeBytes} bytes`);
}
