import { Type, type Static } from 'typebox';
import type { AuditRecord } from '../../ledger/queries/audit-events.ts';
import { instantText, strictObject, textSchema } from './shared.ts';

export const sequenceSchema = Type.Integer({ minimum: 0, description: '1, 2, 3… in each ledger.' });
export const hashSchema = Type.String({ pattern: '^[0-9a-f]{64}$' });

export const auditEventSchema = strictObject(
  {
    sequence: sequenceSchema,
    type: Type.String({ examples: ['payment.applied'] }),
    subject: textSchema,
    actor: textSchema,
    at: instantText,
    details: Type.Unsafe<unknown>({ description: 'What the event tells, by its type.' }),
    body: Type.String({ description: 'All of this as canonical JSON, byte for byte as it is kept.' }),
    previousHash: hashSchema,
    hash: hashSchema,
  },
  {
    $id: 'AuditEvent',
    description: '`hash` is the SHA-256 of `previousHash`, a line feed and `body`; the first event follows 64 zeros.',
  },
);

export const auditHeadSchema = strictObject(
  { sequence: sequenceSchema, hash: hashSchema, at: Type.Union([instantText, Type.Null()]) },
  {
    $id: 'AuditHead',
    description: 'The last event. Kept elsewhere, it proves later that nothing before it was rewritten.',
  },
);

export const auditSchemas = [auditEventSchema, auditHeadSchema];

export const toAuditEvent = ({ sequence, ...event }: AuditRecord): Static<typeof auditEventSchema> => ({
  ...event,
  sequence: Number(sequence),
});
