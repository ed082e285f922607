/** Imports: a file of rows, read as it streams, taken in batches. Good rows are taken, bad ones given back with line and reason. */
import { createReadStream } from 'node:fs';
import type { LedgerId } from '../../domain/ids.ts';
import type { RowProblem } from '../../domain/open-item.ts';
import { bankAccountForm } from '../../ingest/open-items/bank-account-row.ts';
import { collectionForm } from '../../ingest/open-items/collection-row.ts';
import { customerForm } from '../../ingest/open-items/customer-row.ts';
import { exchangeRateForm } from '../../ingest/open-items/exchange-rate-row.ts';
import { openItemForm } from '../../ingest/open-items/open-item-row.ts';
import type { RowForm, RowFormat, TargetLedger } from '../../ingest/open-items/rows.ts';
import { importCustomers } from '../../ledger/commands/import-customers.ts';
import { importExchangeRates } from '../../ledger/commands/import-exchange-rates.ts';
import { importOpenItems } from '../../ledger/commands/import-open-items.ts';
import { importProblem } from '../../ledger/commands/import-refusals.ts';
import { registerBankAccount } from '../../ledger/commands/register-bank-account.ts';
import { LedgerError } from '../../ledger/errors.ts';
import { readImportTarget } from '../../ledger/queries/import-target.ts';
import { act, type WorkContext } from '../work-context.ts';
import { importFec, isFecFile } from './import-fec.ts';
import { readRowChunks } from './import-stream.ts';
import {
  addImported,
  nothingImported,
  rowsPerBatch,
  usualOpenItemImport,
  type Imported,
  type OpenItemImport,
} from './imported.ts';
import { seenDocuments } from './seen-documents.ts';
import { gatherRows, takeCollections } from './take-collections.ts';

export const importKinds = ['bank-accounts', 'customers', 'open-items', 'collections', 'exchange-rates'] as const;
export type ImportKind = (typeof importKinds)[number];

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
      return takeCollections(context, ledgerId, await gatherRows(chunksOf(path, collectionForm)));
    case 'exchange-rates':
      return importBy(path, exchangeRateForm, (rows) => importExchangeRates(pool, ledgerId, rows, act(context)));
  }
}

async function importOpenItemFile(
  context: WorkContext,
  ledgerId: LedgerId,
  path: string,
  options: OpenItemImport,
): Promise<Imported> {
  return (await isFecFile(path))
    ? importFec(context, ledgerId, createReadStream(path), options)
    : importOpenItemRows(context, ledgerId, path, await readImportTarget(context.pool, ledgerId, options.terms));
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
  for await (const rows of chunksOf(path, form)) yield* rows;
}

function chunksOf<T>(path: string, form: RowForm<T>) {
  const format: RowFormat = /\.(jsonl|ndjson)$/i.test(path) ? 'jsonl' : 'csv';
  return readRowChunks({ format, bytes: createReadStream(path) }, form);
}
