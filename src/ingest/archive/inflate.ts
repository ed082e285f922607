/** Unpacks with the zlib of Node, in its threads, never further than it is allowed. */
import { gunzip, inflateRaw, type Zlib } from 'node:zlib';
import { refusal } from '../findings.ts';

type Inflated = Readonly<{
  bytes: Uint8Array;
  /** Packed bytes that were read: fewer than given when something stands behind the end. */
  packedBytes: number;
}>;

/** `tooLarge`: it would have become more than was allowed; nothing beyond that was unpacked. */
type InflateProblem = 'tooLarge' | 'truncated';

/**
 * @param form - `raw`: deflate as in a zip; `gzip`: with header and checksum, which zlib compares.
 * @throws IngestRefusal `ingest.archive_damaged`
 */
export function inflate(
  form: 'raw' | 'gzip',
  packed: Uint8Array,
  largestBytes: number,
): Promise<Inflated | InflateProblem> {
  // zlib does not take 0, which is the size of an empty member.
  const options = { maxOutputLength: Math.max(1, largestBytes), info: true };
  return new Promise((resolve, reject) => {
    const done = (error: (Error & { code?: string }) | null, result: unknown): void => {
      if (error === null) {
        const { buffer, engine } = result as { buffer: Uint8Array; engine: Zlib };
        resolve({ bytes: buffer, packedBytes: engine.bytesWritten });
      } else if (error.code === 'ERR_BUFFER_TOO_LARGE') resolve('tooLarge');
      else if (error.code === 'Z_BUF_ERROR') resolve('truncated');
      else reject(refusal('ingest.archive_damaged', `What is packed cannot be unpacked: ${error.message}`));
    };
    if (form === 'raw') inflateRaw(packed, options, done);
    else gunzip(packed, options, done);
  });
}
