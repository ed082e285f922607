/** The published rules as arithmetic: what was applied, how much of it was right, what a clerk was shown for the rest. */
import { confidenceCurve, type CurvePoint } from './curve.ts';
import type { Judgement } from './judge.ts';
import { share, shareOf, sum, type Share } from './share.ts';
import type { Expectation } from './types.ts';
import { wilsonLow } from './wilson.ts';

/** Applied without asking, and not right: the worst fault. Euros are those of the lines, in cents. */
type FalsePosts = Readonly<{
  count: number;
  wrong: number;
  incomplete: number;
  perTenThousandLines: number | null;
  euroCents: number;
  largestEuroCents: number;
}>;

/** What became of the lines on which nothing may be applied. */
type QuietLines = Readonly<{ type: string; lines: number; applied: number; review: number; none: number }>;

export type ScenarioScore = Readonly<{
  scenario: string;
  expect: Expectation;
  lines: number;
  applied: number;
  correct: number;
  wrong: number;
  incomplete: number;
  /** Null for a scenario without receivables. */
  recallAt3: number | null;
}>;

export type Scores = Readonly<{
  lines: number;
  receivable: number;
  /** `count` right of `of` applied. */
  precision: Share & Readonly<{ wilsonLow: number | null }>;
  falsePosts: FalsePosts;
  /** Applied rightly, of the lines that carry a receivable; and the same by euros, in cents. */
  autoMatch: Share;
  autoMatchEuroCents: Share;
  /** Right, on lines that an expert would not have applied without asking: nothing to be proud of. */
  lucky: number;
  autoMatchWithoutLucky: Share;
  recallAt1: Share;
  recallAt3: Share;
  /** Receivable lines that were not applied: what is left to the clerk. */
  queueRecallAt1: Share;
  queueRecallAt3: Share;
  /** Receivable lines of one customer for which that customer was named. */
  customerAt1: Share;
  quiet: readonly QuietLines[];
  scenarios: readonly ScenarioScore[];
  /** Null when the engine gives no confidence. */
  curve: readonly CurvePoint[] | null;
}>;

const isCorrect = ({ outcome }: Judgement): boolean => outcome === 'correct';
const isFalse = ({ outcome }: Judgement): boolean => outcome === 'wrong' || outcome === 'incomplete';
const isLucky = (judgement: Judgement): boolean => isCorrect(judgement) && judgement.truth.expect === 'review';
const isFoundWithin =
  (places: number) =>
  ({ rank }: Judgement): boolean =>
    rank !== null && rank < places;
const countOf = (rows: readonly Judgement[], holds: (row: Judgement) => boolean): number => rows.filter(holds).length;
const euroCentsOf = (rows: readonly Judgement[]): number => sum(rows, ({ euroCents }) => euroCents);

/** @param judgements - of one run, or of several together. */
export function score(judgements: readonly Judgement[]): Scores {
  const receivable = judgements.filter(({ isReceivable }) => isReceivable);
  const applied = judgements.filter(({ outcome }) => outcome !== null);
  const queue = receivable.filter(({ decision }) => decision.action !== 'auto');
  const correct = applied.filter(isCorrect);
  return {
    lines: judgements.length,
    receivable: receivable.length,
    precision: { ...share(correct.length, applied.length), wilsonLow: wilsonLow(correct.length, applied.length) },
    falsePosts: falsePostsOf(judgements),
    autoMatch: share(correct.length, receivable.length),
    autoMatchEuroCents: share(euroCentsOf(correct), euroCentsOf(receivable)),
    lucky: countOf(correct, isLucky),
    autoMatchWithoutLucky: shareOf(receivable, (judgement) => isCorrect(judgement) && !isLucky(judgement)),
    recallAt1: shareOf(receivable, isFoundWithin(1)),
    recallAt3: shareOf(receivable, isFoundWithin(3)),
    queueRecallAt1: shareOf(queue, isFoundWithin(1)),
    queueRecallAt3: shareOf(queue, isFoundWithin(3)),
    customerAt1: customerAt1Of(receivable),
    quiet: quietOf(judgements),
    scenarios: scenariosOf(judgements),
    curve: confidenceCurve(judgements),
  };
}

function falsePostsOf(judgements: readonly Judgement[]): FalsePosts {
  const rows = judgements.filter(isFalse);
  return {
    count: rows.length,
    wrong: countOf(rows, ({ outcome }) => outcome === 'wrong'),
    incomplete: countOf(rows, ({ outcome }) => outcome === 'incomplete'),
    perTenThousandLines: judgements.length === 0 ? null : (rows.length * 10_000) / judgements.length,
    euroCents: euroCentsOf(rows),
    largestEuroCents: rows.reduce((largest, { euroCents }) => Math.max(largest, euroCents), 0),
  };
}

/** A line that pays for several customers has no one customer to name, and is left out. */
function customerAt1Of(receivable: readonly Judgement[]): Share {
  const ofOneCustomer = receivable.filter(({ truth }) => truth.customer !== null);
  return shareOf(ofOneCustomer, ({ truth, decision }) => {
    const named = decision.customer ?? decision.suggestions[0]?.customer ?? null;
    return named === truth.customer;
  });
}

function quietOf(judgements: readonly Judgement[]): readonly QuietLines[] {
  const quiet = judgements.filter(({ isReceivable }) => !isReceivable);
  return [...groupBy(quiet, ({ truth }) => truth.type)].map(([type, rows]) => ({
    type,
    lines: rows.length,
    applied: countOf(rows, ({ decision }) => decision.action === 'auto'),
    review: countOf(rows, ({ decision }) => decision.action === 'review'),
    none: countOf(rows, ({ decision }) => decision.action === 'none'),
  }));
}

function scenariosOf(judgements: readonly Judgement[]): readonly ScenarioScore[] {
  return [...groupBy(judgements, ({ truth }) => `${truth.expect} ${truth.scenario}`)].map(([, rows]) => ({
    scenario: rows[0].truth.scenario,
    expect: rows[0].truth.expect,
    lines: rows.length,
    applied: countOf(rows, ({ outcome }) => outcome !== null),
    correct: countOf(rows, isCorrect),
    wrong: countOf(rows, ({ outcome }) => outcome === 'wrong'),
    incomplete: countOf(rows, ({ outcome }) => outcome === 'incomplete'),
    recallAt3: shareOf(
      rows.filter(({ isReceivable }) => isReceivable),
      isFoundWithin(3),
    ).rate,
  }));
}

type Filled = [Judgement, ...Judgement[]];

/** Groups by key, in the order of the keys, so that two runs print the same rows in the same places. */
function groupBy(rows: readonly Judgement[], keyOf: (row: Judgement) => string): ReadonlyMap<string, Filled> {
  const groups = new Map<string, Filled>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return new Map([...groups].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
