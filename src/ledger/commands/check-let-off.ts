/**
 * Holds a settlement to the limits of the ledger, after it was written and before it is kept: what is counted then is all
 * that stands, of this command and of those before. Customers are locked, so that two clerks share one monthly limit.
 */
import type { CurrencyCode } from '../../domain/currency.ts';
import type { OpenItemId } from '../../domain/ids.ts';
import { accounts } from '../accounts.ts';
import { LedgerError } from '../errors.ts';
import type { Worth } from '../plan/exchange.ts';
import { bookedOn, concededOf, concessionsOf, monthKey, overpaidBy } from '../plan/let-off.ts';
import { judgeLetOff, type WrittenOff } from '../plan/tolerances.ts';
import type { CommandContext } from './carry-out.ts';
import type { LockedPaymentRow } from './lock-settlement-rows.ts';
import { readTolerances, requireApproval } from './needs-approval.ts';
import {
  cashValue,
  documentValue,
  lockCustomers,
  readClearedByMeans,
  readMonthly,
  readOverpaid,
} from './read-let-off.ts';
import type { Settled, Settlement } from './settle.ts';

type Written = Pick<Settlement, 'payment' | 'items' | 'legs'> & Readonly<{ worth: Worth }>;

const exchangeAccounts: readonly string[] = [accounts.exchangeLost, accounts.exchangeGained];

/** @throws LedgerError `ledger.write_off_over_limit`, `ledger.discount_too_large`, `ledger.base_value_unknown`; ApprovalNeeded. */
export async function checkLetOff(context: CommandContext, settled: Settled, written: Written): Promise<void> {
  const { tx, ledgerId } = context;
  const { payment, items, legs, worth } = written;
  const ids = [...new Set(concessionsOf(legs).map(({ openItemId }) => openItemId))];
  const overpaid = overpaidBy(legs) > 0n ? payment : null;
  const exchange = exchangeOf(legs, items, worth);
  if (ids.length === 0 && overpaid === null && exchange.differenceMinor === 0n) return;
  const customerIds = [...new Set([...items.values()].map(({ customerId }) => customerId))];
  await lockCustomers(tx, ledgerId, customerIds);
  const sums = await readClearedByMeans(tx, ledgerId, ids);
  const ofDocuments = concededOf(sums, items, payment?.bookingDate ?? null, (item, minor) =>
    worthOf(worth, item, minor),
  );
  const writtenOff = [...ofDocuments.writtenOff];
  if (overpaid !== null) writtenOff.push(await writtenOffOf(context, overpaid, worth));
  const day = settled.postingDate;
  const monthly = writtenOff.length === 0 ? null : await readMonthly(tx, ledgerId, customerIds, [day]);
  const limits = await readTolerances(tx, ledgerId, worth.baseCurrency);
  const judged = judgeLetOff(limits, worth.baseCurrency, {
    writtenOff,
    monthly: customerIds.map((customer) => {
      const sum = monthly?.get(monthKey(customer, day));
      return { customer, baseMinor: sum === undefined ? 0n : known(sum, { customer }) };
    }),
    conceded: ofDocuments.conceded,
    exchange,
  });
  if (judged.refusal !== null) throw new LedgerError(judged.refusal.code, judged.refusal.details);
  requireApproval(context, judged.reasons);
}

function exchangeOf(legs: Written['legs'], items: Written['items'], { baseCurrency }: Worth) {
  const bookedMinor = legs.reduce((sum, leg) => {
    if (leg.kind !== 'item' || leg.means !== 'payment') return sum;
    const own = items.get(leg.openItemId)?.currency === baseCurrency ? leg.amountMinor : 0n;
    return sum + (leg.baseMinor ?? own);
  }, 0n);
  return { differenceMinor: bookedOn(legs, exchangeAccounts), bookedMinor };
}

async function writtenOffOf(
  { tx, ledgerId }: CommandContext,
  payment: LockedPaymentRow,
  { baseCurrency }: Worth,
): Promise<WrittenOff> {
  const { id, amountMinor } = payment;
  const writtenOffMinor = (await readOverpaid(tx, ledgerId, [id])).get(id) ?? 0n;
  const value = await cashValue(tx, ledgerId, payment, writtenOffMinor, baseCurrency);
  return { subject: id, ofMinor: amountMinor, writtenOffMinor, baseMinor: known(value, { payment: id }) };
}

/**
 * Minor units of a document in the base currency, half up.
 *
 * @throws LedgerError `ledger.base_value_unknown`
 */
export const worthOf = (
  worth: Worth,
  item: Readonly<{ id: OpenItemId; currency: CurrencyCode; amountMinor: bigint }>,
  minor: bigint,
): bigint => known(documentValue(worth, item, minor), { openItem: item.id });

function known(value: bigint | null, details: Readonly<Record<string, string>>): bigint {
  if (value === null) throw new LedgerError('ledger.base_value_unknown', details);
  return value;
}
