/** What we collect by direct debit, as the treasury software hands it over. */
import type { CurrencyCode } from './currency.ts';
import type { LocalDate } from './local-date.ts';

export const collectionSchemes = ['core', 'b2b'] as const;
export type CollectionScheme = (typeof collectionSchemes)[number];

/** One row of a collection import: an amount of one document, inside one debit, inside one batch. */
export type CollectionRow = Readonly<{
  /** Names the batch: its payment information id, which the bank repeats. */
  reference: string;
  collectionDate: LocalDate;
  scheme: CollectionScheme;
  currency: CurrencyCode;
  /** Names the debit when it comes back. A debit over several documents has a row for each. */
  endToEndId: string;
  mandateId: string | null;
  customerCode: string;
  documentNumber: string;
  /** > 0, minor units. */
  amountMinor: bigint;
  /** The control sum of the batch, when the file tells it: Σ of its rows, or the batch is not taken. */
  controlMinor: bigint | null;
}>;
