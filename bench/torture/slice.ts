/**
 * A long run is a sum of slices, made on any day and any machine: each seed is one piece of work that depends on nothing
 * but its number, and a slice is the pieces from one seed on.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export type Slice = Readonly<{
  fromSeed: number;
  /** Commands, kills, races: of all pieces together. */
  runs: number;
}>;

/** A piece: `runs` of its seed. */
export type Piece = Readonly<{ seed: number; runs: number }>;

/**
 * Works through the pieces of a slice, some at a time. The first that throws ends it, when those beside it have ended.
 *
 * @param runsOfSeed - of a whole piece; the last may be shorter.
 */
export async function eachPiece(
  { fromSeed, runs }: Slice,
  { runsOfSeed, lanes = 1 }: Readonly<{ runsOfSeed: number; lanes?: number }>,
  work: (piece: Piece) => Promise<void>,
): Promise<void> {
  let begun = 0;
  const lane = async (): Promise<void> => {
    while (begun < runs) {
      const piece = { seed: fromSeed + begun / runsOfSeed, runs: Math.min(runsOfSeed, runs - begun) };
      begun += runsOfSeed;
      try {
        await work(piece);
      } catch (error) {
        begun = runs;
        throw error;
      }
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: lanes }, lane));
  const failed = ended.find((end) => end.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

const git = (...words: readonly string[]): string =>
  execFileSync('git', words, { cwd: fileURLToPath(new URL('.', import.meta.url)), encoding: 'utf8' }).trim();

/** Which sources are tortured: the commit, and the name that git gives to `src/` as it is there, which outlives a rebase. */
export function nameSources(): string {
  try {
    const isChanged = git('status', '--porcelain', '--', ':/src', ':/bench/torture') !== '';
    const commit = git('rev-parse', '--short=8', 'HEAD');
    return `commit ${commit}${isChanged ? ' and changes' : ''}, src ${git('rev-parse', '--short=8', 'HEAD:src')}`;
  } catch {
    return 'sources of no repository';
  }
}
