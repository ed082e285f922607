/** Which rows are worth comparing: those with the rarest words of the payer's name, the most telling ones first. */
import type { NameColumns } from './name-columns.ts';
import { mostPayerWords, type PayerWords } from './payer-words.ts';

/** Rows looked at for one name; the rarest word is always followed to its end. */
const mostRowsPerName = 4_000;
/** Share of the best candidate's telling words that another must have to be compared. */
const shareToCompare = 0.4;

/**
 * @returns chooses at most `limit` rows for the name just read, none of `equalRows`: by what they share over what both
 * say, from the words alone; ties by row.
 */
export function nameCandidates(
  columns: NameColumns,
  payer: PayerWords,
  limit: number,
): (equalRows: readonly number[]) => readonly number[] {
  const { rowStarts, rows, nameStarts, nameWords, owners, weights } = columns;
  const { meanings, reading } = payer;
  const epochs = new Uint32Array(owners.length);
  const told = new Uint32Array(owners.length);
  const candidates: number[] = [];
  const chosen: number[] = [];
  const scores = new Float64Array(limit);
  const rarestFirst = new Uint8Array(mostPayerWords);
  const totals = new Uint32Array(owners.length);
  for (let row = 0; row < totals.length; row += 1)
    for (let at = nameStarts[row] ?? 0; at < (nameStarts[row + 1] ?? 0); at += 1)
      totals[row] = (totals[row] ?? 0) + (weights[nameWords[at] ?? 0] ?? 0);
  let epoch = 0;
  /** What the best candidate tells. */
  let most = 0;

  const follow = (word: number): void => {
    const gain = (weights[word] ?? 0) * meanings.likenessOf(word);
    for (let at = rowStarts[word] ?? 0; at < (rowStarts[word + 1] ?? 0); at += 1) {
      const row = rows[at] ?? 0;
      if (epochs[row] !== epoch) {
        epochs[row] = epoch;
        told[row] = 0;
        candidates.push(row);
      }
      const sum = (told[row] ?? 0) + gain;
      told[row] = sum;
      if (sum > most) most = sum;
    }
  };
  const rowsOf = (place: number): number => meanings.rowCounts[place] ?? 0;
  /** Sorts the places that mean something; returns how many. */
  const sortPlaces = (): number => {
    let count = 0;
    for (let place = 0; place < reading.wordCount; place += 1) {
      if (rowsOf(place) === 0) continue;
      let at = count;
      for (; at > 0 && rowsOf(rarestFirst[at - 1] ?? 0) > rowsOf(place); at -= 1)
        rarestFirst[at] = rarestFirst[at - 1] ?? 0;
      rarestFirst[at] = place;
      count += 1;
    }
    return count;
  };
  const gather = (): void => {
    epoch += 1;
    most = 0;
    candidates.length = 0;
    const placeCount = sortPlaces();
    let walked = 0;
    for (let at = 0; at < placeCount; at += 1) {
      const place = rarestFirst[at] ?? 0;
      if (walked > 0 && walked + rowsOf(place) > mostRowsPerName) return;
      walked += rowsOf(place);
      meanings.eachOf(place, follow);
    }
  };
  const isBefore = (score: number, row: number, place: number): boolean => {
    const difference = score - (scores[place] ?? 0);
    return difference > 0 || (difference === 0 && row < (chosen[place] ?? 0));
  };
  const choose = (row: number, score: number): void => {
    if (chosen.length === limit && !isBefore(score, row, limit - 1)) return;
    let at = Math.min(chosen.length, limit - 1);
    for (; at > 0 && isBefore(score, row, at - 1); at -= 1) {
      scores[at] = scores[at - 1] ?? 0;
      chosen[at] = chosen[at - 1] ?? 0;
    }
    scores[at] = score;
    chosen[at] = row;
  };

  return (equalRows) => {
    gather();
    chosen.length = 0;
    const least = most * shareToCompare;
    let asked = 0;
    for (let place = 0; place < reading.wordCount; place += 1) asked += meanings.weights[place] ?? 0;
    for (const row of candidates) {
      const shared = told[row] ?? 0;
      if (shared >= least && !equalRows.includes(row)) choose(row, shared / ((totals[row] ?? 0) + asked));
    }
    return chosen;
  };
}
