/**
 * Puts an upload into a file of its own while it arrives: the ledger reads the bytes twice, once to name them and once
 * to keep them, and a gigabyte must not wait in memory for that.
 */
import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { LedgerError } from '../ledger/errors.ts';
import { ApiError } from './errors.ts';

/** Opens the bytes of the spooled file; may be called again. */
type OpenBytes = () => Readable;

/**
 * Runs `work` with the body on disk and removes it afterwards, whatever happens. The folder is readable to this
 * account only.
 *
 * @throws LedgerError `ledger.file_too_large`, as soon as it is certain.
 * @throws ApiError `api.body_missing`, `api.body_incomplete`
 */
export async function withSpooledBody<T>(
  body: IncomingMessage,
  largestBytes: number,
  work: (openBytes: OpenBytes) => Promise<T>,
): Promise<T> {
  // What the client says of its length is believed when it is bad news.
  if (Number(body.headers['content-length'] ?? '0') > largestBytes) throw tooLarge(largestBytes);
  const folder = await mkdtemp(join(tmpdir(), 'lettrage-upload-'));
  try {
    const path = join(folder, 'body');
    const sizeBytes = await writeBody(body, path, largestBytes);
    if (sizeBytes === 0) throw new ApiError('api.body_missing');
    return await work(() => createReadStream(path));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeBody(body: IncomingMessage, path: string, largestBytes: number): Promise<number> {
  const file = await open(path, 'wx', 0o600);
  let sizeBytes = 0;
  try {
    for await (const bytes of bodyChunks(body, largestBytes)) {
      sizeBytes += bytes.length;
      await file.writeFile(bytes);
    }
    return sizeBytes;
  } finally {
    await file.close();
  }
}

/**
 * A body as it arrives, never faster than it is taken. The connection stays open when reading stops early: the refusal has
 * to travel back on it.
 *
 * @throws LedgerError `ledger.file_too_large`, as soon as it is certain; ApiError `api.body_incomplete`
 */
export async function* bodyChunks(body: IncomingMessage, largestBytes: number): AsyncGenerator<Uint8Array> {
  const chunks: AsyncIterable<Uint8Array> = body.iterator({ destroyOnReturn: false });
  const iterator = chunks[Symbol.asyncIterator]();
  let sizeBytes = 0;
  for (;;) {
    const { value, done } = await iterator.next().catch((cause: unknown) => {
      throw new ApiError('api.body_incomplete', { cause });
    });
    if (done === true) return;
    sizeBytes += value.length;
    if (sizeBytes > largestBytes) throw tooLarge(largestBytes);
    yield value;
  }
}

const tooLarge = (largestBytes: number) =>
  new LedgerError('ledger.file_too_large', { limitBytes: String(largestBytes) });
