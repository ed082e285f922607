/** What is let off with a payment: written off, charged by a bank, discounted, kept back as a guarantee. */
import type { Difference, SettledLine } from '../../../src/domain/command.ts';
import type { LedgerId, OpenItemId } from '../../../src/domain/ids.ts';
import type { LocalDate } from '../../../src/domain/local-date.ts';
import { contentId } from '../../../src/ledger/content-id.ts';
import type { Random } from '../../../test/support/random.ts';
import { day } from '../../../test/support/books.ts';
import {
  chance,
  clearedKey,
  decimal,
  euro,
  minorOf,
  partOf,
  type Cleared,
  type Model,
  type ModelItem,
  type ModelPayment,
} from '../model.ts';

/** Of what a line clears: mostly what can be let off of this item, now and then what can't. */
export function makeDifferences(item: ModelItem, clearedMinor: bigint, random: Random): readonly Difference[] {
  // What is let off in the payment's own currency is weighed by rates of days, which these books have none of.
  if (item.currency !== euro) return [];
  const amount = decimal(partOf(clearedMinor, random), item.currency);
  const written: Difference = { as: 'write_off', amount };
  if (item.side === 'credit' && !chance(5, random)) return [written];
  const others: readonly Difference[] = [
    written,
    { as: 'bank_charge', amount },
    { as: 'retention', amount, dueDate: day('2027-03-15') },
  ];
  return [item.discount !== null || chance(5, random) ? makeDiscount(item, clearedMinor, random) : random.pick(others)];
}

/** Of an item that a payment in another currency pays: what is booked in euros, of what is sometimes worth none. */
export const makeForeignDifference = ({ currency }: ModelItem, clearedMinor: bigint, random: Random): Difference => ({
  as: random.pick(['write_off', 'bank_charge'] as const),
  amount: decimal(partOf(random.below(3) === 0 && clearedMinor > 3n ? 3n : clearedMinor, random), currency),
});

/** Some are late, some are late and nobody says so, some are more than the terms let off. */
function makeDiscount({ currency, discount }: ModelItem, clearedMinor: bigint, random: Random): Difference {
  const most = chance(5, random) ? clearedMinor : (discount?.mostMinor ?? 1n);
  const amount = decimal(partOf(most < clearedMinor ? most : clearedMinor, random), currency);
  return { as: 'discount', amount, vat: random.pick(['net', 'gross'] as const), late: !chance(10, random) };
}

type ForeseenDifferences = Readonly<{
  refusals: readonly string[];
  cleared: readonly Cleared[];
  made: readonly ModelItem[];
  minor: bigint;
}>;

/** @param place - of the line within its command. */
export function foreseeDifferences(
  { ledgerId, commandId, place }: Readonly<{ ledgerId: LedgerId; commandId: string; place: string }>,
  item: ModelItem,
  payment: ModelPayment,
  { differences = [] }: SettledLine,
): ForeseenDifferences {
  const refusals: string[] = [];
  const cleared: Cleared[] = [];
  const made: ModelItem[] = [];
  for (const [index, difference] of differences.entries()) {
    const { as } = difference;
    const minor = minorOf(difference.amount, item.currency);
    cleared.push({ id: item.id, minor, means: as });
    const isLate = item.discount === null || payment.bookingDate > item.discount.until;
    // A guarantee is still owed, and a discount in time is due: only what is conceded is weighed in euros.
    const isConceded = as === 'write_off' || as === 'bank_charge' || (as === 'discount' && isLate);
    if (isConceded && !item.isWorthKnown) refusals.push('ledger.base_value_unknown');
    if (as === 'discount') {
      if (isLate && difference.late !== true) refusals.push('ledger.discount_late');
      if (difference.vat === 'net' && item.discount === null) refusals.push('ledger.vat_unknown');
    }
    if (as !== 'bank_charge' && as !== 'retention') continue;
    if (item.side === 'credit') refusals.push('ledger.side_mismatch');
    if (as === 'retention') {
      const id = contentId<OpenItemId>('open_item', ledgerId, commandId, 'retention', `${place}.${index}`);
      made.push(retentionOf(item, id, minor, payment.bookingDate));
    }
  }
  return { refusals, cleared, made, minor: cleared.reduce((sum, one) => sum + one.minor, 0n) };
}

const retentionOf = (item: ModelItem, id: OpenItemId, minor: bigint, issueDate: LocalDate): ModelItem => ({
  ...item,
  id,
  kind: 'retention',
  documentNumber: null,
  amountMinor: minor,
  residualMinor: minor,
  issueDate,
  // What the document was booked at is not said of its parts.
  isWorthKnown: item.currency === euro,
  discount: null,
});

/** More is discounted of a document than its terms allow, all counted. */
export function isDiscountedTooMuch(model: Model, cleared: readonly Cleared[]): boolean {
  const sums = new Map<OpenItemId, bigint>();
  for (const { id, minor, means } of cleared)
    if (means === 'discount')
      sums.set(id, (sums.get(id) ?? model.cleared.get(clearedKey({ id, means })) ?? 0n) + minor);
  return [...sums].some(([id, sum]) => sum > (model.items.get(id)?.discount?.mostMinor ?? 0n));
}
