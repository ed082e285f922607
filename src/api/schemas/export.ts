import { Type, type Static } from 'typebox';
import { exportFormats, exportKinds } from '../../domain/export.ts';
import type { ListedExport } from '../../ledger/queries/exports.ts';
import {
  daySchema,
  instantText,
  nullable,
  nullableDayText,
  nullableText,
  oneOf,
  strictObject,
  textSchema,
  uuidSchema,
} from './shared.ts';

const cursor = Type.String({ pattern: '^\\d{1,18}$', description: 'Of cash events: only what comes after it.' });
const fromDescription = 'The first day: of postings, or that a dispute was opened on.';
const toDescription = 'The last day; of the aged balance, the day that "past due" is counted to.';

export const exportRequestSchema = strictObject({
  kind: oneOf(exportKinds),
  format: Type.Optional(oneOf(exportFormats, { description: "Absent: the kind's own." })),
  from: Type.Optional({ ...daySchema, description: fromDescription }),
  to: Type.Optional({ ...daySchema, description: toDescription }),
  after: Type.Optional(cursor),
});

export const exportSchema = strictObject(
  {
    id: uuidSchema,
    kind: oneOf(exportKinds),
    format: oneOf(exportFormats),
    from: nullableDayText,
    to: nullableDayText,
    after: nullable(cursor),
    state: oneOf(['waiting', 'ready', 'failed', 'expired'], { description: '`expired`: its bytes are deleted.' }),
    fileName: nullableText,
    mediaType: nullableText,
    byteCount: nullable(Type.Integer({ minimum: 0 })),
    problem: nullable(Type.String({ description: 'Why it failed.' })),
    requestedBy: textSchema,
    requestedAt: instantText,
    readyAt: nullableText,
  },
  { $id: 'Export', description: 'What was asked to be taken out of the books, and whether it is there.' },
);

export const toExport = ({ parameters, ...made }: ListedExport): Static<typeof exportSchema> => ({
  ...made,
  ...parameters,
  after: made.kind === 'cash-events' ? parameters.after : null,
  byteCount: made.byteCount === null ? null : Number(made.byteCount),
  requestedAt: made.requestedAt.toISOString(),
  readyAt: made.readyAt?.toISOString() ?? null,
});
