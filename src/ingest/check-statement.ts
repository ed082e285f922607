/**
 * Does the statement add up? Pure functions that answer with findings.
 *
 * The balance equation, opening + booked credits − booked debits = closing, is what the bank cannot get right by
 * accident. Only booked entries count in it. Control totals and the sums of details are secondary: they warn.
 */
import type { CurrencyCode } from '../domain/currency.ts';
import { formatDecimal, money } from '../domain/money.ts';
import type { Balance, Entry, Finding, SourcePosition } from '../domain/statement.ts';
import { finding } from './findings.ts';
import type { CurrencySums, EntryCounts } from './statement-tally.ts';

export type BalanceProof = Readonly<{ proves: boolean | null; findings: readonly Finding[] }>;

/** Proves opening + Σ booked = closing, to the cent. `proves` is null when there is nothing to compare. */
export function checkBalance(
  opening: Balance | null,
  closing: Balance | null,
  currency: CurrencyCode | null,
  sums: CurrencySums,
  at: SourcePosition,
): BalanceProof {
  if (currency === null || opening === null || closing === null) {
    const absent = opening === null ? 'opening' : 'closing';
    return {
      proves: null,
      findings: [finding('ingest.balance_missing', `The ${absent} booked balance is absent`, at)],
    };
  }
  if (opening.amount.currency !== currency || closing.amount.currency !== currency) {
    const what = `The balances are in ${opening.amount.currency} and ${closing.amount.currency}, the statement in ${currency}`;
    return { proves: false, findings: [finding('ingest.currency_differs', what, at)] };
  }
  const reached = opening.amount.minor + sums.bookedCreditsMinor - sums.bookedDebitsMinor;
  const difference = closing.amount.minor - reached;
  if (difference === 0n) return { proves: true, findings: [] };

  const written = (minor: bigint): string => formatDecimal(money(minor, currency));
  const what =
    `Opening ${written(opening.amount.minor)} + credits ${written(sums.bookedCreditsMinor)} - ` +
    `debits ${written(sums.bookedDebitsMinor)} = ${written(reached)}, but closing is ` +
    `${written(closing.amount.minor)}: off by ${written(difference)} ${currency}`;
  const findings = [finding('ingest.balance_mismatch', what, at)];
  // Some exports set CdtDbtInd of a reversal to the side of the original. Said, never done.
  const ifFlipped = 2n * (sums.reversedDebitsMinor - sums.reversedCreditsMinor);
  if (ifFlipped === difference) {
    findings.push(finding('ingest.reversals_look_flipped', 'The reversed entries explain the whole difference', at));
  }
  return { proves: false, findings };
}

/** Entries in another currency than the statement can't be added to its balance. */
export function checkCurrencies(
  currency: CurrencyCode | null,
  entryCurrencies: readonly CurrencyCode[],
  at: SourcePosition,
): readonly Finding[] {
  const others = entryCurrencies.filter((other) => other !== currency);
  if (currency === null || others.length === 0) return [];
  return [
    finding('ingest.currency_differs', `The statement is in ${currency}, some entries in ${others.join(', ')}`, at),
  ];
}

/** Control totals as the bank counted them; null where it gave none. Sums in minor units. */
export type ControlTotals = Readonly<{
  entryCount: number | null;
  creditCount: number | null;
  debitCount: number | null;
  sumMinor: bigint | null;
  creditsMinor: bigint | null;
  debitsMinor: bigint | null;
}>;

/** Compares control totals. Banks count pending entries or don't: either is taken. @see ISO 20022 `TxsSummry` */
export function checkTotals(
  totals: ControlTotals,
  counts: EntryCounts,
  sums: CurrencySums,
  at: SourcePosition,
): readonly Finding[] {
  const rows: readonly (readonly [string, bigint | number | null, bigint | number, bigint | number])[] = [
    ['entries', totals.entryCount, counts.all, counts.booked],
    ['credit entries', totals.creditCount, counts.credit, counts.bookedCredit],
    ['debit entries', totals.debitCount, counts.debit, counts.bookedDebit],
    [
      'minor units in all',
      totals.sumMinor,
      sums.allCreditsMinor + sums.allDebitsMinor,
      sums.bookedCreditsMinor + sums.bookedDebitsMinor,
    ],
    ['minor units of credits', totals.creditsMinor, sums.allCreditsMinor, sums.bookedCreditsMinor],
    ['minor units of debits', totals.debitsMinor, sums.allDebitsMinor, sums.bookedDebitsMinor],
  ];
  return rows.flatMap(([unit, stated, all, booked]) => {
    if (stated === null || stated === all || stated === booked) return [];
    return [
      finding('ingest.totals_mismatch', `The bank counted ${String(stated)} ${unit}, the file has ${String(all)}`, at),
    ];
  });
}

/** Compares an entry with its details: signed, because a net batch has details of both sides. */
export function checkDetails(entry: Entry): readonly Finding[] {
  if (entry.details.length === 0) return [];
  const missing = entry.details.filter((detail) => detail.amount === null).length;
  if (missing > 0) {
    const what = `${String(missing)} of ${String(entry.details.length)} details have no amount in ${entry.amount.currency}`;
    return [finding('ingest.detail_amount_missing', what, entry.at)];
  }
  const sum = entry.details.reduce(
    (total, { amount, side }) => total + (amount === null ? 0n : side === entry.side ? amount.minor : -amount.minor),
    0n,
  );
  if (sum === entry.amount.minor) return [];
  const currency = entry.amount.currency;
  const what = `The details make ${formatDecimal(money(sum, currency))} ${currency}, the entry is ${formatDecimal(entry.amount)}`;
  return [finding('ingest.details_mismatch', what, entry.at)];
}
