/** The order of hypotheses: by what names the items, by what the amount says, by who paid. */
import { referenceLevel, type PayerLevel } from '../../domain/match.ts';
import type { AmountClass, Draft, Selection } from '../hypotheses/draft.ts';

const referencePoints = [0, 24, 24, 32, 40, 40, 46, 52] as const;
const payerPoints = [-16, 0, 8, 12, 20, 26, 27, 30] as const;
const amountPoints: Readonly<Record<AmountClass, number>> = {
  exact: 44,
  discount: 36,
  exchange: 36,
  retention: 32,
  rounding: 30,
  fee: 30,
  partial: 8,
  over: 6,
  short: 4,
};
const selectionPoints: Readonly<Record<Selection, number>> = {
  named: 0,
  named_subset: -4,
  range: 0,
  netted: -4,
  mended: -2,
  continued: -2,
  completed: -8,
  across: 0,
  single: 0,
  structured: -1,
  proven: -6,
  collection: 30,
};

/** Points of a hypothesis: they order, they are no probability. */
export const pointsOf = (draft: Draft): number => {
  const { reference, payer, amountClass, selection, notes } = draft;
  return (
    referencePoints[reference] +
    payerPoints[payer] +
    amountPoints[amountClass] +
    selectionPoints[selection] -
    doubtOf(draft) -
    pointsAgainst(amountClass, notes)
  );
};

/** What others that explain the payment as well take from a hypothesis. */
function doubtOf({ selection, amountClass, rivals, notes, bits }: Draft): number {
  if (rivals === 0) return 0;
  // Whole hundreds are what is paid on account; and many sets make them.
  const isRound = notes.includes('round');
  // Of each item that is large enough a payment may be a part: the oldest goes first.
  if (selection === 'single' && amountClass === 'partial') return bits + (isRound ? 0 : 8);
  return 12 + Math.round(bits) + (selection === 'proven' && isRound ? 10 : 0);
}

/** Points as another explanation: a set that a search found late is one that is shown later, and explains no less. */
export const strengthOf = ({ draft, points }: Ranked): number =>
  draft.rivals > 0 && draft.amountClass !== 'partial' ? points + doubtOf(draft) - 12 : points;

const pointsAgainst = (amountClass: AmountClass, notes: readonly string[]): number =>
  (notes.includes('unknown') ? 3 : 0) +
  (notes.includes('at_par') ? 20 : 0) +
  // More money than a list that breaks off: it has lost its end.
  (amountClass === 'over' && notes.includes('open_list') ? 20 : 0) +
  (notes.includes('anywhere') ? 6 : 0);

/** Points that no hypothesis of a customer with this level exceeds which nearly names an item by its number. */
export const mostPointsNearlyNamed = (payer: PayerLevel): number =>
  payerPoints[payer] + referencePoints[referenceLevel.typed] + amountPoints.exact + selectionPoints.mended;

/** The same of those that name nothing. */
export const mostPointsUnnamed = (payer: PayerLevel): number =>
  payerPoints[payer] + amountPoints.exact + Math.max(...unnamed.map((selection) => selectionPoints[selection]));

const unnamed = ['single', 'structured', 'proven'] as const satisfies readonly Selection[];

export type Ranked = Readonly<{ draft: Draft; points: number }>;

const keyOfLines = ({ lines }: Draft): string =>
  lines
    .map(({ item, cleared }) => `${item}:${cleared}`)
    .toSorted()
    .join(' ');

/** In any order. The key is a text: it is made only where the first look does not tell. */
function haveSameLines(a: Draft, b: Draft): boolean {
  if (a.lines.length !== b.lines.length) return false;
  let isSame = true;
  let rest = 0;
  for (const [place, { item, cleared }] of a.lines.entries()) {
    const other = b.lines[place];
    isSame &&= other?.item === item && other.cleared === cleared;
    rest += item - (other?.item ?? 0);
  }
  return isSame || (rest === 0 && keyOfLines(a) === keyOfLines(b));
}

const compareRanked = (a: Ranked, b: Ranked): number =>
  b.points - a.points || a.draft.customer - b.draft.customer || inRowOrder(a.draft.lines, b.draft.lines);

/** Best first; the same lines once, with their best reason. */
export function rankDrafts(drafts: readonly Draft[]): readonly Ranked[] {
  const [only] = drafts;
  if (only !== undefined && drafts.length === 1) return [{ draft: only, points: pointsOf(only) }];
  const ranked: Ranked[] = [];
  for (const draft of drafts) {
    const points = pointsOf(draft);
    const same = ranked.findIndex((known) => haveSameLines(known.draft, draft));
    if (same < 0) ranked.push({ draft, points });
    else if ((ranked[same]?.points ?? 0) < points) ranked[same] = { draft, points };
  }
  return ranked.toSorted(compareRanked);
}

/** Rows of a customer stand oldest first: of sets that are as good, the older one. */
function inRowOrder(a: Draft['lines'], b: Draft['lines']): number {
  for (const [place, { item, cleared }] of a.entries()) {
    const other = b[place];
    if (other === undefined) return 1;
    if (item !== other.item) return item - other.item;
    if (cleared !== other.cleared) return cleared - other.cleared;
  }
  return a.length - b.length;
}
