/** Imports: a file of rows, read as it streams, taken in batches. Good rows are taken, bad ones given back with line and reason. */
import { createReadStream } from 'node:fs';
import type { LedgerId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { RowProblem } from '../../domain/open-item.ts';
import { legalTerms, type PaymentTerms } from '../../domain/payment-terms.ts';
import { bankAccountForm } from '../../ingest/open-items/bank-account-row.ts';
import { collectionForm } from '../../ingest/open-items/collection-row.ts';
import { customerForm } from '../../ingest/open-items/customer-row.ts';
import { openItemForm } from '../../ingest/open-items/open-item-row.ts';
import type { RowForm, RowFormat, TargetLedger } from '../../ingest/open-items/rows.ts';
import { importCollection } from '../../ledger/commands/import-collections.ts';
import { importCustomers } from '../../ledger/commands/import-customers.ts';
import { importOpenItems } from '../../ledger/commands/import-open-items.ts';
import { importProblem } from '../../ledger/commands/import-refusals.ts';
import { registerBankAccount } from '../../ledger/commands/register-bank-account.ts';
import { LedgerError } from '../../ledger/errors.ts';
import { readImportTarget } from '../../ledger/queries/import-target.ts';
import { act, type WorkContext } from '../work-context.ts';
import { gatherCollections } from './collections-of-file.ts';
import { importFec, isFecFile } from './import-fec.ts';
import { readRowChunks } from './import-stream.ts';
import { addImported, nothingImported, rowsPerBatch, type Imported } from './imported.ts';
import { seenDocuments } from './seen-documents.ts';

export const importKinds = ['bank-accounts', 'customers', 'open-items', 'collections'] as const;
export type ImportKind = (typeof importKinds)[number];

/** What a file of open items does not say itself. */
export type OpenItemImport = Readonly<{
  /** Where a document has no due date and its customer no terms. */
  terms: PaymentTerms;
  /** Of a FEC: beginnings of the accounts that customers owe on. */
  receivableAccounts: readonly string[];
  /** Of a FEC: the day on which it was written. */
  asOf: LocalDate | null;
}>;

export const usualOpenItemImport: OpenItemImport = { terms: legalTerms, receivableAccounts: ['411'], asOf: null };

type Row<T> = Readonly<{ line: number; value: T }>;
type TakeBatch<T> = (rows: readonly Row<T>[]) => Promise<Partial<Imported>>;

/** @throws what the file system says of the path; what the database refuses. Batches before it stay. */
export async function importRecords(
  context: WorkContext,
  ledgerId: LedgerId,
  kind: ImportKind,
  path: string,
  options: OpenItemImport = usualOpenItemImport,
): Promise<Imported> {
  const { pool } = context;
  switch (kind) {
    case 'bank-accounts':
      return importBy(path, bankAccountForm, async (rows) => {
        const outcomes = { registered: 0, changed: 0, unchanged: 0 };
        const refused: RowProblem[] = [];
        for (const { line, value } of rows) {
          try {
            outcomes[await registerBankAccount(pool, ledgerId, value, act(context))] += 1;
          } catch (error) {
            if (!(error instanceof LedgerError)) throw error;
            refused.push({
              line,
              code: 'import.bank_account_refused',
              message: error.message,
              found: value.identifier,
            });
          }
        }
        return { added: outcomes.registered, changed: outcomes.changed, unchanged: outcomes.unchanged, refused };
      });
    case 'customers':
      return importBy(path, customerForm, (rows) =>
        importCustomers(
          pool,
          ledgerId,
          rows.map(({ value }) => value),
          act(context),
        ),
      );
    case 'open-items':
      return importOpenItemFile(context, ledgerId, path, options);
    case 'collections':
      return importCollectionFile(context, ledgerId, path);
  }
}

async function importCollectionFile(context: WorkContext, ledgerId: LedgerId, path: string): Promise<Imported> {
  const gathered = gatherCollections();
  for await (const row of readRows(path, collectionForm)) gathered.add(row);
  const { whole, refused } = gathered.end();
  let total = addImported(nothingImported, { refused });
  for (const { reference, rows } of whole)
    total = addImported(total, await importCollection(context.pool, ledgerId, reference, rows, act(context)));
  return { ...total, refused: total.refused.toSorted((a, b) => a.line - b.line) };
}

async function importOpenItemFile(
  context: WorkContext,
  ledgerId: LedgerId,
  path: string,
  { terms, receivableAccounts, asOf }: OpenItemImport,
): Promise<Imported> {
  const { baseCurrency, termsByCustomer } = await readImportTarget(context.pool, ledgerId);
  const target: TargetLedger = { baseCurrency, termsOf: (code) => termsByCustomer.get(code) ?? terms };
  return (await isFecFile(path))
    ? importFec(context, ledgerId, path, { ...target, receivableAccounts, asOf })
    : importOpenItemRows(context, ledgerId, path, target);
}

/** A document is taken once per file, the first time: a second row could be of another batch, and would undo the first. */
async function importOpenItemRows(
  context: WorkContext,
  ledgerId: LedgerId,
  path: string,
  target: TargetLedger,
): Promise<Imported> {
  const seen = seenDocuments();
  return importBy(path, openItemForm(target), async (rows) => {
    const refused: RowProblem[] = [];
    const first = rows.filter(({ line, value: { customerCode, kind, documentNumber } }) => {
      const isFirst = seen.isFirst(customerCode, kind, documentNumber);
      if (!isFirst) refused.push(importProblem('import.duplicate_row', line, `${customerCode} ${documentNumber}`));
      return isFirst;
    });
    const records = first.map(({ line, value }) => ({ line, record: value }));
    const taken = await importOpenItems(context.pool, ledgerId, records, act(context));
    return { ...taken, refused: [...taken.refused, ...refused] };
  });
}

async function importBy<T>(path: string, form: RowForm<T>, takeBatch: TakeBatch<T>): Promise<Imported> {
  let total = nothingImported;
  let batch: Row<T>[] = [];
  const take = async () => {
    if (batch.length === 0) return;
    total = addImported(total, await takeBatch(batch));
    batch = [];
  };
  for await (const row of readRows(path, form)) {
    if (row.kind === 'problem') total = addImported(total, { refused: [row.problem] });
    else if (batch.push(row) >= rowsPerBatch) await take();
  }
  await take();
  return { ...total, refused: total.refused.toSorted((a, b) => a.line - b.line) };
}

async function* readRows<T>(path: string, form: RowForm<T>) {
  const format: RowFormat = /\.(jsonl|ndjson)$/i.test(path) ? 'jsonl' : 'csv';
  for await (const rows of readRowChunks({ format, bytes: createReadStream(path) }, form)) yield* rows;
}
