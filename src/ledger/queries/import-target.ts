import type { Pool } from 'pg';
import { parseCurrency, type CurrencyCode } from '../../domain/currency.ts';
import type { LedgerId } from '../../domain/ids.ts';
import { parsePaymentTerms, type PaymentTerms, type TermsOf } from '../../domain/payment-terms.ts';
import { inLedger } from '../transaction.ts';

/** What an import has to know of the ledger that it is for. */
export type ImportTarget = Readonly<{
  baseCurrency: CurrencyCode;
  /** What was agreed with a customer, or else the usual terms. */
  termsOf: TermsOf;
}>;

/** Reads it once per file: terms that change meanwhile are those of the next import. @param terms - the usual ones. */
export async function readImportTarget(pool: Pool, ledgerId: LedgerId, terms: PaymentTerms): Promise<ImportTarget> {
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
    const agreed = new Map(rows.map((row) => [row.code, read(row.terms)]));
    return { baseCurrency: currency.value, termsOf: (code) => agreed.get(code) ?? terms };
  });
}

function read(stored: string): PaymentTerms {
  const terms = parsePaymentTerms(stored);
  if (!terms.ok) throw new Error(`stored payment terms can't be read: ${stored}`);
  return terms.value;
}
