/**
 * How long the question "which open items add up to this payment, and only these?" takes, and how often the answer is
 * one set, proven. By open items `n` and items really paid `k`, as a table: beyond some 20 open items a sum is hardly
 * ever unique, which is why most questions end early with a second solution.
 *
 * The peer is what one writes first: take or leave each item in turn, cut only when the payment is exceeded, and take
 * the first set that fits. It finds an answer and cannot say whether it is the right one.
 */
import { createHash } from 'node:crypto';
import { combine } from '../../src/matching/combination/combine.ts';
import type { Combinations } from '../../src/matching/combination/combinations.ts';

const sizes = {
  small: { trialCount: 20, cells: [[8, 2], [20, 3], [40, 3]] }, // prettier-ignore
  canonical: {
    trialCount: 200,
    cells: [[8, 3], [12, 3], [16, 4], [20, 4], [24, 6], [30, 3], [40, 3], [40, 8], [60, 3], [100, 10], [200, 20], [500, 50], [1_000, 50]], // prettier-ignore
  },
} as const;

/** Uniform in [0, 1), from a 32-bit seed. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296;
  };
}

type Question = Readonly<{ amounts: Float64Array; paid: readonly number[]; target: number }>;

/** Amounts as on invoices: spread over three powers of ten, a third of them from a price list, a few credit notes. */
function questionOf(n: number, k: number, random: () => number): Question {
  const price = (): number =>
    random() < 0.33 ? 990 * (1 + Math.floor(random() * 60)) : Math.round(2_000 * 10 ** (random() * 2.4));
  const amounts = Float64Array.from({ length: n }, () => (random() < 0.04 ? -price() : price()));
  const paid = Array.from(amounts, (value, place) => ({ place, key: value < 0 ? 2 : random() }))
    .toSorted((a, b) => a.key - b.key)
    .slice(0, k)
    .map(({ place }) => place)
    .toSorted((a, b) => a - b);
  return { amounts, paid, target: paid.reduce((sum, place) => sum + (amounts[place] ?? 0), 0) };
}

/** The peer: the first set that fits, or nothing after a hundred thousand steps. */
function firstThatFits({ amounts, target }: Question): readonly number[] | null {
  let steps = 0;
  const visit = (place: number, missing: number, taken: readonly number[]): readonly number[] | null => {
    steps += 1;
    if (missing === 0) return taken;
    const amount = amounts[place];
    if (amount === undefined || steps > 100_000) return null;
    const withItem = amount <= missing ? visit(place + 1, missing - amount, [...taken, place]) : null;
    return withItem ?? visit(place + 1, missing, taken);
  };
  return visit(0, target, []);
}

const middleOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const share = (part: number, all: number): string => `${Math.round((100 * part) / all)} %`;
const isEqual = (a: readonly number[] | null, b: readonly number[]): boolean => a?.join() === b.join();

type Trial = Readonly<{ question: Question; found: Combinations; microseconds: number }>;

function trialOf(question: Question): Trial {
  const start = performance.now();
  const found = combine(question.amounts, question.amounts.length, question.target, { limit: 3 });
  return { question, found, microseconds: (performance.now() - start) * 1_000 };
}

function rowOf(trials: readonly Trial[]): Readonly<Record<string, unknown>> {
  const peerStart = performance.now();
  const peerRightCount = trials.filter(({ question }) => isEqual(firstThatFits(question), question.paid)).length;
  const peerMicroseconds = ((performance.now() - peerStart) * 1_000) / trials.length;
  const times = trials.map(({ microseconds }) => microseconds);
  const unique = trials.filter(({ found }) => found.isComplete && found.count === 1);
  return {
    medianMicroseconds: Math.round(middleOf(times)),
    mostMicroseconds: Math.round(Math.max(...times)),
    medianNodes: middleOf(trials.map(({ found }) => found.nodes)),
    unique: share(unique.length, trials.length),
    notDecided: share(trials.filter(({ found }) => !found.isComplete && found.count < 2).length, trials.length),
    uniqueAndPaid: share(
      unique.filter(({ question, found }) => isEqual(found.solutions[0] ?? null, question.paid)).length,
      trials.length,
    ),
    firstIsPaid: share(
      trials.filter(({ question, found }) => isEqual(found.solutions[0] ?? null, question.paid)).length,
      trials.length,
    ),
    peerMicroseconds: Math.round(peerMicroseconds),
    peerIsPaid: share(peerRightCount, trials.length),
  };
}

/** Runs the benchmark once; the caller repeats it and takes the median. */
export async function run({ size }: { size: keyof typeof sizes }): Promise<Record<string, unknown>> {
  const { trialCount, cells } = sizes[size];
  const random = randomFrom(20_260_301);
  const output = createHash('sha256');
  const rows: Record<string, unknown> = {};
  // A few questions first: the compiler's work is not the search's.
  for (let round = 0; round < 300; round += 1) trialOf(questionOf(10 + (round % 30), 3, random));
  for (const [n, k] of cells) {
    const trials = Array.from({ length: trialCount }, () => trialOf(questionOf(n, k, random)));
    for (const { found } of trials) output.update(JSON.stringify([found.solutions, found.count, found.isComplete]));
    rows[`n=${n} k=${k}`] = rowOf(trials);
  }
  return { size, trialCount, peer: 'depth first, first set that fits', ...rows, outputSha256: output.digest('hex') };
}
