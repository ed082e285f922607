import type { RowProblem } from '../../domain/open-item.ts';

/** Rows of an import that read well but do not fit what the ledger holds: what is wrong, and what to do. */
export const importRefusals = {
  'import.duplicate_row': 'The file names this document twice; the first row was taken. Remove one of the two.',
  'import.customer_unknown': 'No customer has this code. Import the customers first, then this file again.',
  'import.currency_changed': 'The item exists in another currency. A document keeps its currency: check the row.',
  'import.amount_changed_after_allocation':
    'The amount of the document changed, but payments are allocated to it. Reverse the allocations first.',
  'import.bank_account_refused': 'The bank account can not be taken as the row says.',
  'import.residual_rises_after_allocation':
    'The ERP shows more open than before on an item that we have cleared. Reverse the allocation here, or correct the ERP.',
  'import.residual_rises_undated':
    'The ERP shows more open than before. If that is right, give the rows a later day in the column as_of (a FEC: --as-of); else this is an older export.',
  'import.document_unknown':
    'The customer has no invoice of this number and currency. Import the open items first, then this file again.',
  'import.collection_incomplete':
    'A row that is or may be of this collection can not be read, and a part of it is not what was sent. Mend the row and send the collection again; with a collection_amount, only its own rows count.',
  'import.collections_too_many':
    'The file has more rows than are taken at once. Send it in parts, each with whole collections; nothing of it was taken.',
  'import.collection_uneven':
    'The rows of this collection differ in collection_date, scheme, currency or collection_amount. A collection has one of each.',
  'import.collection_sum':
    'The rows of this collection do not add up to its collection_amount: rows are missing, or too many. Export it again.',
  'import.collection_changed':
    'This collection is known with other rows. What was sent to the bank does not change: give another one another reference.',
  'import.rate_of_base_currency':
    'The books are kept in this currency: it has no rate. Write the rate of the other currency, for one unit of this one.',
  'import.rate_twice':
    'The file has another rate of this currency and day; the first was taken. Remove one of the two.',
} as const satisfies Record<`import.${string}`, string>;

/** The refusal of one row; `found` names the document or account. */
export const importProblem = (code: keyof typeof importRefusals, line: number, found: string): RowProblem => ({
  line,
  code,
  message: importRefusals[code],
  found,
});
