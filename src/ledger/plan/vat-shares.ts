/** What part of an amount of a document falls to each of its VAT rates. Pure. */
import type { VatShare } from '../../domain/open-item.ts';

/**
 * Splits an amount pro rata of the document's gross amounts, toward zero; what rounding leaves goes to the largest, the first
 * of equals. Parts add up to the amount; those of the opposite amount are the opposite.
 *
 * @param amountMinor - signed minor units.
 * @param gross - of the document; nothing comes back when they add up to nothing.
 */
export function splitByRate(amountMinor: bigint, gross: readonly VatShare[]): readonly VatShare[] {
  const total = gross.reduce((sum, { grossMinor }) => sum + grossMinor, 0n);
  const [first] = gross;
  if (first === undefined || total === 0n) return [];
  // BigInt division drops the fraction: toward zero, whatever the sign.
  const parts = gross.map(({ rateBp, grossMinor }) => ({ rateBp, grossMinor: (amountMinor * grossMinor) / total }));
  const left = amountMinor - parts.reduce((sum, { grossMinor }) => sum + grossMinor, 0n);
  const largest = gross.indexOf(
    gross.reduce((most, share) => (share.grossMinor > most.grossMinor ? share : most), first),
  );
  return parts.map((part, index) => (index === largest ? { ...part, grossMinor: part.grossMinor + left } : part));
}
