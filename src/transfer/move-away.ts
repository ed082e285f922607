/** Puts a file that is in the books out of the way, beside its folder. Nothing is overwritten and nothing is deleted. */
import { DropRefusal, type Drop } from './drop.ts';

const mostTries = 20;
const mostBytes = 255;

export const joined = (folder: string, name: string): string => `${folder.replace(/(?<!^)\/+$/, '')}/${name}`;

/** Where files of `folder` go: `done` below it, or an absolute folder for all. */
export const doneFolderOf = (folder: string, doneFolder: string): string =>
  doneFolder.startsWith('/') ? doneFolder : joined(folder, doneFolder);

/**
 * @returns the new path; null when the file was gone already.
 * @throws DropRefusal when the place lets nobody create the folder or rename the file.
 */
export async function moveAway(
  drop: Drop,
  path: string,
  name: string,
  doneFolder: string,
  sha256: string,
): Promise<string | null> {
  await drop.ensureFolder(doneFolder);
  for (const freeName of names(name, sha256)) {
    const target = joined(doneFolder, freeName);
    if ((await drop.look(target)) !== null) continue;
    if ((await drop.look(path)) === null) return null;
    await drop.rename(path, target);
    return target;
  }
  throw new DropRefusal(`${mostTries} files of this name and content are there already`);
}

/** Its own name; then with the beginning of its SHA-256 before it, which tells two files of one name apart. */
function* names(name: string, sha256: string): Generator<string> {
  yield name;
  for (let count = 1; count < mostTries; count += 1) {
    const prefix = `${sha256.slice(0, 12)}.${count === 1 ? '' : `${count}.`}`;
    const isTooLong = Buffer.byteLength(prefix + name) > mostBytes;
    yield isTooLong ? `${prefix}${sha256}` : prefix + name;
  }
}
