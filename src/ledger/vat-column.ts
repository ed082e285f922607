/** The VAT shares of an open item as the column `vat` holds them: `[{"rateBp":2000,"gross":"1200.00"}]`. */
import type { CurrencyCode } from '../domain/currency.ts';
import { formatDecimal, money, parseAmount } from '../domain/money.ts';
import type { VatShare } from '../domain/open-item.ts';

/** One share as stored: its gross amount is a decimal of the item's currency. */
export type StoredVatShare = Readonly<{ rateBp: number; gross: string }>;

export const toStoredVat = (
  vat: readonly VatShare[] | null,
  currency: CurrencyCode,
): readonly StoredVatShare[] | null =>
  vat?.map(({ rateBp, grossMinor }) => ({ rateBp, gross: formatDecimal(money(grossMinor, currency)) })) ?? null;

/** The inverse of {@link toStoredVat}. */
export const fromStoredVat = (vat: readonly StoredVatShare[] | null, currency: string): readonly VatShare[] | null =>
  vat?.map(({ rateBp, gross }) => {
    const amount = parseAmount(gross, currency);
    if (!amount.ok) throw new Error(`a stored VAT share can't be read: ${amount.error}`);
    return { rateBp, grossMinor: amount.value.minor };
  }) ?? null;
