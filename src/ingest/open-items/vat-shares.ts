import type { CurrencyCode } from '../../domain/currency.ts';
import { parseAmount } from '../../domain/money.ts';
import type { RowProblem, VatShare } from '../../domain/open-item.ts';
import { ok, type Result } from '../../domain/result.ts';
import { percentOf, type RowValues } from './values.ts';

const vatLength = 700;
const wholeBp = 10_000;

/**
 * The gross amount of each VAT rate: `20:1200.00|5.5:105.50`, a rate in percent and an amount with the tax in it, also
 * separated by `;` or as a list of texts in JSON. Each rate once, 0 to 100 %; null when the column is empty.
 *
 * @param amountMinor - of the document: what the shares have to add up to.
 */
export function readVatShares(
  values: RowValues,
  column: string,
  { currency, amountMinor }: Readonly<{ currency: CurrencyCode; amountMinor: bigint }>,
): Result<readonly VatShare[] | null, RowProblem> {
  const written = values.compactText(column, vatLength);
  if (!written.ok || written.value === null) return written.ok ? ok(null) : written;
  const shares: VatShare[] = [];
  for (const part of written.value.split(/[;|]/)) {
    const [rate = '', gross = '', ...more] = part.split(':');
    const rateBp = percentOf(rate);
    if (rateBp === null || rateBp > wholeBp || more.length > 0 || shares.some((share) => share.rateBp === rateBp)) {
      return values.refuse('import.vat_unreadable', column, part);
    }
    const amount = parseAmount(gross, currency);
    if (!amount.ok) return values.refuse(`import.${amount.error}`, column, part);
    if (amount.value.minor < 0n) return values.refuse('import.amount_negative', column, part);
    shares.push({ rateBp, grossMinor: amount.value.minor });
  }
  const total = shares.reduce((sum, { grossMinor }) => sum + grossMinor, 0n);
  return total === amountMinor ? ok(shares) : values.refuse('import.vat_sum_differs', column);
}
