/**
 * The ladder: rules from most to least certain, then the gates. One payment and one partition in, one certificate out;
 * nothing else is looked at and nothing is written.
 */
import { createHash } from 'node:crypto';
import type { OpenItemId, PaymentId } from '../domain/ids.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { MatchCertificate, Payment } from '../domain/match.ts';
import type { OpenItemKind } from '../domain/open-item.ts';
import { writeCertificate } from './certificate.ts';
import { lowestAppliedBp } from './confidence.ts';
import { customerNameKeyOf } from './customer-name.ts';
import { checkGates, isReturned } from './gates.ts';
import { keyOf } from './key-text.ts';
import { settleReferences, type NamedItems } from './named-items.ts';
import { identifyPayer } from './payer.ts';
import type { Partition } from './partition.ts';
import { readReferences } from './references.ts';
import { byAmbiguousReference } from './strategies/ambiguous-reference.ts';
import { byCreditorReference } from './strategies/creditor-reference.ts';
import { byDocumentNumbers } from './strategies/document-numbers.ts';
import { byNamedSubset } from './strategies/named-subset.ts';
import { byPayerAmount } from './strategies/payer-amount.ts';
import { byWholeAccount } from './strategies/whole-account.ts';
import { signedResidual } from './draft.ts';
import type { Draft, Situation, Strategy } from './strategy.ts';
import { exactSubsets, type SubsetSearch } from './subset-sum.ts';

/** A payment that all gates let through, before the resolver has seen the day's other claims. */
export type Claim = Readonly<{
  paymentId: PaymentId;
  bookingDate: LocalDate;
  confidenceBp: number;
  /** Equal for two payments that nothing tells apart: same payer, same text, same amount. */
  twinKey: string;
  lines: readonly ClaimLine[];
}>;
export type ClaimLine = Readonly<{
  openItemId: OpenItemId;
  /** What was left of the item when it was proposed: the ledger applies the line only if that still holds. */
  residualMinor: bigint;
  clearedMinor: bigint;
  kind: OpenItemKind;
}>;

/** `claim` is there exactly when `certificate.action` is `apply`. */
export type PaymentProposal = Readonly<{ certificate: MatchCertificate; claim: Claim | null }>;

const ladder: readonly Strategy[] = [
  byCreditorReference,
  byDocumentNumbers,
  byNamedSubset,
  byWholeAccount,
  byPayerAmount,
  byAmbiguousReference,
];
/** The chosen proposal and two alternatives: what a person can compare at a glance. */
const maximumProposals = 3;
/** More than one explanation is all that has to be known; one further shows the runner-up. */
const maximumExplanations = 3;

/**
 * Decides what one payment settles, or what is missing to decide it.
 *
 * The same payment and the same rows give the same bytes, in any thread and whatever order the rows were added in.
 *
 * @param partition - all items, open and closed, of the payment's ledger and currency.
 */
export function propose(payment: Payment, partition: Partition): PaymentProposal {
  const situation = surveySituation(payment, partition);
  const gates = checkGates(situation);
  const reason = gates.find(({ passed }) => !passed)?.gate ?? null;
  const drafts = isOffered(situation) ? rankDrafts(ladder.flatMap((strategy) => strategy(situation))) : [];
  const certificate = writeCertificate(situation, drafts, gates, reason);
  const [chosen] = drafts;
  if (reason !== null) return { certificate, claim: null };
  if (chosen === undefined || chosen.confidenceBp < lowestAppliedBp)
    throw new Error(`payment ${payment.id} passed every gate without a certain proposal`);
  return { certificate, claim: toClaim(situation, chosen) };
}

function surveySituation(payment: Payment, partition: Partition): Situation {
  const payer = identifyPayer(payment, partition);
  const reading = readReferences(payment, partition);
  const named = settleReferences(reading.references, payer, partition);
  const explanations = explainAmount(payment, partition, named);
  return { payment, partition, payer, reading, named, explanations };
}

/** Which of the named items, if they are one customer's, add up to the payment. */
function explainAmount(payment: Payment, partition: Partition, named: NamedItems): SubsetSearch {
  if (named.customers.length !== 1) return { subsets: [], isComplete: true };
  const amounts = named.open.map(({ item }) => signedResidual(partition, item));
  return exactSubsets(amounts, payment.unappliedMinor, maximumExplanations);
}

/** Only money that came in from outside, as one payment, can settle what a customer owes. */
const isOffered = (situation: Situation): boolean =>
  situation.payment.side === 'credit' && (situation.payment.batchCount ?? 1) === 1 && !isReturned(situation);

/** Most certain first, earlier rules before later ones; the same lines are offered once. */
function rankDrafts(drafts: readonly Draft[]): readonly Draft[] {
  const byLines = new Map<string, Draft>();
  for (const draft of drafts.toSorted((a, b) => b.confidenceBp - a.confidenceBp)) {
    const lines = draft.lines.map(({ item, clearedMinor }) => `${item}:${clearedMinor}`);
    const name = lines.toSorted().join(' ');
    if (!byLines.has(name)) byLines.set(name, draft);
  }
  return [...byLines.values()].slice(0, maximumProposals);
}

function toClaim({ payment, partition }: Situation, draft: Draft): Claim {
  return {
    paymentId: payment.id,
    bookingDate: payment.bookingDate,
    confidenceBp: draft.confidenceBp,
    twinKey: twinKeyOf(payment),
    lines: draft.lines.map(({ item, clearedMinor }) => ({
      openItemId: partition.itemId(item),
      residualMinor: partition.residualOf(item),
      clearedMinor,
      kind: partition.kindOf(item),
    })),
  };
}

/** The end-to-end id is left out: a payer's system numbers the second payment of an invoice like any other. */
function twinKeyOf(payment: Payment): string {
  const seen = [
    customerNameKeyOf(payment.counterpartyName ?? ''),
    keyOf(payment.counterpartyIban ?? ''),
    payment.remittance.map(keyOf).join(''),
    keyOf(payment.creditorReference ?? ''),
    payment.currency,
    String(payment.unappliedMinor),
  ];
  return createHash('sha256').update(JSON.stringify(seen)).digest('hex').slice(0, 32);
}
