/** Writes drafts: how much of each item a payment clears, and the sentences that say why. */
import type { Evidence } from '../domain/match.ts';
import { formatDecimal } from '../domain/money.ts';
import { sideOfKind } from '../domain/open-item.ts';
import type { NamedItem } from './named-items.ts';
import type { Partition } from './partition.ts';
import { payerEvidence } from './payer.ts';
import type { Reference } from './references.ts';
import { maximumLines, type Draft, type DraftLine, type Situation } from './strategy.ts';

/** What the item counts for in the payment, minor units: a credit note counts against it. */
export const signedResidual = (partition: Partition, item: number): bigint =>
  sideOfKind(partition.kindOf(item)) === 'credit' ? -partition.residualOf(item) : partition.residualOf(item);

export const netResidual = (partition: Partition, items: readonly number[]): bigint =>
  items.reduce((sum, item) => sum + signedResidual(partition, item), 0n);

/** The amount's sentence: payment against the residuals of these items, exact or by how much not. */
function amountEvidence({ payment, partition }: Situation, items: readonly number[]): Evidence {
  const { currency, unappliedMinor } = payment;
  const by = unappliedMinor - netResidual(partition, items);
  return by === 0n
    ? { kind: 'amount_equal', amount: formatDecimal({ minor: unappliedMinor, currency }) }
    : { kind: 'amount_differs', by: formatDecimal({ minor: by, currency }) };
}

function identityEvidence({ partition }: Situation, { item, reference }: NamedItem): Evidence {
  const openItemId = partition.itemId(item);
  const { key, found } = reference;
  return reference.kind === 'creditor_reference'
    ? { kind: 'creditor_reference_equal', openItemId, reference: key, found }
    : { kind: 'document_number_equal', openItemId, documentNumber: partition.documentNumberOf(item), found };
}

/**
 * What the payment clears of these items: everything when it suffices; else credit notes in full and the rest in the
 * order given, until it is used up. Null when the credit notes leave nothing to pay.
 */
export function clearInOrder(situation: Situation, items: readonly number[]): readonly DraftLine[] | null {
  const { payment, partition } = situation;
  const net = netResidual(partition, items);
  if (net <= 0n || items.length > maximumLines || payment.unappliedMinor <= 0n) return null;
  let left = payment.unappliedMinor;
  for (const item of items) if (signedResidual(partition, item) < 0n) left += partition.residualOf(item);
  const lines: DraftLine[] = [];
  for (const item of items) {
    const residual = partition.residualOf(item);
    const isCredit = signedResidual(partition, item) < 0n;
    const clearedMinor = isCredit || residual <= left ? residual : left;
    if (!isCredit) left -= clearedMinor;
    if (clearedMinor > 0n) lines.push({ item, clearedMinor });
  }
  return lines;
}

type DraftFrom = Readonly<{
  strategy: string;
  customer: number;
  items: readonly number[];
  references: ReadonlyMap<number, Reference>;
  /** By what the amount says: equal to the cent, or not. */
  confidenceBp: Readonly<{ equal: number; differs: number }>;
  further?: readonly Evidence[];
}>;

/** Writes a draft down: lines, then one sentence for each reference, one for the payer, one for the amount. */
export function draftOf(situation: Situation, from: DraftFrom): readonly Draft[] {
  const { payment, partition, payer } = situation;
  const lines = clearInOrder(situation, from.items);
  if (lines === null) return [];
  const cleared = lines.map((line) => line.item);
  const amount = amountEvidence(situation, cleared);
  const references = cleared.flatMap((item) => {
    const reference = from.references.get(item);
    return reference === undefined ? [] : [identityEvidence(situation, { item, reference })];
  });
  const evidence = [
    ...references,
    ...(from.further ?? []),
    payerEvidence(payment, partition, payer, from.customer),
    amount,
  ];
  const confidenceBp = from.confidenceBp[amount.kind === 'amount_equal' ? 'equal' : 'differs'];
  return [{ strategy: from.strategy, customer: from.customer, lines, evidence, confidenceBp }];
}

export const referencesByItem = (named: readonly NamedItem[]): ReadonlyMap<number, Reference> =>
  new Map(named.map(({ item, reference }) => [item, reference]));
export const noReferences: ReadonlyMap<number, Reference> = new Map();
