/** A folder of this machine, or one that is mounted here. Looked at again and again: notices of changes get lost. */
import { constants } from 'node:fs';
import { link, lstat, mkdir, open, readdir, rename, unlink } from 'node:fs/promises';
import { DropRefusal, type Drop, type Look } from './drop.ts';

const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;

/** Every answer of the file system but "not there" is a no that would stay one. */
const refused = (error: unknown): never => {
  throw new DropRefusal(codeOf(error) ?? String(error), codeOf(error), { cause: error });
};

export const localDrop = (): Drop => ({
  list: (folder) => readdir(folder).catch(refused),
  look: lookAt,
  read: readWhole,
  rename: (from, to) => renameToFree(from, to).catch(refused),
  ensureFolder: async (path) => {
    await mkdir(path).catch((error: unknown) => (codeOf(error) === 'EEXIST' ? undefined : refused(error)));
  },
  destroy: () => undefined,
  close: async () => undefined,
});

async function lookAt(path: string): Promise<Look | null> {
  try {
    const found = await lstat(path);
    const kind = found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
    return { kind, sizeBytes: found.size, modifiedAtMs: found.mtimeMs };
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? null : refused(error);
  }
}

/** A link that took the file's place since we looked is not followed; a pipe does not make us wait. */
async function* readWhole(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(refused);
  try {
    if (!(await file.stat()).isFile()) throw new DropRefusal('not a file');
    const chunks: AsyncIterable<Uint8Array> = file.createReadStream({ autoClose: false });
    yield* chunks;
  } finally {
    await file.close();
  }
}

/** `rename` of POSIX replaces what is there, `link` does not. Where there are no links, looking first has to do. */
async function renameToFree(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK'].includes(codeOf(error) ?? '')) throw error;
    if ((await lookAt(to)) !== null) throw new DropRefusal('the name is taken', 'EEXIST', { cause: error });
    return rename(from, to);
  }
  await unlink(from);
}
