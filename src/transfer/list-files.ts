/** Which files of a folder may be taken now. Names are data; links are not followed; what may still be written waits. */
import { setTimeout as sleep } from 'node:timers/promises';
import { isPassedOver, shownName, whyNameIsRefused } from '../workers/file-name.ts';
import { DropRefusal, type Drop, type Look } from './drop.ts';
import { problem, type TransferProblem } from './errors.ts';
import { isSame } from './fetch-file.ts';
import type { TransferLimits } from './limits.ts';
import { doneFolderOf, joined } from './move-away.ts';
import type { Listed } from './take-file.ts';

type Listing = Readonly<{
  files: readonly Listed[];
  /** Files left alone, each with the reason; null: it may still be written. */
  left: readonly Readonly<{ path: string; problem: TransferProblem | null }>[];
  /** Everything that stands in the folder. */
  paths: ReadonlySet<string>;
  /** About the folder as a whole. */
  problem: TransferProblem | null;
}>;

type Patience = Readonly<{ settledSeconds: number; doneFolder: string; now: () => Date }>;

/** Looks at every file of the folder twice, a little apart. @throws TransferError of the way */
export async function listFiles(
  drop: Drop,
  folder: string,
  { settledSeconds, doneFolder, now }: Patience,
  limits: TransferLimits,
): Promise<Listing> {
  let names: readonly string[];
  try {
    names = (await drop.list(folder)).toSorted();
  } catch (error) {
    if (!(error instanceof DropRefusal)) throw error;
    const unreadable = problem('transfer.folder_unreadable', `${shownName(folder)}: ${error.message}`);
    return { files: [], left: [], paths: new Set(), problem: unreadable };
  }
  const { seen, left } = await lookAtAll(drop, folder, names, limits);
  if (seen.length > 0) await sleep(limits.settleMs);
  const files: Listed[] = [];
  for (const { path, name, look } of seen) {
    const again = await drop.look(path).catch(unlessRefused);
    const ageMs = now().getTime() - look.modifiedAtMs;
    // A time to come is a clock that is wrong, and says nothing.
    const isFresh = ageMs >= 0 && ageMs < settledSeconds * 1_000;
    if (again === null) continue;
    if (again === undefined || !isSame(look, again) || isFresh) left.push({ path, problem: null });
    else files.push({ path, name, doneFolder: doneFolderOf(folder, doneFolder), look: again });
  }
  const tooMany = names.length > limits.namesPerFolder;
  return {
    files,
    left,
    paths: new Set(names.map((name) => joined(folder, name))),
    problem: tooMany ? problem('transfer.folder_too_full', `${names.length} names in ${shownName(folder)}`) : null,
  };
}

type Seen = Readonly<{ path: string; name: string; look: Look }>;
type Left = { path: string; problem: TransferProblem | null };

/** The first look: what is a file, and what is left alone. Folders are silently passed by: `done` is one. */
async function lookAtAll(
  drop: Drop,
  folder: string,
  names: readonly string[],
  { namesPerFolder }: TransferLimits,
): Promise<Readonly<{ seen: readonly Seen[]; left: Left[] }>> {
  const seen: Seen[] = [];
  const left: Left[] = [];
  for (const name of names.filter((found) => !isPassedOver(found)).slice(0, namesPerFolder)) {
    const refusal = whyNameIsRefused(name);
    if (refusal !== null) {
      left.push({ path: joined(folder, shownName(name)), problem: problem('transfer.name_refused', refusal) });
      continue;
    }
    const path = joined(folder, name);
    const look = await drop.look(path).catch(unlessRefused);
    if (look === undefined) left.push({ path, problem: problem('transfer.file_unreadable', '') });
    else if (look?.kind === 'other') left.push({ path, problem: problem('transfer.not_a_file', '') });
    else if (look?.kind === 'file') seen.push({ path, name, look });
  }
  return { seen, left };
}

const unlessRefused = (error: unknown): undefined => {
  if (!(error instanceof DropRefusal)) throw error;
  return undefined;
};
