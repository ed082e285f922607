/**
 * Days of sales outstanding by count-back: whole months of sales are taken off what is owed, the latest first, each for all
 * of its days; the month in which it is used up counts in proportion. Pure.
 *
 * @see the worked example of test/ledger/count-back.test.ts: 2,500 owed; 1,200, 800 and 700 sold: 30 + 31 + 21.4 days
 */

/** Sales less credit notes, minor units, VAT included; `month` as `YYYY-MM`; `days` of it until the day asked for, > 0. */
export type MonthOfSales = Readonly<{ month: string; salesMinor: bigint; days: number }>;

export type CountedMonth = MonthOfSales & Readonly<{ /** Tenths of a day, ≥ 0. */ countedTenths: bigint }>;

export type CountBack = Readonly<{
  /** Tenths of a day, the half up; null when more is owed than all months together sold. */
  tenths: bigint | null;
  /** Those that were needed. */
  months: readonly CountedMonth[];
  /** Owed beyond the sales of all months. */
  uncoveredMinor: bigint;
}>;

/**
 * @param owedMinor - receivables at the end, VAT included; none when ≤ 0.
 * @param months - without a hole, the latest first. One whose credit notes exceed its sales counts its days and takes
 *   nothing off.
 */
export function countBack(owedMinor: bigint, months: readonly MonthOfSales[]): CountBack {
  const counted: CountedMonth[] = [];
  let rest = owedMinor;
  for (const month of months) {
    if (rest <= 0n) break;
    const wholeTenths = BigInt(month.days) * 10n;
    const { salesMinor } = month;
    const isUsedUp = salesMinor > 0n && rest <= salesMinor;
    const countedTenths = isUsedUp ? (rest * wholeTenths * 2n + salesMinor) / (salesMinor * 2n) : wholeTenths;
    counted.push({ ...month, countedTenths });
    if (salesMinor > 0n) rest -= salesMinor;
  }
  const isCovered = rest <= 0n;
  const tenths = counted.reduce((sum, month) => sum + month.countedTenths, 0n);
  return { tenths: isCovered ? tenths : null, months: counted, uncoveredMinor: isCovered ? 0n : rest };
}
