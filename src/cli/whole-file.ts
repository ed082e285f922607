import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Write } from '../workers/exports/copy-rows.ts';

const bufferedCharacters = 64 * 1024;

/**
 * Writes a file whole or not at all: beside its place first, on the disk, then under its name, over an older one.
 *
 * @throws what `produce` throws, and what the system says; the older file then stands as it was.
 */
export async function writeWholeFile(path: string, produce: (write: Write) => Promise<void>): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  const file = await open(beside, 'wx');
  let buffered = '';
  try {
    try {
      await produce(async (text) => {
        buffered += text;
        if (buffered.length < bufferedCharacters) return;
        await file.write(buffered);
        buffered = '';
      });
      await file.write(buffered);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
