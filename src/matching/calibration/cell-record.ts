/**
 * What a ledger has confirmed of each evidence cell, and what is to be expected of it.
 *
 * Most cells are rare, and one wrong payment in a thousand is hardly ever seen in the cell where the next will be. So a
 * cell borrows from its kind, and a kind from a wider one: the cell without its payer, then without its notes, then its
 * first word, then all cells. The payer goes first because the notes tell more (`docs/decisions/0019`, measured). What
 * rules of the ladder apply and what none does are kept apart: the second is what the first was written to leave out.
 */
import { wilsonInterval } from './wilson.ts';

/** What became of a payment that every gate but that of the ladder let through. */
export type ConfirmedOutcome = Readonly<{
  /** Of the best proposal: selection, reference, amount, payer, notes. */
  cell: string;
  /** The rule of the ladder that applies it, with its version; null: none does. */
  rule: string | null;
  /** What was confirmed in the end is the best proposal, to the minor unit. */
  isRight: boolean;
}>;

export type CellRecord = Readonly<{
  cell: string;
  rule: string | null;
  right: number;
  wrong: number;
  /** The share of wrong ones among the next, between 0 and 1; what its kinds lend is included. */
  expectedWrongRate: number;
  /** The share of right ones is no lower, at 97.5 %, by its own outcomes alone. */
  lowerBound: number;
  /** The share of wrong ones is higher, at 97.5 %, by its own outcomes or those of a kind; of all cells proves nothing. */
  provenWrongRate: number;
}>;

type Count = { right: number; wrong: number };

/** Outcomes that a kind borrows from the next wider. */
const borrowedByKind = 100;
/** Outcomes that a cell borrows from its kind: many, for within a kind the cells hardly differ. */
const borrowedByCell = 1_000;

/** One record for each pair of cell and rule, in their order. The order of the outcomes is of no account. */
export function recordCells(outcomes: readonly ConfirmedOutcome[]): readonly CellRecord[] {
  const countByKind = new Map<string, Count>();
  const cellByKey = new Map<string, Readonly<{ cell: string; rule: string | null; count: Count }>>();
  for (const { cell, rule, isRight } of outcomes) {
    for (const kind of kindsOf(cell, rule)) add(entryOf(countByKind, kind, none), isRight);
    add(entryOf(cellByKey, `${cell}\n${rule ?? ''}`, () => ({ cell, rule, count: none() })).count, isRight);
  }
  return [...cellByKey.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { cell, rule, count }]) => {
      const kinds = kindsOf(cell, rule).map((kind) => entryOf(countByKind, kind, none));
      const [, ...narrowKinds] = kinds;
      return {
        cell,
        rule,
        ...count,
        expectedWrongRate: expectedWrongRate(kinds, count),
        lowerBound: wilsonInterval(count.right, sizeOf(count)).low,
        provenWrongRate: Math.max(
          ...[...narrowKinds, count].map((seen) => wilsonInterval(seen.wrong, sizeOf(seen)).low),
        ),
      };
    });
}

const none = (): Count => ({ right: 0, wrong: 0 });
const sizeOf = ({ right, wrong }: Count): number => right + wrong;

function entryOf<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function add(count: Count, isRight: boolean): void {
  if (isRight) count.right += 1;
  else count.wrong += 1;
}

const selectionWords = 1;
const factWords = 3;
const payerWords = 4;

/** Widest first. */
function kindsOf(cell: string, rule: string | null): readonly string[] {
  const words = cell.split(' ');
  const first = (count: number): string => words.slice(0, count).join(' ');
  const withoutPayer = `${first(factWords)} … ${words.slice(payerWords).join(' ')}`;
  return ['', first(selectionWords), first(factWords), withoutPayer].map(
    (kind) => `${rule === null ? 'left' : 'ladder'} ${kind}`,
  );
}

/**
 * From the widest kind to the cell; half a wrong outcome is what is believed before the first. A kind includes the cell: if
 * only its other members spoke, a large clean cell would be judged by a few bad neighbours.
 */
function expectedWrongRate(kinds: readonly Count[], own: Count): number {
  const [all = own, ...narrower] = kinds;
  const first = (all.wrong + 0.5) / (sizeOf(all) + 1);
  const ofKind = narrower.reduce((lent, kind) => borrow(lent, kind, borrowedByKind), first);
  return borrow(ofKind, own, borrowedByCell);
}

const borrow = (lentRate: number, count: Count, borrowedCount: number): number =>
  (count.wrong + borrowedCount * lentRate) / (sizeOf(count) + borrowedCount);
