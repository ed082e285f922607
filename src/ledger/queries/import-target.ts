import type { Pool } from 'pg';
import { parseCurrency, type CurrencyCode } from '../../domain/currency.ts';
import type { LedgerId } from '../../domain/ids.ts';
import { parsePaymentTerms, type PaymentTerms } from '../../domain/payment-terms.ts';
import { inLedger } from '../transaction.ts';

/** What an import has to know of the ledger that it is for. */
export type ImportTarget = Readonly<{
  baseCurrency: CurrencyCode;
  /** By customer code; of those with whom terms were agreed. */
  termsByCustomer: ReadonlyMap<string, PaymentTerms>;
}>;

/** Reads it once per file: terms that change meanwhile are those of the next import. */
export async function readImportTarget(pool: Pool, ledgerId: LedgerId): Promise<ImportTarget> {
  return inLedger(pool, ledgerId, async (tx) => {
    const ledger = await tx.query<{ currency: string }>('select base_currency as currency from ledger where id = $1', [
      ledgerId,
    ]);
    const currency = parseCurrency(ledger.rows[0]?.currency ?? '');
    if (!currency.ok) throw new Error(`the base currency of ledger ${ledgerId} is not known`);
    const { rows } = await tx.query<{ code: string; terms: string }>(
      'select code, payment_terms as terms from customer where ledger_id = $1 and payment_terms is not null',
      [ledgerId],
    );
    return {
      baseCurrency: currency.value,
      termsByCustomer: new Map(rows.map(({ code, terms }) => [code, read(terms)])),
    };
  });
}

function read(stored: string): PaymentTerms {
  const terms = parsePaymentTerms(stored);
  if (!terms.ok) throw new Error(`stored payment terms can't be read: ${stored}`);
  return terms.value;
}
