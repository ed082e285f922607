/** Imports: a file of rows, read as it streams, taken in batches. Good rows are taken, bad ones given back with line and reason. */
import { createReadStream } from 'node:fs';
import type { LedgerId } from '../../domain/ids.ts';
import type { RowProblem } from '../../domain/open-item.ts';
import { bankAccountForm } from '../../ingest/open-items/bank-account-row.ts';
import { customerForm } from '../../ingest/open-items/customer-row.ts';
import { openItemForm } from '../../ingest/open-items/open-item-row.ts';
import { rowReader, type RowForm, type RowFormat } from '../../ingest/open-items/rows.ts';
import { importCustomers } from '../../ledger/commands/import-customers.ts';
import { importOpenItems } from '../../ledger/commands/import-open-items.ts';
import { importProblem } from '../../ledger/commands/import-refusals.ts';
import { registerBankAccount } from '../../ledger/commands/register-bank-account.ts';
import { LedgerError } from '../../ledger/errors.ts';
import { act, type WorkContext } from '../work-context.ts';

export const importKinds = ['bank-accounts', 'customers', 'open-items'] as const;
export type ImportKind = (typeof importKinds)[number];

type Imported = Readonly<{
  added: number;
  changed: number;
  /** Open items that are open no more, among those added and changed. */
  closed: number;
  unchanged: number;
  /** Rows older than what is known of their item. */
  stale: number;
  refused: readonly RowProblem[];
}>;

type Row<T> = Readonly<{ line: number; value: T }>;
type TakeBatch<T> = (rows: readonly Row<T>[]) => Promise<Partial<Imported>>;

const rowsPerBatch = 5_000;

/** @throws what the file system says of the path; what the database refuses. Batches before it stay. */
export async function importRecords(
  context: WorkContext,
  ledgerId: LedgerId,
  kind: ImportKind,
  path: string,
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
      return importOpenItemFile(context, ledgerId, path);
  }
}

/** A document is taken once per file, the first time: a second row could be of another batch, and would undo the first. */
async function importOpenItemFile(context: WorkContext, ledgerId: LedgerId, path: string): Promise<Imported> {
  const seen = new Set<string>();
  return importBy(path, openItemForm, async (rows) => {
    const refused: RowProblem[] = [];
    const first = rows.filter(({ line, value: { customerCode, kind, documentNumber } }) => {
      const document = JSON.stringify([customerCode, kind, documentNumber]);
      const isFirst = !seen.has(document);
      if (!isFirst) refused.push(importProblem('import.duplicate_row', line, `${customerCode} ${documentNumber}`));
      seen.add(document);
      return isFirst;
    });
    const records = first.map(({ line, value }) => ({ line, record: value }));
    const taken = await importOpenItems(context.pool, ledgerId, records, act(context));
    return { ...taken, refused: [...taken.refused, ...refused] };
  });
}

async function importBy<T>(path: string, form: RowForm<T>, takeBatch: TakeBatch<T>): Promise<Imported> {
  let total: Imported = { added: 0, changed: 0, closed: 0, unchanged: 0, stale: 0, refused: [] };
  let batch: Row<T>[] = [];
  const take = async () => {
    if (batch.length === 0) return;
    total = sum(total, await takeBatch(batch));
    batch = [];
  };
  for await (const row of readRows(path, form)) {
    if (row.kind === 'problem') total = sum(total, { refused: [row.problem] });
    else if (batch.push(row) >= rowsPerBatch) await take();
  }
  await take();
  return { ...total, refused: total.refused.toSorted((a, b) => a.line - b.line) };
}

async function* readRows<T>(path: string, form: RowForm<T>) {
  const format: RowFormat = /\.(jsonl|ndjson)$/i.test(path) ? 'jsonl' : 'csv';
  const reader = rowReader(format, form);
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  for await (const bytes of createReadStream(path))
    yield* reader.push(decoder.decode(bytes as Buffer, { stream: true }));
  yield* reader.push(decoder.decode());
  yield* reader.end();
}

const sum = (a: Imported, b: Partial<Imported>): Imported => ({
  added: a.added + (b.added ?? 0),
  changed: a.changed + (b.changed ?? 0),
  closed: a.closed + (b.closed ?? 0),
  unchanged: a.unchanged + (b.unchanged ?? 0),
  stale: a.stale + (b.stale ?? 0),
  refused: [...a.refused, ...(b.refused ?? [])],
});
