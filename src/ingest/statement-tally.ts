/** Counts and sums of a statement while its entries stream by; per currency, because only equal ones can be added. */
import type { CurrencyCode } from '../domain/currency.ts';
import type { Entry } from '../domain/statement.ts';

/** Minor units, each ≥ 0. `reversed…` are the parts of the booked sums that are marked as reversals. */
export type CurrencySums = Readonly<{
  bookedCreditsMinor: bigint;
  bookedDebitsMinor: bigint;
  reversedCreditsMinor: bigint;
  reversedDebitsMinor: bigint;
  /** Of all entries, pending and informational ones too. */
  allCreditsMinor: bigint;
  allDebitsMinor: bigint;
}>;

export type EntryCounts = Readonly<{
  all: number;
  booked: number;
  credit: number;
  debit: number;
  bookedCredit: number;
  bookedDebit: number;
}>;

export type StatementTally = Readonly<{
  add: (entry: Entry) => void;
  counts: () => EntryCounts;
  /** In the order in which they first appear. */
  currencies: () => readonly CurrencyCode[];
  sumsOf: (currency: CurrencyCode | null) => CurrencySums;
}>;

const nothing: CurrencySums = {
  bookedCreditsMinor: 0n,
  bookedDebitsMinor: 0n,
  reversedCreditsMinor: 0n,
  reversedDebitsMinor: 0n,
  allCreditsMinor: 0n,
  allDebitsMinor: 0n,
};

export function statementTally(): StatementTally {
  const sumsByCurrency = new Map<CurrencyCode, { -readonly [Key in keyof CurrencySums]: bigint }>();
  const counts = { all: 0, booked: 0, credit: 0, debit: 0, bookedCredit: 0, bookedDebit: 0 };
  return {
    add({ amount, side, status, isReversal }) {
      let sums = sumsByCurrency.get(amount.currency);
      if (sums === undefined) sumsByCurrency.set(amount.currency, (sums = { ...nothing }));
      const isBooked = status === 'booked';
      counts.all++;
      if (isBooked) counts.booked++;
      if (side === 'credit') {
        counts.credit++;
        sums.allCreditsMinor += amount.minor;
        if (!isBooked) return;
        counts.bookedCredit++;
        sums.bookedCreditsMinor += amount.minor;
        if (isReversal) sums.reversedCreditsMinor += amount.minor;
      } else {
        counts.debit++;
        sums.allDebitsMinor += amount.minor;
        if (!isBooked) return;
        counts.bookedDebit++;
        sums.bookedDebitsMinor += amount.minor;
        if (isReversal) sums.reversedDebitsMinor += amount.minor;
      }
    },
    counts: () => ({ ...counts }),
    currencies: () => [...sumsByCurrency.keys()],
    sumsOf: (currency) => (currency === null ? nothing : (sumsByCurrency.get(currency) ?? nothing)),
  };
}
