/** Amounts beside the entry's own: what was instructed abroad, at which rate, and what banks kept on the way. */
import { add, negate, type Money } from '../../domain/money.ts';
import type { XmlElement } from '../xml-elements.ts';
import { all, attributeOf, child, find, parseAmountElement, readAmount, textAt } from './read-element.ts';

const kinds = ['TxAmt', 'CntrValAmt', 'InstdAmt'] as const;

/**
 * The amount of a detail in the entry's currency: `Amt` (from version 03), `TxAmt`, the counter value, the instructed
 * amount. Foreign amounts stay out: matching is done in the currency of the account.
 *
 * @throws IngestRefusal when it can't be read.
 */
export function amountInCurrency(detail: XmlElement, currency: string, path: string): Money | null {
  const own = child(detail, 'Amt');
  if (own !== null && attributeOf(own, 'Ccy') === currency) return readAmount(own, path);
  const amounts = child(detail, 'AmtDtls');
  for (const kind of kinds) {
    const amount = find(amounts, kind, 'Amt');
    if (amount !== null && attributeOf(amount, 'Ccy') === currency) return readAmount(amount, path);
  }
  // An `Amt` whose currency is missing or misspelt must not pass for "no amount".
  if (own !== null) readAmount(own, path);
  return null;
}

/**
 * What was instructed in another currency than the entry's: `InstdAmt`, else the transaction's own amount. Null when it
 * was the entry's currency; unreadable ones too, because nothing is booked by them.
 *
 * @param amounts - `AmtDtls` of the detail or of its entry.
 */
export function instructedAmount(amounts: XmlElement | null, currency: string): Money | null {
  for (const kind of ['InstdAmt', 'TxAmt'] as const) {
    const amount = find(amounts, kind, 'Amt');
    if (amount === null || attributeOf(amount, 'Ccy') === currency) continue;
    const parsed = parseAmountElement(amount);
    if (parsed.ok) return parsed.value;
  }
  return null;
}

/** `CcyXchg/XchgRate` as written; which way it goes is not guessed. */
export function exchangeRate(amounts: XmlElement | null): string | null {
  if (amounts === null) return null;
  for (const kind of ['InstdAmt', 'TxAmt', 'CntrValAmt'] as const) {
    const rate = textAt(amounts, kind, 'CcyXchg', 'XchgRate');
    if (rate !== null && /^\+?(?:\d+\.?\d*|\.\d+)$/.test(rate)) return rate;
  }
  return null;
}

/**
 * `TtlChrgsAndTaxAmt`, else the sum of `Rcrd/Amt` (from version 04), else of `Chrgs/Amt` (before). What came back
 * (`CdtDbtInd` CRDT) counts against it. Null when nothing is said, or when it can't be added up.
 */
export function readCharges(parent: XmlElement): Money | null {
  const charges = all(parent, 'Chrgs');
  if (charges.length === 0) return null;
  const records = charges.flatMap((charge) => [
    ...all(charge, 'Rcrd'),
    ...(child(charge, 'Amt') === null ? [] : [charge]),
  ]);
  const total = charges.length === 1 ? child(charges[0] ?? null, 'TtlChrgsAndTaxAmt') : null;
  if (total !== null) {
    const parsed = parseAmountElement(total);
    return parsed.ok ? parsed.value : null;
  }
  let sum: Money | null = null;
  for (const record of records) {
    const amount = child(record, 'Amt');
    const parsed = amount === null ? null : parseAmountElement(amount);
    if (parsed === null || !parsed.ok || (sum !== null && sum.currency !== parsed.value.currency)) return null;
    const one = textAt(record, 'CdtDbtInd') === 'CRDT' ? negate(parsed.value) : parsed.value;
    sum = sum === null ? one : add(sum, one);
  }
  return sum;
}
