/** Opens an archive: all of its members or none of them. An archive carries statement files; it is none itself. */
import { err, ok, type Result } from '../../domain/result.ts';
import type { Finding } from '../../domain/statement.ts';
import { IngestRefusal, refusal } from '../findings.ts';
import { openGzip } from './gzip.ts';
import { archiveKindOf, packedKindOf } from './kind.ts';
import { archiveLimits, type ArchiveLimits } from './limits.ts';
import type { Member } from './member.ts';
import { openZip } from './zip.ts';

/**
 * Unpacks a zip or a gzip in memory and checks it as a whole: lengths, checksums, limits.
 *
 * @param bytes - the whole archive. More than {@link ArchiveLimits.packedBytes} is refused unseen.
 * @returns the members in the order of the archive, or the one finding (`ingest.archive_*`) that refuses it.
 */
export async function openArchive(
  bytes: Uint8Array,
  limits: ArchiveLimits = archiveLimits,
): Promise<Result<readonly Member[], Finding>> {
  try {
    if (bytes.length > limits.packedBytes) throw tooLarge(limits);
    const members = await (archiveKindOf(bytes) === 'gzip' ? openGzip : openZip)(bytes, limits);
    if (members.length === 0) throw refusal('ingest.archive_empty', 'The archive holds no file');
    const nested = members.map((member) => packedKindOf(member.bytes)).find((kind) => kind !== null);
    if (nested !== undefined) throw refusal('ingest.archive_nested', `In the archive is another one, ${nested}`);
    return ok(members);
  } catch (error) {
    if (error instanceof IngestRefusal) return err(error.finding);
    throw error;
  }
}

export const tooLarge = ({ packedBytes }: ArchiveLimits): IngestRefusal =>
  refusal('ingest.archive_too_large', `The archive has more than ${String(packedBytes)} bytes`);
