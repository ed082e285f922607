import { createHash, type Hash } from 'node:crypto';
import type { PartitionColumns } from './columns.ts';

/**
 * SHA-256 over all that matching reads of a partition: the same rows in any order give the same digest, and rows that
 * differ in anything that could change an answer give another. Hexadecimal, 64 digits.
 */
export function digestColumns(columns: PartitionColumns): string {
  const hash = createHash('sha256');
  addTo(hash, '', columns);
  return hash.digest('hex');
}

/** Each value under its path and with its size, so that no two shapes read alike. */
function addTo(hash: Hash, path: string, value: unknown): void {
  if (ArrayBuffer.isView(value)) {
    hash.update(`${path}:${value.byteLength}\n`);
    hash.update(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      addTo(hash, `${path}/${key}`, inner);
  } else hash.update(`${path}=${JSON.stringify(value)}\n`);
}
