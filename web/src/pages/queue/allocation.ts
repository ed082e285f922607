/** Allocation by hand as numbers: what is still to explain, and the request that says it. Pure. */
import { decimalOf, digitsIn, minorOf } from '../../money.ts';
import type { OpenItem, Payment, PaymentPart } from '../../types.ts';

/** What becomes of the part of an item that is not paid. */
export type Short = 'leave' | 'write_off' | 'discount' | 'bank_charge' | 'dispute';
/** What becomes of the part of the payment that no item takes. */
export type Over = 'leave' | 'on_account' | 'write_off';

export type ChosenItem = Readonly<{
  id: string;
  documentNumber: string;
  kind: string;
  customerId: string;
  customerName: string;
  dueDate: string;
  /** As decimal, when it was chosen. */
  residual: string;
  /** As typed. */
  paid: string;
  short: Short;
}>;

export type Reckoning = Readonly<{
  digits: number;
  /** Of the payment that no line takes; < 0: the lines take more than there is. Null while an amount can't be read. */
  remainderMinor: bigint | null;
  /** By item: what is not paid of it. */
  shortMinor: ReadonlyMap<string, bigint>;
}>;

export const isCredit = (kind: string): boolean => ['credit_note', 'on_account', 'advance', 'refund'].includes(kind);

/** An item as a line, with as much of the payment as is left for it. */
export function choose(item: OpenItem, remainderMinor: bigint, digits: number): ChosenItem {
  const residualMinor = minorOf(item.residual.value, digits) ?? 0n;
  const paidMinor = isCredit(item.kind) || residualMinor <= remainderMinor ? residualMinor : remainderMinor;
  return {
    id: item.id,
    documentNumber: item.documentNumber,
    kind: item.kind,
    customerId: item.customer.id,
    customerName: item.customer.name,
    dueDate: item.dueDate,
    residual: item.residual.value,
    paid: decimalOf(paidMinor < 0n ? 0n : paidMinor, digits),
    short: 'leave',
  };
}

export function reckon(payment: Payment, items: readonly ChosenItem[]): Reckoning {
  const digits = digitsIn(payment.unapplied.value);
  let remainderMinor = minorOf(payment.unapplied.value, digits);
  const shortMinor = new Map<string, bigint>();
  for (const { id, kind, residual, paid } of items) {
    const residualMinor = minorOf(residual, digits);
    const paidMinor = minorOf(paid, digits);
    if (residualMinor === null || paidMinor === null || paidMinor < 0n || paidMinor > residualMinor) {
      remainderMinor = null;
      continue;
    }
    shortMinor.set(id, residualMinor - paidMinor);
    if (remainderMinor !== null) remainderMinor += isCredit(kind) ? paidMinor : -paidMinor;
  }
  return { digits, remainderMinor, shortMinor };
}

/** The parts of the settlement; null while something is not explained. */
export function partsOf(
  items: readonly ChosenItem[],
  { digits, remainderMinor, shortMinor }: Reckoning,
  over: Over,
): readonly PaymentPart[] | null {
  const [first] = items;
  if (first === undefined || remainderMinor === null || remainderMinor < 0n) return null;
  const lines = items.map(({ id, residual, paid, short }) => {
    const missing = shortMinor.get(id) ?? 0n;
    if (missing === 0n || short === 'leave' || short === 'dispute')
      return { openItemId: id, residual, cleared: normal(paid, digits) };
    const amount = decimalOf(missing, digits);
    const difference =
      short === 'discount' ? ({ as: 'discount', amount, vat: 'net' } as const) : ({ as: short, amount } as const);
    return { openItemId: id, residual, cleared: residual, differences: [difference] };
  });
  const left = decimalOf(remainderMinor, digits);
  const isOver = remainderMinor > 0n;
  const itemPart: PaymentPart = {
    use: 'items',
    lines,
    ...(isOver && over === 'write_off' && { overpaidWrittenOff: left }),
  };
  return isOver && over === 'on_account'
    ? [itemPart, { use: 'on_account', customerId: first.customerId, amount: left }]
    : [itemPart];
}

const normal = (typed: string, digits: number): string => decimalOf(minorOf(typed, digits) ?? 0n, digits);
