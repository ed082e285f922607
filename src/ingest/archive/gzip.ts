/**
 * Opens a gzip: one file, packed. Several gzips one behind the other are one file, as for `gunzip`.
 *
 * @see RFC 1952
 */
import { refusal } from '../findings.ts';
import { inflate } from './inflate.ts';
import type { ArchiveLimits } from './limits.ts';
import type { Member } from './member.ts';

/** @throws IngestRefusal `ingest.archive_*` */
export async function openGzip(bytes: Uint8Array, limits: ArchiveLimits): Promise<readonly Member[]> {
  const largestBytes = Math.min(limits.unpackedBytes, limits.ratio * bytes.length);
  const inflated = await inflate('gzip', bytes, largestBytes);
  if (inflated === 'truncated') throw refusal('ingest.archive_truncated', 'The gzip ends before its checksum');
  if (inflated === 'tooLarge') {
    throw largestBytes === limits.unpackedBytes
      ? refusal('ingest.archive_too_large', `The gzip holds more than ${String(largestBytes)} bytes`)
      : refusal('ingest.archive_too_compressed', `The gzip grows more than ${String(limits.ratio)} times`);
  }
  if (inflated.packedBytes !== bytes.length) {
    const what = `${String(bytes.length - inflated.packedBytes)} bytes stand behind the end of the gzip`;
    throw refusal('ingest.archive_damaged', what);
  }
  return [{ name: null, bytes: inflated.bytes }];
}
