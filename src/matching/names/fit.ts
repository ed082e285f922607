/**
 * How well a name on file explains what a bank wrote: word by word, each counting as much as it tells.
 *
 * The score is twice what both share over what both say (Dice), 1 for equal names. Beside it stands the margin: how far
 * fewer than one name of a ledger of this size would have these words by accident, were words independent.
 */
import { looseLikeness } from './loose-likeness.ts';
import { likeness } from './meanings.ts';
import type { NameColumns } from './name-columns.ts';
import { mostPayerWords, type PayerWords } from './payer-words.ts';
import { shareForm } from './word-kinds.ts';
import { noWord } from './word-table.ts';

/** `different`: both have legal forms, and none in common. */
type FormRelation = 'same' | 'shared' | 'absent' | 'different';

export type Fit = {
  row: number;
  /** 0 to 1. */
  score: number;
  /** Words on file that nothing written explains, and written words that nothing on file explains. */
  missing: number;
  extra: number;
  /** The least like of the words that were paired, in percent. */
  worst: number;
  /** ln(1 / expected accidental names), in thousandths. */
  margin: number;
  form: FormRelation;
  /** A word of this ledger had to be another one, mistyped. */
  hasOtherWord: boolean;
};

export const emptyFit = (): Fit => ({
  row: -1,
  score: 0,
  missing: 0,
  extra: 0,
  worst: 0,
  margin: 0,
  form: 'absent',
  hasOtherWord: false,
});
export const isFull = ({ missing, extra }: Fit): boolean => missing === 0 && extra === 0;

/** What the legal form takes from the score: enough to order namesakes, too little to part names. */
const formPenalty: Readonly<Record<FormRelation, number>> = { same: 0, shared: 0.005, absent: 0.01, different: 0.02 };
/** What a word tells at most, in thousandths of a logarithm, when it was paired without asking the table. */
const mostTold = (percent: number): number =>
  percent === likeness.edit ? 3_000 : percent === likeness.initial ? 1_000 : 2_300;

type Fitter = Readonly<{
  /** Pairs words by their meanings, then what is left over on both sides. */
  compare(row: number, into: Fit): void;
  /** For a row that is known to have the same name. */
  acceptEqual(row: number, into: Fit): void;
}>;

export function fitter(columns: NameColumns, payer: PayerWords): Fitter {
  const { words, nameStarts, nameWords, owners, forms, weights } = columns;
  const { reading, meanings, equal } = payer;
  const { bytes, starts, ends } = reading;
  const isUsed = new Uint8Array(mostPayerWords);
  const accident = Math.round(1000 * Math.log(owners.length + 1));
  // Sums over the row at hand.
  let shared = 0;
  let total = 0;

  const begin = (row: number, fit: Fit): void => {
    fit.row = row;
    fit.missing = fit.extra = 0;
    fit.hasOtherWord = false;
    fit.worst = likeness.equal;
    fit.margin = -accident;
    const own = forms[row] ?? 0;
    if (own === reading.forms) fit.form = own === 0 ? 'absent' : 'same';
    else if (own === 0 || reading.forms === 0) fit.form = 'absent';
    else fit.form = shareForm(own, reading.forms) ? 'shared' : 'different';
    shared = total = 0;
    isUsed.fill(0);
  };
  const finish = (fit: Fit): void => {
    fit.score = total === 0 ? 0 : Math.max(0, (2 * shared) / total - formPenalty[fit.form]);
  };
  const pair = (fit: Fit, place: number, weight: number, percent: number, told: number): void => {
    isUsed[place] = 1;
    shared += (weight * percent) / 100;
    total += weight;
    fit.margin += told;
    fit.worst = Math.min(fit.worst, percent);
  };
  const pairByMeaning = (fit: Fit, word: number, weight: number): boolean => {
    let place = meanings.placeOf(word);
    // A name may say one word twice: `YOUNG & YOUNG`.
    while (place >= 0 && isUsed[place] === 1)
      place = place + 1 === reading.wordCount ? -1 : equal.indexOf(word, place + 1);
    if (place < 0 || place >= reading.wordCount) return false;
    const percent = equal[place] === word ? likeness.equal : meanings.likenessOf(word);
    pair(fit, place, weight, percent, percent === likeness.equal ? weight : (meanings.weights[place] ?? 0));
    return true;
  };
  const pairLoosely = (fit: Fit, word: number, weight: number): boolean => {
    const from = words.starts[word] ?? 0;
    const to = words.starts[word + 1] ?? 0;
    let best = 0;
    let bestPlace = -1;
    for (let place = 0; place < reading.wordCount; place += 1) {
      if (isUsed[place] === 1) continue;
      const percent = looseLikeness(bytes, starts[place] ?? 0, ends[place] ?? 0, words.bytes, from, to);
      if (percent <= best) continue;
      best = percent;
      bestPlace = place;
    }
    if (bestPlace < 0) return false;
    pair(fit, bestPlace, weight, best, Math.min(weight, mostTold(best)));
    // `DUPONT` is hardly `DUMONT` mistyped where both are words of the ledger.
    if (best === likeness.edit && equal[bestPlace] !== noWord) fit.hasOtherWord = true;
    return true;
  };
  /** A legal form that is cut or mistyped says nothing against a name. */
  const passesAsForm = (fit: Fit, place: number): boolean => {
    const percent = payer.formLikeness(place);
    if (percent > 0) fit.worst = Math.min(fit.worst, percent);
    return percent > 0;
  };
  const countExtra = (fit: Fit): void => {
    for (let place = 0; place < reading.wordCount; place += 1) {
      if (isUsed[place] === 1 || passesAsForm(fit, place)) continue;
      fit.extra += 1;
      total += meanings.weights[place] ?? 0;
    }
  };

  return {
    compare: (row, fit) => {
      begin(row, fit);
      const first = nameStarts[row] ?? 0;
      const end = nameStarts[row + 1] ?? 0;
      let leftOver = 0;
      for (let at = first; at < end; at += 1) {
        const word = nameWords[at] ?? 0;
        total += weights[word] ?? 0;
        if (!pairByMeaning(fit, word, weights[word] ?? 0)) leftOver |= 1 << (at - first);
      }
      // Where the words on file that nothing explains begin to be the last ones of the name.
      let tail = end;
      for (let at = first; at < end; at += 1) {
        const word = nameWords[at] ?? 0;
        const isLeftOver = (leftOver & (1 << (at - first))) !== 0;
        if (isLeftOver && !pairLoosely(fit, word, weights[word] ?? 0)) {
          fit.missing += 1;
          tail = Math.min(tail, at);
        } else tail = end;
      }
      countExtra(fit);
      // A bank cut the last words off: the name that is left is still whole.
      if (payer.mayBeCut() && fit.extra === 0 && fit.missing > 0 && fit.missing === end - tail && tail > first) {
        fit.missing = 0;
        fit.worst = Math.min(fit.worst, likeness.beginning);
      }
      finish(fit);
    },
    acceptEqual: (row, fit) => {
      begin(row, fit);
      for (let at = nameStarts[row] ?? 0; at < (nameStarts[row + 1] ?? 0); at += 1)
        fit.margin += weights[nameWords[at] ?? 0] ?? 0;
      shared = 1;
      total = 2;
      finish(fit);
    },
  };
}
