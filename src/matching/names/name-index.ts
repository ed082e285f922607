/**
 * Who pays, by name: the owners whose name a bank may have written so, best first, and how sure that is.
 *
 * A name is read into words, each word into what it may mean; the rarest words name candidates, the best of them are
 * compared word by word. Scratch is reused, so that an answer is nearly the only memory that a question takes.
 */
import { equalNames, mostEqualNames } from './equal-names.ts';
import { emptyFit, fitter, type Fit } from './fit.ts';
import { levelOfEqual, levelOfUnequal, type NameLevel } from './level.ts';
import { nameCandidates } from './name-candidates.ts';
import type { NameColumns } from './name-columns.ts';
import { namesInText } from './names-in-text.ts';
import { payerWords } from './payer-words.ts';

export { nameColumnsSizeBytes, type NameColumns } from './name-columns.ts';
export { nameIndexBuilder, type NameIndexBuilder } from './name-index-builder.ts';
export type { NameLevel } from './level.ts';

export type NameMatch = Readonly<{
  owner: number;
  level: NameLevel;
  /** 0 to 1: how much of both names is the same, each word by what it tells. Comparable within one answer. */
  score: number;
}>;

export type NameIndex = Readonly<{
  /**
   * Owners by a payer's name: best first, ties by owner, each once. Only the first may be more than `weak`; the second
   * is the runner-up. Characters behind the 280th and words behind the twelfth are not read.
   */
  find(name: string, limit?: number): readonly NameMatch[];
  /** The same where a name is equal but for its spelling, else nothing: most questions end after one look-up. */
  findEqual(name: string, limit?: number): readonly NameMatch[];
  /**
   * Owners whose name stands in a remittance text: whole names first, then by what they tell. `good`: the whole name,
   * and no other owner's in that place; several may be, as a text may name payer and debtor. Never `exact`.
   * Characters behind the 1,024th are not read.
   */
  findInText(text: string, limit?: number): readonly NameMatch[];
}>;

/** Rows compared word by word beside those of an equal name. */
const mostCompared = 16;

/** Opens columns for one thread: the index keeps scratch arrays and answers one question at a time. */
export function openNameIndex(columns: NameColumns): NameIndex {
  const { owners } = columns;
  const payer = payerWords(columns);
  const fits = fitter(columns, payer);
  const findEqual = equalNames(columns, payer);
  const findCandidates = nameCandidates(columns, payer, mostCompared);
  const pool = Array.from({ length: mostEqualNames + mostCompared }, emptyFit);
  const ownerOf = ({ row }: Fit): number => owners[row] ?? 0;

  /** The best fit of each owner, best first. */
  const rank = (equalRows: readonly number[], candidates: readonly number[]): readonly Fit[] => {
    const ranked: Fit[] = [];
    for (const row of [...equalRows, ...candidates]) {
      const fit = pool[ranked.length] ?? emptyFit();
      if (ranked.length < equalRows.length) fits.acceptEqual(row, fit);
      else fits.compare(row, fit);
      ranked.push(fit);
    }
    ranked.sort((a, b) => b.score - a.score || a.row - b.row);
    return bestOfEach(ranked);
  };
  const bestOfEach = (ranked: readonly Fit[]): readonly Fit[] => {
    const best: Fit[] = [];
    for (const fit of ranked) {
      const owner = ownerOf(fit);
      let at = 0;
      while (at < best.length && owners[best[at]?.row ?? 0] !== owner) at += 1;
      if (at === best.length) best.push(fit);
    }
    return best;
  };

  const answer = (equalRows: readonly number[], limit: number): readonly NameMatch[] => {
    const [first, ...others] = rank(equalRows, findCandidates(equalRows));
    if (first === undefined) return [];
    const isEqual = ({ row }: Fit): boolean => equalRows.includes(row);
    const level = isEqual(first) ? levelOfEqual(first, others, isEqual) : levelOfUnequal(first, others[0]);
    return [first, ...others]
      .slice(0, limit)
      .map((fit, at) => ({ owner: ownerOf(fit), level: at === 0 ? level : 'weak', score: fit.score }));
  };

  return {
    find: (name, limit = 5) => (payer.read(name) ? answer(findEqual(), limit) : []),
    findEqual(name, limit = 5) {
      const equalRows = payer.readEqual(name) ? findEqual() : [];
      if (equalRows.length === 0) return [];
      payer.readMeanings();
      return answer(equalRows, limit);
    },
    findInText: namesInText(columns),
  };
}
