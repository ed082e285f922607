import { Type, type Static } from 'typebox';
import type { Imported } from '../../workers/jobs/imported.ts';
import type { StreamImported } from '../../workers/jobs/import-stream.ts';
import { LedgerError } from '../../ledger/errors.ts';
import { countSchema, nullableText, strictObject, textSchema } from './shared.ts';

const counts = {
  added: countSchema,
  changed: countSchema,
  closed: Type.Integer({
    minimum: 0,
    description: 'Open items that are open no more, among those added and changed.',
  }),
  unchanged: countSchema,
  stale: Type.Integer({ minimum: 0, description: 'Rows older than what is known of their item: passed over.' }),
};

export const importedSchema = strictObject(counts, {
  $id: 'Imported',
  description: 'What came of the rows of an import.',
});

const mostTold = 1_000;

export const fecImportedSchema = strictObject(
  {
    ...counts,
    refusedCount: countSchema,
    refused: Type.Array(
      strictObject({ line: countSchema, code: textSchema, message: textSchema, found: nullableText }),
      { maxItems: mostTold, description: `The first ${mostTold} lines that were not taken, and why.` },
    ),
  },
  { $id: 'FecImported', description: 'What came of the lines of a FEC.' },
);

export const toFecImported = ({ refused, ...taken }: Imported): Static<typeof fecImportedSchema> => ({
  ...taken,
  refusedCount: refused.length,
  refused: refused.slice(0, mostTold).map(({ line, code, message, found }) => ({ line, code, message, found })),
});

/** @throws LedgerError `ledger.row_refused`, with the row and what was taken before it. */
export function toImported({ problem, ...taken }: StreamImported): Static<typeof importedSchema> {
  if (problem === null) return taken;
  const { line, code, message, found } = problem;
  const counts = Object.entries(taken).map(([what, count]) => [what, String(count)]);
  const row = { line: String(line), code, message, ...(found !== null && { found }) };
  throw new LedgerError('ledger.row_refused', { ...row, ...Object.fromEntries(counts) });
}
