/**
 * The documents and customers of one ledger and currency as flat columns in shared memory: every matching thread reads
 * the same bytes without a copy.
 *
 * Rows stand in one order whatever order they came in: customers by id; items by customer, open ones before those in
 * dispute, then closed ones, each by due date, then by id. So what a customer owes and does not dispute is a range, oldest
 * first, and no result depends on how a database returned its rows.
 */
import type { OpenItemKind } from '../../domain/open-item.ts';
import type { NameColumns } from '../names/name-columns.ts';

/** Plain and structured-clonable: posting it to a thread shares the memory. `…Starts` have one row more. */
export type PartitionColumns = Readonly<{
  itemCount: number;
  customerCount: number;
  /** ISO 4217 codes; `itemCurrencies` counts in it. */
  currencies: readonly string[];
  /** Hashes of the letters that documents begin with. */
  seriesPrefixes: readonly number[];
  /** Sizes in digits that documents have, ascending. */
  documentSizes: readonly number[];
  itemIds: Uint8Array;
  itemCustomers: Uint32Array;
  /** What is left, minor units; negative for a credit note; 0 is closed. */
  itemResiduals: Float64Array;
  /** 1: something of it is in dispute, and only a payment that names it exactly is applied to it. */
  itemDisputed: Uint8Array;
  /** Place in {@link itemKinds}. */
  itemKinds: Uint8Array;
  itemCurrencies: Uint8Array;
  /** Days since 1970. */
  itemIssueDays: Uint16Array;
  itemDueDays: Uint16Array;
  /** Early-payment discount in basis points of the amount, and its last day; 0: none. */
  itemDiscounts: Uint16Array;
  itemDiscountDays: Uint16Array;
  /** The last 15 digits of the document number, and how many it has. */
  itemDigits: Float64Array;
  itemSizes: Uint8Array;
  /** The number without its date, at most nine digits. */
  itemSerials: Uint32Array;
  itemSerialSizes: Uint8Array;
  itemPrefixes: Int32Array;
  /** Where the item's texts start in `texts`: document number, creditor reference, purchase order, each ended by 0. */
  itemTextStarts: Uint32Array;
  texts: Uint8Array;
  /** Open addressing: hash of a key, row plus one. */
  keySlots: Int32Array;
  /** Rows of open items by amount, then by row; `amountValues` are the amounts, absolute. */
  amountRows: Uint32Array;
  amountValues: Float64Array;
  customerIds: Uint8Array;
  customerCodes: Float64Array;
  /** First item, and the end of the open ones that are free of dispute, of each customer. */
  customerItemStarts: Uint32Array;
  customerOpenEnds: Uint32Array;
  payerSlots: Int32Array;
  /** An entry: the customer, how it is known, and where its IBAN starts in `payerTexts`. */
  payerCustomers: Uint32Array;
  payerSources: Uint8Array;
  payerTextStarts: Uint32Array;
  payerTexts: Uint8Array;
  names: NameColumns;
  /** Direct debits we sent together: the key of the collection's reference, and its items. */
  collections: readonly Readonly<{ key: string; items: Uint32Array }>[];
  /** Units of the second currency for one of the first. */
  rates: readonly Readonly<{ from: string; to: string; rate: number }>[];
  /** What customers paid lately: customer, amount and day of each, and a table over customer and amount. */
  paidCustomers: Uint32Array;
  paidAmounts: Float64Array;
  paidDays: Uint16Array;
  paidSlots: Int32Array;
  /** Names as people confirmed them, beside those of the master data: owner is the customer. */
  aliasNames: NameColumns;
}>;

/** The order is the stored code: append only. */
export const itemKinds: readonly OpenItemKind[] = ['invoice', 'credit_note', 'down_payment'];
export const creditNoteKind = 1;

export const payerSource = { masterIban: 1, learnedIban: 2 } as const;

/** What a key in `keySlots` stands for; the number is the salt of its hash. */
export const keyKind = { digits: 1, shortYear: 2, serial: 3, structured: 4, order: 5, customerCode: 6 } as const;

/** Fewer digits name too much to be looked up in a whole ledger. */
export const shortestLookup = 5;

/** Rows kept for one key; a look-up that returns as many may have missed others. */
export const rowsPerKey = 8;

/** Shared bytes that a partition takes. */
export function columnsBytes(columns: PartitionColumns): number {
  const seen = new Set<ArrayBufferLike>();
  const visit = (value: unknown): void => {
    if (ArrayBuffer.isView(value)) seen.add(value.buffer);
    else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) visit(inner);
  };
  visit(columns);
  let sizeBytes = 0;
  for (const buffer of seen) sizeBytes += buffer.byteLength;
  return sizeBytes;
}
