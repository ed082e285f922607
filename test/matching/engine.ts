/** The engine as a night runs it, and its answer in a line that a test can compare. */
import type { PaymentId } from '../../src/domain/ids.ts';
import { type Payment, type ReviewReason, referenceLevels } from '../../src/domain/match.ts';
import type { DeclinedPair } from '../../src/domain/partition.ts';
import { everything, type MatchingPolicy, type Verdict } from '../../src/matching/decision/verdict.ts';
import type { Draft } from '../../src/matching/hypotheses/draft.ts';
import type { Partition } from '../../src/matching/index/partition.ts';
import { openProposer, type Claim, type Outlook } from '../../src/matching/propose.ts';

import { openSettlement } from '../../src/matching/settle.ts';
import { openSurveyor } from '../../src/matching/survey.ts';
import { partitionOf, type Ledger } from './ledgers.ts';

type Line = Readonly<{ item: number; cleared: number | bigint }>;

/** Lines by document number: `AV2026-00007 2000 + FA2026-00123 12000`. */
const linesOf = (partition: Partition, lines: readonly Line[]): string =>
  lines
    .map(({ item, cleared }) => `${partition.documentNumberOf(item)} ${cleared}`)
    .toSorted()
    .join(' + ');

type Weighed = Readonly<{
  partition: Partition;
  verdict: Verdict;
  outlook: Outlook;
  best: Draft | null;
  drafts: readonly Draft[];
}>;

/** Looks at one payment alone. */
export function weigh(
  ledger: Ledger,
  payment: Payment,
  {
    policy = everything,
    declined = [],
  }: Readonly<{ policy?: MatchingPolicy; declined?: readonly DeclinedPair[] }> = {},
): Weighed {
  const partition = partitionOf(ledger);
  const { verdict, outlook, ranked } = openProposer(partition, partition.columns.itemResiduals, policy).weigh(
    payment,
    declined,
  );
  const drafts = ranked.map(({ draft }) => draft);
  return { partition, verdict, outlook, drafts, best: drafts[0] ?? null };
}

/** `apply FA2026-00123 12000`, or `several_explanations: FA2026-00123 12000`. */
export function outcome(ledger: Ledger, payment: Payment, policy: MatchingPolicy = everything): string {
  const { partition, verdict, best } = weigh(ledger, payment, { policy });
  const lines = best === null ? 'nothing' : linesOf(partition, best.lines);
  return verdict.reason === null ? `apply ${lines}` : `${verdict.reason}: ${lines}`;
}

/** An {@link outcome} that is for a person, whatever the reason. */
export const asked = /^(?!apply)/;

type Settled = Readonly<{
  applied: readonly (Claim & Readonly<{ paymentId: PaymentId }>)[];
  /** Why each other payment is for a person. */
  reasons: ReadonlyMap<PaymentId, ReviewReason>;
  residuals: Float64Array;
  /** The last outlook of each payment. */
  outlooks: ReadonlyMap<PaymentId, Outlook>;
}>;

/** Settles a day: looks at all payments, and again at those whose items were touched, until nobody is. */
export function settleIn(
  partition: Partition,
  payments: readonly Payment[],
  policy: MatchingPolicy = everything,
): Settled {
  const settlement = openSettlement(partition.columns);
  const proposer = openProposer(partition, settlement.residuals, policy);
  const byId = new Map(payments.map((payment) => [payment.id, payment]));
  const outlooks = new Map<PaymentId, Outlook>();
  const reasons = new Map<PaymentId, ReviewReason>();
  for (
    let again: readonly PaymentId[] = payments.map(({ id }) => id);
    again.length > 0;
    again = settlement.settleRound()
  )
    for (const id of again) {
      const payment = byId.get(id);
      if (payment === undefined) throw new Error(`asked to look again at ${id}, which is not of the day`);
      const { outlook, verdict } = proposer.weigh(payment);
      settlement.add(outlook);
      outlooks.set(id, outlook);
      if (verdict.reason === null) reasons.delete(id);
      else reasons.set(id, verdict.reason);
    }
  const { applied, lost } = settlement.result();
  for (const { paymentId, reason } of lost) reasons.set(paymentId, reason);
  return { applied, reasons, residuals: settlement.residuals, outlooks };
}

/** A day in a line a payment, by id: `1 FA2026-00123 12000`, `2 several_explanations`. */
export function settle(
  ledger: Ledger,
  payments: readonly Payment[],
  policy: MatchingPolicy = everything,
): readonly string[] {
  const partition = partitionOf(ledger);
  const { applied, reasons } = settleIn(partition, payments, policy);
  const told = new Map<PaymentId, string>(reasons);
  for (const { paymentId, lines } of applied)
    told.set(
      paymentId,
      linesOf(
        partition,
        lines.map(({ item, clearedMinor }) => ({ item, cleared: clearedMinor })),
      ),
    );
  return payments
    .map(({ id }) => id)
    .toSorted()
    .map((id) => `${Number(id.slice(24))} ${told.get(id) ?? 'not answered'}`);
}

/** What a payment's text leads to, without any judgement: `FA2026-00123 full`, in the order of the text. */
export function hitsIn(partition: Partition, payment: Payment): readonly string[] {
  const { situation } = openSurveyor(partition, partition.columns.itemResiduals).survey(payment, [], true);
  return situation.hits.map(({ item, level }) => `${partition.documentNumberOf(item)} ${referenceLevels[level]}`);
}
