/**
 * Which payments an entry is made of. The account moves once, by the entry; what is matched are its details.
 *
 * Details become payments only when they explain the entry to the cent. Otherwise the entry is one payment, because
 * splitting it would invent amounts.
 */
import type { InstructedAmount } from './match.ts';
import type { Side } from './money.ts';
import type { Entry, EntryDetail } from './statement.ts';

/** One payment as it will be stored; `amountMinor` ≥ 0 in the entry's currency. */
export type PaymentOfEntry = Readonly<{
  detailIndex: number;
  side: Side;
  amountMinor: bigint;
  returnReason: string | null;
  /** Payments the bank says are inside, when its details are absent or do not explain the entry; null when they do. */
  batchCount: number | null;
  counterpartyName: string | null;
  counterpartyIban: string | null;
  remittance: readonly string[];
  creditorReference: string | null;
  endToEndId: string | null;
  mandateId: string | null;
  instructed: InstructedAmount | null;
}>;

export function paymentsOf(entry: Entry): readonly PaymentOfEntry[] {
  const { details } = entry;
  if (details.length > 1 && explains(details, entry)) {
    return details.map((detail, detailIndex) =>
      paymentOf(detail, detailIndex, detail.side, detail.amount?.minor ?? 0n),
    );
  }
  const [only] = details;
  if (details.length === 1 && only !== undefined) {
    // One detail that says something else than the entry: still one payment, and its amount is in doubt.
    const batchCount = batchCountOf(entry) ?? (contradicts(only, entry) ? 1 : null);
    return [{ ...paymentOf(only, 0, entry.side, entry.amount.minor), batchCount }];
  }
  return [
    {
      detailIndex: 0,
      side: entry.side,
      amountMinor: entry.amount.minor,
      returnReason: details.find((detail) => detail.returnReason !== null)?.returnReason ?? null,
      batchCount: details.length > 1 ? details.length : batchCountOf(entry),
      counterpartyName: null,
      counterpartyIban: null,
      remittance: details.length > 1 ? details.flatMap((detail) => detail.remittance) : additional(entry),
      creditorReference: null,
      endToEndId: null,
      mandateId: null,
      instructed: null,
    },
  ];
}

function explains(details: readonly EntryDetail[], entry: Entry): boolean {
  let sumMinor = 0n;
  for (const { amount, side } of details) {
    if (amount === null || amount.currency !== entry.amount.currency) return false;
    sumMinor += side === entry.side ? amount.minor : -amount.minor;
  }
  return sumMinor === entry.amount.minor;
}

/** A detail without an amount says nothing against the entry's. */
const contradicts = ({ amount, side }: EntryDetail, entry: Entry): boolean =>
  side !== entry.side ||
  (amount !== null && (amount.minor !== entry.amount.minor || amount.currency !== entry.amount.currency));

function paymentOf(detail: EntryDetail, detailIndex: number, side: Side, amountMinor: bigint): PaymentOfEntry {
  const { returnReason, counterpartyName, counterpartyIban, remittance, creditorReference, endToEndId, mandateId } =
    detail;
  return {
    detailIndex,
    side,
    amountMinor,
    returnReason,
    batchCount: null,
    counterpartyName,
    counterpartyIban,
    remittance,
    creditorReference,
    endToEndId,
    mandateId,
    instructed: instructedOf(detail),
  };
}

const instructedOf = ({ instructedAmount, exchangeRate }: EntryDetail): InstructedAmount | null =>
  instructedAmount === null ? null : { ...instructedAmount, rate: exchangeRate };

// A batch of one is a payment like any other.
const batchCountOf = ({ batchCount }: Entry): number | null =>
  batchCount !== null && batchCount > 1 ? batchCount : null;
const additional = ({ additionalInformation }: Entry): readonly string[] =>
  additionalInformation === null ? [] : [additionalInformation];
