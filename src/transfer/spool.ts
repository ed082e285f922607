/**
 * Where a file is while it is fetched: a private folder per source in the data folder, with names of our own making.
 * Whoever holds the lock of the source owns the folder; what lies there when a pull begins was left by one that was
 * killed, and is of no use: the file is still on the server, or in the books.
 */
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileSha256 } from '../domain/ids.ts';
import { TransferError } from './errors.ts';

export type SpooledFile = Readonly<{
  sha256: FileSha256;
  sizeBytes: number;
  /** May be called again. */
  read: () => AsyncIterable<Uint8Array>;
  remove: () => Promise<void>;
}>;

/** A file that is being written; its name ends with `.part` until all of it is on the disk. */
export type SpoolPart = Readonly<{
  write: (bytes: Uint8Array) => Promise<void>;
  /** fsync, give it the name of its content, fsync the folder. Nothing may be written afterwards. */
  finish: () => Promise<SpooledFile>;
  /** Removes what was written; does nothing once it is finished. */
  discard: () => Promise<void>;
}>;

export type Spool = Readonly<{
  begin: () => Promise<SpoolPart>;
  /** Leaves no empty folder behind. */
  close: () => Promise<void>;
}>;

export async function openSpool(dataDir: string, sourceName: string): Promise<Spool> {
  const folder = join(dataDir, 'spool', sourceName);
  await onDisk(async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for (const name of await readdir(folder)) await rm(join(folder, name), { force: true });
  });
  return {
    begin: () => onDisk(() => beginPart(folder)),
    close: () => rmdir(folder).catch(() => undefined),
  };
}

async function beginPart(folder: string): Promise<SpoolPart> {
  const part = join(folder, `${randomBytes(12).toString('hex')}.part`);
  const file = await open(part, 'wx', 0o600);
  const hash = createHash('sha256');
  let sizeBytes = 0;
  let isOpen = true;
  const closeFile = async (): Promise<void> => {
    if (isOpen) await file.close();
    isOpen = false;
  };
  return {
    write: (bytes) =>
      onDisk(async () => {
        hash.update(bytes);
        sizeBytes += bytes.length;
        await file.writeFile(bytes);
      }),
    finish: () =>
      onDisk(async () => {
        await file.sync();
        await closeFile();
        const sha256 = hash.digest('hex') as FileSha256;
        const path = join(folder, sha256);
        await rename(part, path);
        await syncFolder(folder);
        return { sha256, sizeBytes, read: () => createReadStream(path), remove: () => rm(path, { force: true }) };
      }),
    discard: async () => {
      await closeFile();
      await rm(part, { force: true });
    },
  };
}

/** A name is on the disk when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** @throws TransferError `transfer.spool_failed` for what the file system refuses: no space, no rights. */
async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (!(cause instanceof Error && 'syscall' in cause)) throw cause;
    throw new TransferError('transfer.spool_failed', cause.message, { cause });
  }
}
