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
} as const satisfies Record<`import.${string}`, string>;

/** The refusal of one row; `found` names the document or account. */
export const importProblem = (code: keyof typeof importRefusals, line: number, found: string): RowProblem => ({
  line,
  code,
  message: importRefusals[code],
  found,
});
