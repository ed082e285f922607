import type { CurrencyCode } from '../../src/domain/currency.ts';
import { legalTerms } from '../../src/domain/payment-terms.ts';
import type { TargetLedger } from '../../src/ingest/open-items/row-form.ts';

/** A ledger in euros that has agreed on nothing with anybody. */
export const euroBooks: TargetLedger = { baseCurrency: 'EUR' as CurrencyCode, termsOf: () => legalTerms };
