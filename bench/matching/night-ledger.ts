/**
 * What a ledger books of the differences that the engine is certain of, with the limits that a ledger has until it sets
 * others: the ledger's own planner, asked payment by payment. Every document is taken to have told its VAT, as an import
 * can; an ERP that does not has its discounts asked about.
 */
import type { CurrencyCode } from '../../src/domain/currency.ts';
import type { LedgerId, MatchRunId, OpenItemId } from '../../src/domain/ids.ts';
import type { Payment, ReviewReason } from '../../src/domain/match.ts';
import { formatDecimal } from '../../src/domain/money.ts';
import type { LockedItemRow } from '../../src/ledger/commands/lock-settlement-rows.ts';
import { accounts } from '../../src/ledger/accounts.ts';
import { openNightDifferences } from '../../src/ledger/plan/night-differences.ts';
import { defaultTolerances } from '../../src/ledger/plan/tolerances.ts';
import type { Claim } from '../../src/matching/propose.ts';
import { itemOf } from './lettrage.ts';
import type { BenchItem } from './types.ts';

export type NightLedger = Readonly<{
  /** Why it asks about the difference. Null: it books it, and counts it from now on. */
  refusalOf(payment: Payment, claim: Pick<Claim, 'lines' | 'writeOff'>): ReviewReason | null;
}>;

/** @param documents - of one company: its base currency is the one that most of them are in. */
export function openNightLedger(documents: readonly BenchItem[]): NightLedger {
  const baseCurrency = mostFrequent(documents.map(({ ccy }) => ccy)) as CurrencyCode;
  const items = new Map<OpenItemId, LockedItemRow>();
  for (const document of documents) {
    const row = lockedRowOf(document);
    items.set(row.id, row);
  }
  const differences = openNightDifferences({
    ledgerId: 1 as LedgerId,
    runId: '' as MatchRunId,
    baseCurrency,
    limits: defaultTolerances(baseCurrency),
    items,
    standing: { cleared: [], overpaidById: new Map(), monthly: new Map() },
  });
  return {
    refusalOf({ id, side, currency, unappliedMinor, bookingDate }, { lines, writeOff }) {
      if (writeOff === null) return null;
      const payment = { id, side, currency, amountMinor: unappliedMinor, unappliedMinor, bookingDate };
      const now = new Map(
        lines.flatMap(({ openItemId, residualMinor }) => {
          const item = items.get(openItemId);
          return item === undefined ? [] : [[openItemId, { ...item, residualMinor }] as const];
        }),
      );
      const taken = differences.take({ payment, lines, writeOff, postingDate: bookingDate }, now);
      return taken.ok ? null : taken.error;
    },
  };
}

function lockedRowOf(document: BenchItem): LockedItemRow {
  const { openItemId: id, discount, ...item } = itemOf(document, 'd', Math.abs(document.amount));
  return {
    ...item,
    id,
    account: accounts.receivables,
    side: item.kind === 'credit_note' ? 'credit' : 'debit',
    version: 1,
    baseMinor: null,
    vat: [{ rateBp: 2_000, gross: formatDecimal({ minor: item.amountMinor, currency: item.currency }) }],
    discountBp: discount?.bp ?? null,
    discountUntil: discount?.until ?? null,
  };
}

function mostFrequent(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 'EUR';
}
