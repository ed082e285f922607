/**
 * What a ledger's own history says of the ladder: which cells proved worse than the errors the ledger allows itself, and
 * which cells that no rule applies proved good.
 *
 * An error budget, such as 1 wrong of 10,000 applied, is spent over the cells from the surest to the least sure. A cell of
 * the ladder costs what is to be expected of it. It is taken away when the budget has no room for it, or when it is worse
 * than {@link mostTimesBudget} times the budget; in either case only if its own record or that of its kind proves it worse.
 * A cell without a rule costs the worst that its record allows. It is added only when it was never wrong and even that is
 * within the same two limits.
 *
 * The ladder decides alone until {@link neededConfirmedCount} payments are confirmed, and whenever the mode is not `on`.
 * Gates come before: no record overrides them (`verdict.ts`).
 */
import { recordCells, type CellRecord, type ConfirmedOutcome } from '../calibration/cell-record.ts';

/** `off`: nothing is counted. `shadow`: it is counted and shown, the ladder decides. `on`: it decides with the ladder. */
const calibrationModes = ['off', 'shadow', 'on'] as const;
export type CalibrationMode = (typeof calibrationModes)[number];

/** At most `wrong` of `of` applied: 1 of 10,000 asks for a precision of 99.99 %. */
export type ErrorBudget = Readonly<{ wrong: number; of: number }>;

/** `unknown`: the record says too little, the ladder stands. */
export type CellDecision = 'apply' | 'ask' | 'unknown';

export type CalibratedCell = Readonly<{
  cell: string;
  /** The rule of the ladder that applies the cell; null: none does. */
  rule: string | null;
  right: number;
  wrong: number;
  /** The share of right ones is no lower, at 97.5 %; parts per million, by the cell's own outcomes. */
  lowerBoundPpm: number;
  decision: CellDecision;
  /** Why, for a person. */
  because: string;
}>;

/** Plain data: can be stored, posted between threads and compared byte by byte. */
export type Calibration = Readonly<{
  version: 'calibration/1';
  mode: CalibrationMode;
  budget: ErrorBudget;
  confirmedCount: number;
  /** As the budget was spent: those of the ladder from the surest, then the others. */
  cells: readonly CalibratedCell[];
}>;

/** Fewer say nothing of one wrong in thousands. */
export const neededConfirmedCount = 2_000;

/** Sure cells leave room in a budget. They shall not pay for a few that everybody knows to be bad. */
const mostTimesBudget = 10;

type Purse = { readonly allowedRate: number; appliedCount: number; spent: number };

/**
 * Spends the budget over what was confirmed. The same outcomes in any order give the same bytes.
 *
 * @param mode - as asked for: `on` becomes `shadow` while too few are confirmed.
 */
export function calibrate(
  outcomes: readonly ConfirmedOutcome[],
  budget: ErrorBudget,
  mode: CalibrationMode,
): Calibration {
  const counted = mode === 'off' ? [] : outcomes;
  const records = recordCells(counted);
  const ofLadder = records.filter(({ rule }) => rule !== null).toSorted(byRate(expectedRateOf));
  const others = records.filter(({ rule }) => rule === null).toSorted(byRate(worstRateOf));
  const purse: Purse = { allowedRate: budget.wrong / budget.of, appliedCount: 0, spent: 0 };
  return {
    version: 'calibration/1',
    mode: mode === 'on' && counted.length < neededConfirmedCount ? 'shadow' : mode,
    budget,
    confirmedCount: counted.length,
    cells: [
      ...ofLadder.map((record) => decideOfLadder(record, purse)),
      ...others.map((record) => decideOther(record, purse)),
    ],
  };
}

const countOf = ({ right, wrong }: CellRecord): number => right + wrong;
const expectedRateOf = ({ expectedWrongRate }: CellRecord): number => expectedWrongRate;
const worstRateOf = ({ lowerBound }: CellRecord): number => 1 - lowerBound;

const byRate =
  (rateOf: (record: CellRecord) => number) =>
  (a: CellRecord, b: CellRecord): number =>
    rateOf(a) - rateOf(b) || countOf(b) - countOf(a) || (a.cell < b.cell ? -1 : 1);

const hasRoom = ({ allowedRate, appliedCount, spent }: Purse, count: number, rate: number): boolean =>
  spent + count * rate <= allowedRate * (appliedCount + count);

const isBearableIn = ({ allowedRate }: Purse, rate: number): boolean => rate <= mostTimesBudget * allowedRate;

function spend(purse: Purse, count: number, rate: number): void {
  purse.appliedCount += count;
  purse.spent += count * rate;
}

function decideOfLadder(record: CellRecord, purse: Purse): CalibratedCell {
  const rate = expectedRateOf(record);
  const expected = `about ${inTenThousand(rate)} wrong of 10,000 expected`;
  const isBearable = isBearableIn(purse, rate);
  const isWithin = isBearable && hasRoom(purse, countOf(record), rate);
  const objection = isBearable ? 'no room in the budget' : `more than ${mostTimesBudget} times the budget`;
  if (!isWithin && record.provenWrongRate > purse.allowedRate)
    return toCell(record, 'ask', `${expected}: ${objection}, proven by its record or that of its kind`);
  spend(purse, countOf(record), rate);
  return isWithin
    ? toCell(record, 'apply', `${expected}: within the budget`)
    : toCell(record, 'unknown', `${expected}: ${objection}, but nothing proves it worse`);
}

function decideOther(record: CellRecord, purse: Purse): CalibratedCell {
  if (record.wrong > 0) return toCell(record, 'ask', 'no rule applies it, and it was wrong before');
  const rate = worstRateOf(record);
  const worst = `no rule applies it; never wrong, at worst ${inTenThousand(rate)} of 10,000`;
  if (!isBearableIn(purse, rate)) return toCell(record, 'unknown', `${worst}: too few to know`);
  if (!hasRoom(purse, countOf(record), rate)) return toCell(record, 'unknown', `${worst}: no room in the budget`);
  spend(purse, countOf(record), rate);
  return toCell(record, 'apply', `${worst}: within the budget`);
}

/** One digit after the point, rounded up: never better than it is. */
function inTenThousand(rate: number): string {
  const tenths = Math.ceil(rate * 100_000);
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}

const toCell = (
  { cell, rule, right, wrong, lowerBound }: CellRecord,
  decision: CellDecision,
  because: string,
): CalibratedCell => ({
  cell,
  rule,
  right,
  wrong,
  lowerBoundPpm: Math.floor(lowerBound * 1_000_000),
  decision,
  because,
});

/** Whether the best hypothesis of a payment that passed the gates may be applied without a person. */
export type Allowance = (cell: string, rule: string | null) => boolean;

/** Opens a calibration for many questions. A cell that it does not know is left to the ladder. */
export function openAllowance({ mode, cells }: Calibration): Allowance {
  if (mode !== 'on') return (_, rule) => rule !== null;
  const decisions = new Map(cells.map(({ cell, rule, decision }) => [keyOf(cell, rule), decision]));
  return (cell, rule) => {
    const decision = decisions.get(keyOf(cell, rule)) ?? 'unknown';
    return decision === 'unknown' ? rule !== null : decision === 'apply';
  };
}

const keyOf = (cell: string, rule: string | null): string => `${cell}\n${rule ?? ''}`;

/** {@link openAllowance} for one question. */
export const allows = (calibration: Calibration, cell: string, rule: string | null): boolean =>
  openAllowance(calibration)(cell, rule);
