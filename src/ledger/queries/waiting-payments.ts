/** The payments that a run looks at, and what people turned down for them. */
import type { PoolClient } from 'pg';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LedgerId, MatchRunId, PaymentId } from '../../domain/ids.ts';
import type { InstructedAmount, Payment } from '../../domain/match.ts';
import type { DeclinedPair } from '../../domain/partition.ts';
import { pairKey } from '../plan/rewind.ts';

/** `from` included, `before` not; null: no upper end. */
export type PaymentRange = Readonly<{ from: PaymentId; before: PaymentId | null }>;

/** Those of a currency that wait now, or those that a run decided on, as it saw them. */
export type PaymentsSeen =
  | Readonly<{ by: 'next_run'; currency: CurrencyCode }>
  | Readonly<{ by: 'run'; runId: MatchRunId }>;

// What a payment leaves over waits for a person: its words are used up, and would speak for the rest as for the whole.
const seenByNextRun = `select p.*, p.unapplied_minor as seen_minor from payment p
  where p.ledger_id = $1 and p.currency = $2 and p.unapplied_minor > 0 and p.unapplied_minor = p.amount_minor`;
const seenByRun = `select p.*, d.unapplied_minor as seen_minor from match_decision d
  join payment p on p.ledger_id = d.ledger_id and p.id = d.payment_id where d.ledger_id = $1 and d.match_run_id = $2`;

/** Rows of `payment` with `seen_minor`, in a query whose `$1` is the ledger and whose `$2` is {@link seenKey}. */
export const seenPayments = ({ by }: PaymentsSeen): string => `(${by === 'run' ? seenByRun : seenByNextRun}) seen`;
export const seenKey = (seen: PaymentsSeen): string => (seen.by === 'run' ? seen.runId : seen.currency);

/** Ids that cut the payments into ranges of about `rangeSize`, in order; the last range is open-ended. */
export async function listPaymentRanges(
  tx: PoolClient,
  ledgerId: LedgerId,
  seen: PaymentsSeen,
  rangeSize: number,
): Promise<readonly PaymentRange[]> {
  const { rows } = await tx.query<{ id: PaymentId }>(
    `select id from (select id, row_number() over (order by id) - 1 as position from ${seenPayments(seen)}) numbered
     where position % $3 = 0 order by id`,
    [ledgerId, seenKey(seen), rangeSize],
  );
  return rows.map(({ id }, index) => ({ from: id, before: rows[index + 1]?.id ?? null }));
}

type PaymentRow = Omit<Payment, 'instructed'> &
  Readonly<{ instructedMinor: bigint | null; instructedCurrency: CurrencyCode | null; exchangeRate: string | null }>;

const selectSeen = (seen: PaymentsSeen): string => `
  select id, side, currency, seen_minor as "unappliedMinor", booking_date as "bookingDate",
    is_reversal as "isReversal", return_reason as "returnReason", bank_transaction_code as "bankTransactionCode",
    batch_count as "batchCount", counterparty_name as "counterpartyName", counterparty_iban as "counterpartyIban",
    remittance, creditor_reference as "creditorReference", end_to_end_id as "endToEndId",
    instructed_minor as "instructedMinor", instructed_currency as "instructedCurrency", exchange_rate as "exchangeRate"
  from ${seenPayments(seen)}`;

function toPayment({ instructedMinor, instructedCurrency, exchangeRate, ...payment }: PaymentRow): Payment {
  const instructed: InstructedAmount | null =
    instructedMinor === null || instructedCurrency === null
      ? null
      : { minor: instructedMinor, currency: instructedCurrency, rate: exchangeRate };
  return { ...payment, instructed };
}

/** The payments of a range, money in and money out, by id. */
export async function readSeenPayments(
  tx: PoolClient,
  ledgerId: LedgerId,
  seen: PaymentsSeen,
  { from, before }: PaymentRange,
): Promise<readonly Payment[]> {
  const { rows } = await tx.query<PaymentRow>(
    `${selectSeen(seen)} where id >= $3 and ($4::uuid is null or id < $4) order by id`,
    [ledgerId, seenKey(seen), from, before],
  );
  return rows.map(toPayment);
}

/** The payments among them with these ids, by id. */
export async function findSeenPayments(
  tx: PoolClient,
  ledgerId: LedgerId,
  seen: PaymentsSeen,
  paymentIds: readonly PaymentId[],
): Promise<readonly Payment[]> {
  const { rows } = await tx.query<PaymentRow>(`${selectSeen(seen)} where id = any($3) order by id`, [
    ledgerId,
    seenKey(seen),
    paymentIds,
  ]);
  return rows.map(toPayment);
}

/** What people turned down, by payment. */
type DeclinedByPayment = ReadonlyMap<PaymentId, readonly DeclinedPair[]>;

/**
 * What people turned down for these payments: it is not to be proposed again.
 *
 * @param declinedSince - pairs to leave out, by {@link pairKey}: a run that is replayed did not know them.
 */
export async function readDeclinedPairs(
  tx: PoolClient,
  ledgerId: LedgerId,
  payments: readonly Readonly<{ id: PaymentId }>[],
  declinedSince: ReadonlySet<string>,
): Promise<DeclinedByPayment> {
  const { rows } = await tx.query<DeclinedPair>(
    `select payment_id as "paymentId", customer_id as "customerId", open_item_id as "openItemId"
     from declined_pair where ledger_id = $1 and payment_id = any($2) order by payment_id, customer_id, open_item_id`,
    [ledgerId, payments.map(({ id }) => id)],
  );
  const declined = new Map<PaymentId, DeclinedPair[]>();
  for (const pair of rows) {
    if (declinedSince.has(pairKey(pair))) continue;
    const known = declined.get(pair.paymentId);
    if (known === undefined) declined.set(pair.paymentId, [pair]);
    else known.push(pair);
  }
  return declined;
}
