import { Type, type Static } from 'typebox';
import type { StreamImported } from '../../workers/jobs/import-stream.ts';
import { LedgerError } from '../../ledger/errors.ts';
import { countSchema, strictObject } from './shared.ts';

export const importedSchema = strictObject(
  {
    added: countSchema,
    changed: countSchema,
    closed: Type.Integer({
      minimum: 0,
      description: 'Open items that are open no more, among those added and changed.',
    }),
    unchanged: countSchema,
    stale: Type.Integer({ minimum: 0, description: 'Rows older than what is known of their item: passed over.' }),
  },
  { $id: 'Imported', description: 'What came of the rows of an import.' },
);

/** @throws LedgerError `ledger.row_refused`, with the row and what was taken before it. */
export function toImported({ problem, ...taken }: StreamImported): Static<typeof importedSchema> {
  if (problem === null) return taken;
  const { line, code, message, found } = problem;
  const counts = Object.entries(taken).map(([what, count]) => [what, String(count)]);
  const row = { line: String(line), code, message, ...(found !== null && { found }) };
  throw new LedgerError('ledger.row_refused', { ...row, ...Object.fromEntries(counts) });
}
