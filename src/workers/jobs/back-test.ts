/**
 * Another setting, tried on nights that are over: each is replayed whole, on its own inputs, with this build's engine and
 * the setting; what it would have applied is held against what is confirmed by now. Reads only.
 *
 * Each night starts from what was there that night. What the setting would have left over for the next night, or taken
 * from it, is not carried on.
 */
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LedgerId, PaymentId } from '../../domain/ids.ts';
import { readRunHistory, readStagedGrounds, type RunHistory } from '../../ledger/queries/confirmed-history.ts';
import { readAllowedDifferences } from '../../ledger/queries/allowed-differences.ts';
import { listReplayableRuns, type ReplayableRun } from '../../ledger/queries/replayed-run.ts';
import { outcomeOf, type ClearedLine, type Confirmed, type Outcome } from '../../matching/calibration/confirmed.ts';
import type { Calibration, CalibrationMode, ErrorBudget } from '../../matching/decision/calibration.ts';
import type { MatchingPolicy } from '../../matching/decision/verdict.ts';
import { matchingPolicyOf } from '../matching-policy.ts';
import type { WorkContext } from '../work-context.ts';
import { askedRunId, askMatching } from './ask-matching.ts';
import { calibrateLedger } from './calibrate-ledger.ts';
import type { Settled } from './settle-payments.ts';

/** Of the cases this many are told, wrong ones first. */
const mostCases = 1_000;

export type BackTestAsked = Readonly<{
  currency: CurrencyCode;
  /** The latest runs of the currency are tried, this many at most. */
  runCount: number;
  /** Rules of the ladder to switch off, beside those that the service has off. */
  withoutRules: readonly string[];
  /** Null: the ladder alone. Else a calibration from the runs before those that are tried. */
  budget: ErrorBudget | null;
}>;

export type AppliedCount = Readonly<{ applied: number; right: number; wrong: number; unconfirmed: number }>;

/** A payment on which the setting makes a difference, or that it would apply wrongly. */
export type BackTestCase = Readonly<{
  paymentId: PaymentId;
  runNumber: number;
  /** Null: it was a question, or would have been. */
  before: Outcome | null;
  after: Outcome | null;
  /** Of the best proposal under the setting. */
  rule: string | null;
  reason: string | null;
  cell: string | null;
  documents: readonly string[];
}>;

export type BackTested = Readonly<{
  /** In the order of the runs. */
  runNumbers: readonly number[];
  paymentCount: number;
  /** What the calibration could say: `shadow` when too little is confirmed before these runs. */
  calibration: Readonly<{ mode: CalibrationMode; confirmedCount: number }> | null;
  before: AppliedCount;
  after: AppliedCount;
  caseCount: number;
  cases: readonly BackTestCase[];
}>;

type Tried = { before: Outcome | null; after: Outcome | null; told: Omit<BackTestCase, 'before' | 'after'> | null };

export async function backTestSetting(
  context: WorkContext,
  ledgerId: LedgerId,
  { currency, runCount, withoutRules, budget }: BackTestAsked,
): Promise<BackTested> {
  const runs = await listReplayableRuns(context.pool, ledgerId, currency, runCount);
  const beforeRun = runs[0]?.runNumber ?? 0;
  const calibration: Calibration | null =
    budget === null ? null : await calibrateLedger(context, ledgerId, { budget, mode: 'on', beforeRun });
  const policy = matchingPolicyOf(await readAllowedDifferences(context.pool, ledgerId, currency));
  const setting = { ...policy, withoutRules: [...policy.withoutRules, ...withoutRules], calibration };
  const tried = new Map<PaymentId, Tried>();
  for (const run of runs) await tryRun(context, ledgerId, run, setting, tried);
  const cases = casesOf(tried);
  return {
    runNumbers: runs.map(({ runNumber }) => runNumber),
    paymentCount: tried.size,
    calibration: calibration === null ? null : { mode: calibration.mode, confirmedCount: calibration.confirmedCount },
    before: countOf([...tried.values()].map(({ before }) => before)),
    after: countOf([...tried.values()].map(({ after }) => after)),
    caseCount: cases.length,
    cases: cases.slice(0, mostCases),
  };
}

async function tryRun(
  context: WorkContext,
  ledgerId: LedgerId,
  { id, runNumber, currency, auditSequence }: ReplayableRun,
  policy: MatchingPolicy,
  tried: Map<PaymentId, Tried>,
): Promise<void> {
  const history = await readRunHistory(context.pool, ledgerId, id);
  const question = { ledgerId, currency, seen: { by: 'run', runId: id }, asOf: auditSequence, policy } as const;
  await askMatching(context, question, async (settled) => {
    const outcomes = outcomesOf(history, settled);
    const differing = outcomes.filter(({ before, after }) => before !== after || after === 'wrong');
    const differingIds = differing.map(({ paymentId }) => paymentId);
    const grounds = await readStagedGrounds(context.pool, ledgerId, askedRunId, differingIds);
    const demoted = new Map(settled.demotions.map(({ paymentId, reason }) => [paymentId, reason]));
    const toldOf = new Map(
      grounds.map(({ reason, rule, ...rest }) => {
        const lost = demoted.get(rest.paymentId);
        return [
          rest.paymentId,
          { ...rest, runNumber, rule: lost === undefined ? rule : null, reason: lost ?? reason },
        ] as const;
      }),
    );
    for (const { paymentId, before, after } of outcomes)
      note(tried, paymentId, { before, after, told: toldOf.get(paymentId) ?? null });
  });
}

/** A payment that waited is in several runs: what counts is the first in which it is applied. */
function note(tried: Map<PaymentId, Tried>, paymentId: PaymentId, { before, after, told }: Tried): void {
  const known = tried.get(paymentId);
  if (known === undefined) tried.set(paymentId, { before, after, told });
  else {
    known.before ??= before;
    if (known.after === null) {
      known.after = after;
      known.told = told ?? known.told;
    }
  }
}

function outcomesOf({ paymentIds, decided, allocated }: RunHistory, { lines }: Settled) {
  const [before, after] = [linesByPayment(decided), linesByPayment(lines)];
  const standing = linesByPayment(allocated.filter(({ isUndone }) => !isUndone));
  const undone = linesByPayment(allocated.filter(({ isUndone }) => isUndone));
  return paymentIds.map((paymentId) => {
    const confirmed = { standing: standing.get(paymentId) ?? [], undone: undone.get(paymentId) ?? [] };
    return {
      paymentId,
      before: outcomeOrNull(before.get(paymentId), confirmed),
      after: outcomeOrNull(after.get(paymentId), confirmed),
    };
  });
}

const outcomeOrNull = (lines: readonly ClearedLine[] | undefined, confirmed: Confirmed): Outcome | null =>
  lines === undefined ? null : outcomeOf(lines, confirmed);

function linesByPayment<Line extends ClearedLine & Readonly<{ paymentId: PaymentId }>>(lines: readonly Line[]) {
  const byPayment = new Map<PaymentId, Line[]>();
  for (const line of lines) {
    const known = byPayment.get(line.paymentId);
    if (known === undefined) byPayment.set(line.paymentId, [line]);
    else known.push(line);
  }
  return byPayment;
}

function casesOf(tried: ReadonlyMap<PaymentId, Tried>): readonly BackTestCase[] {
  return [...tried.values()]
    .filter(({ before, after }) => before !== after || after === 'wrong')
    .flatMap(({ before, after, told }) => (told === null ? [] : [{ ...told, before, after }]))
    .toSorted(
      (a, b) =>
        Number(b.after === 'wrong') - Number(a.after === 'wrong') ||
        a.runNumber - b.runNumber ||
        (a.paymentId < b.paymentId ? -1 : 1),
    );
}

const countOf = (outcomes: readonly (Outcome | null)[]): AppliedCount => {
  const count = (wanted: Outcome): number => outcomes.filter((outcome) => outcome === wanted).length;
  const [right, wrong, unconfirmed] = [count('right'), count('wrong'), count('unconfirmed')];
  return { applied: right + wrong + unconfirmed, right, wrong, unconfirmed };
};
