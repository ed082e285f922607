/**
 * A chunk of a file as it is kept. Full chunks are deflated here, in threads beside the one that writes: PostgreSQL
 * would compress them on the connection that everyone waits for, and worse. What is shorter is kept as it came.
 */
import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';

export type StoredChunk = Readonly<{ bytes: Buffer; isDeflated: boolean }>;

/** Of a file's bytes; the last chunk has what is left. */
export const chunkBytes = 256 * 1024;

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

/** Deflated when that makes a full chunk smaller: an archive stays as it is. */
export async function packChunk(bytes: Buffer): Promise<StoredChunk> {
  if (bytes.length < chunkBytes) return { bytes, isDeflated: false };
  const deflated = await deflate(bytes, { level: 1 });
  return deflated.length < bytes.length ? { bytes: deflated, isDeflated: true } : { bytes, isDeflated: false };
}

/** @throws Error of zlib when the bytes are not those that were stored. */
export async function unpackChunk({ bytes, isDeflated }: StoredChunk): Promise<Buffer> {
  return isDeflated ? inflate(bytes, { maxOutputLength: chunkBytes }) : bytes;
}
