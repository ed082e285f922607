/** Balances that a statement lacks, derived from the one it has and its entries. */
import { formatDecimal, money, type Money } from '../../domain/money.ts';
import type { Finding, StatementSummary } from '../../domain/statement.ts';
import { balanceDerived } from './publication-findings.ts';

/** A statement with both balances, and what had to be derived for it. */
export type BalancedStatement = Readonly<{
  summary: StatementSummary;
  opening: Money;
  closing: Money;
  /** Null: the bank gave both. */
  derived: Finding | null;
}>;

/** Null when both balances are absent, or the currency: then nothing can be derived. */
export function withBothBalances(summary: StatementSummary): BalancedStatement | null {
  const { openingBalance, closingBalance, currency, bookedCreditsMinor, bookedDebitsMinor } = summary;
  if (currency === null || (openingBalance === null && closingBalance === null)) return null;
  const moved = bookedCreditsMinor - bookedDebitsMinor;
  const opening = openingBalance?.amount ?? money((closingBalance?.amount.minor ?? 0n) - moved, currency);
  const closing = closingBalance?.amount ?? money(opening.minor + moved, currency);
  if (openingBalance !== null && closingBalance !== null) return { summary, opening, closing, derived: null };
  const derived =
    openingBalance === null
      ? balanceDerived(summary, 'opening', formatDecimal(opening))
      : balanceDerived(summary, 'closing', formatDecimal(closing));
  const complete: StatementSummary = {
    ...summary,
    openingBalance: openingBalance ?? { amount: opening, date: null },
    closingBalance: closingBalance ?? { amount: closing, date: summary.toDate },
    findings: [...summary.findings, derived],
  };
  return { summary: complete, opening, closing, derived };
}
