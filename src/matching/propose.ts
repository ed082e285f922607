/**
 * One payment and one partition in, one certificate out, and a claim when nothing is left to ask. Nothing else is looked
 * at and nothing is written: the same payment and the same rows give the same bytes, in any thread and whatever order the
 * rows were added in.
 */
import type { OpenItemId, PaymentId } from '../domain/ids.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { imputationOf } from '../domain/imputation.ts';
import type { DecidedWriteOff, ImputationBasis, MatchCertificate, Payment } from '../domain/match.ts';
import type { DeclinedPair } from '../domain/partition.ts';
import type { OpenItemKind } from '../domain/open-item.ts';
import { mostProposals, writeCertificate } from './certificate.ts';
import { writeOffOf } from './certificate/write-amounts.ts';
import type { Ranked } from './decision/rank.ts';
import { isReturned, judge, standsBefore, type MatchingPolicy, type Verdict } from './decision/verdict.ts';
import type { Decides } from './gather-drafts.ts';
import type { Payer } from './payer/identify-payer.ts';
import { finishHash, hashStart, hashStep } from './hash.ts';
import { itemKinds, type Partition } from './index/partition.ts';
import { hashKey } from './key-text.ts';
import type { Situation } from './situation.ts';
import { openSurveyor } from './survey.ts';

/** A payment that all gates let through, before the resolver has seen the day's other claims. */
export type Claim = Readonly<{
  points: number;
  /** The payer names the items: such claims go before those that only the amount speaks for. */
  isNamed: boolean;
  /** Equal for two payments that nothing tells apart: same payer, same text, same amount. */
  twinKey: string;
  lines: readonly ClaimLine[];
  writeOff: DecidedWriteOff | null;
  basis: ImputationBasis;
}>;

type ClaimLine = Readonly<{
  /** Row of the partition. */
  item: number;
  openItemId: OpenItemId;
  kind: OpenItemKind;
  /** What was left of the item when it was proposed: the ledger applies the line only if that still holds. */
  residualMinor: bigint;
  clearedMinor: bigint;
}>;

/** What a payment wants and what it looked at: small, and posted between threads. */
export type Outlook = Readonly<{
  paymentId: PaymentId;
  bookingDate: LocalDate;
  claim: Claim | null;
  /** Rows of customers whose items were offered: when one of them is settled, the payment is looked at again. */
  customers: readonly number[];
  /** Rows of the items that the best hypothesis names: no claim by amount alone may take them. */
  named: readonly number[];
}>;

type PaymentProposal = Readonly<{ certificate: MatchCertificate; outlook: Outlook }>;

export type Proposer = Readonly<{
  /** @param declined - what people turned down for this payment before: it is not proposed again. */
  propose(payment: Payment, declined?: readonly DeclinedPair[]): PaymentProposal;
  /** The same without the certificate: for benchmarks and back-tests. */
  weigh(
    payment: Payment,
    declined?: readonly DeclinedPair[],
  ): Readonly<{ outlook: Outlook; ranked: readonly Ranked[]; verdict: Verdict }>;
}>;

const nothingDeclined: readonly DeclinedPair[] = [];

/**
 * Keeps scratch memory: one proposer a thread.
 *
 * @param residuals - what is left of the items, in the partition's rows; the day's settlement changes it between rounds.
 */
export function openProposer(partition: Partition, residuals: Float64Array, policy: MatchingPolicy): Proposer {
  const surveyor = openSurveyor(partition, residuals);
  const decides: Decides<readonly Ranked[]> = (situation, ranked, limits) =>
    standsBefore(ranked, limits) && judge(situation, ranked, policy).action === 'apply';
  const weigh = (payment: Payment, declined: readonly DeclinedPair[] = nothingDeclined) => {
    const isOffered = payment.side === 'credit' && !isReturned(payment);
    const { situation, ranked } = surveyor.survey(payment, declined, isOffered, decides);
    const verdict = judge(situation, ranked, policy);
    return { situation, ranked, verdict, outlook: outlookOf(situation, ranked, verdict) };
  };
  return {
    weigh,
    propose(payment, declined) {
      const { situation, ranked, verdict, outlook } = weigh(payment, declined);
      return { certificate: writeCertificate(situation, ranked, verdict), outlook };
    },
  };
}

function outlookOf(situation: Situation, ranked: readonly Ranked[], verdict: Verdict): Outlook {
  const { payment, partition, payer } = situation;
  const offered = ranked.slice(0, mostProposals);
  const [best] = offered;
  const named = best === undefined || best.draft.reference === 0 ? [] : best.draft.lines.map(({ item }) => item);
  return {
    paymentId: payment.id,
    bookingDate: payment.bookingDate,
    claim: verdict.action === 'apply' && best !== undefined ? claimOf(situation, best) : null,
    customers: customersOf(offered, payer, partition),
    named,
  };
}

/** Everybody whose items are offered, and whoever the payer may be. */
function customersOf(offered: readonly Ranked[], payer: Payer, partition: Partition): readonly number[] {
  const customers: number[] = [];
  const note = (customer: number): void => {
    if (!customers.includes(customer)) customers.push(customer);
  };
  for (const { draft } of offered) {
    if (draft.selection !== 'collection' && draft.selection !== 'across') note(draft.customer);
    else for (const { item } of draft.lines) note(partition.columns.itemCustomers[item] ?? 0);
  }
  for (const { customer } of payer.candidates) note(customer);
  return customers;
}

function claimOf(situation: Situation, { draft, points }: Ranked): Claim {
  const { payment, partition, residuals } = situation;
  return {
    points,
    isNamed: draft.reference > 0,
    twinKey: twinKeyOf(payment),
    lines: draft.lines.map(({ item, cleared }) => ({
      item,
      openItemId: partition.itemId(item),
      kind: itemKinds[partition.columns.itemKinds[item] ?? 0] ?? 'invoice',
      residualMinor: BigInt(Math.abs(residuals[item] ?? 0)),
      clearedMinor: BigInt(cleared),
    })),
    writeOff: writeOffOf(situation, draft),
    basis: imputationOf(draft),
  };
}

/** Parts the fields of a payment: no byte of a key. */
const fieldEnd = 0;

/** The end-to-end id is left out: a payer's system numbers the second payment of an invoice like any other. */
function twinKeyOf(payment: Payment): string {
  return `${twinHash(payment, hashStart)}.${twinHash(payment, hashStart ^ 0x5bd1e995)}`;
}

function twinHash(payment: Payment, start: number): number {
  const part = (hash: number, text: string): number => hashStep(hashKey(hash, text), fieldEnd);
  let hash = part(part(start, payment.counterpartyName ?? ''), payment.counterpartyIban ?? '');
  for (const line of payment.remittance) hash = part(hash, line);
  hash = part(part(hash, payment.creditorReference ?? ''), payment.currency);
  return finishHash(part(hash, String(payment.unappliedMinor)));
}
