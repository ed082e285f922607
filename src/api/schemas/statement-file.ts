import { Type, type Static } from 'typebox';
import type { Finding } from '../../domain/statement.ts';
import {
  mostArrivals,
  type StatementFileHistory,
  type StatementFileRecord,
  type StatementRow,
} from '../../ledger/queries/statement-files.ts';
import {
  amountSchema,
  countSchema,
  dayText,
  instantText,
  nullableDayText,
  nullableObject,
  nullableText,
  oneOf,
  sha256Schema,
  shared,
  strictObject,
  textSchema,
  toAmount,
  uuidSchema,
} from './shared.ts';

export const fileStateSchema = oneOf(['stored', 'published', 'held', 'quarantined', 'duplicate'], {
  description:
    '`stored`: kept, not read yet. `published`: its entries are booked. `held`: right, but a statement before it is ' +
    'missing. `quarantined`: refused, see its findings. `duplicate`: its statements are booked already.',
});

const properties = {
  sha256: sha256Schema,
  sizeBytes: countSchema,
  state: fileStateSchema,
  format: nullableText,
  formatVersion: nullableText,
  name: Type.String({ description: 'The name under which it first came.' }),
  firstArrivedAt: instantText,
};

export const statementFileSchema = strictObject(properties, {
  $id: 'StatementFile',
  description: 'A file as it came; its identity is the SHA-256 of its bytes.',
});

const findingSchema = strictObject(
  {
    code: Type.String({ description: 'Stable; listed in docs/errors.md.', examples: ['ingest.account_unknown'] }),
    severity: oneOf(['refuse', 'warn']),
    message: textSchema,
    at: nullableObject(strictObject({ line: Type.Integer(), path: textSchema })),
    found: nullableText,
  },
  { $id: 'Finding', description: 'What a check of the file found: what, where, what to do next.' },
);

const proofSchema = strictObject(
  {
    opening: shared(amountSchema),
    credits: shared(amountSchema),
    debits: shared(amountSchema),
    closing: shared(amountSchema),
  },
  { $id: 'StatementProof', description: '`opening` + `credits` - `debits` = `closing`.' },
);

const statementSchema = strictObject(
  {
    id: uuidSchema,
    bankAccount: textSchema,
    bankStatementId: nullableText,
    sequence: nullableText,
    fromDate: nullableDayText,
    toDate: nullableDayText,
    statementDate: dayText,
    entryCount: countSchema,
    proof: shared(proofSchema),
    findings: Type.Array(shared(findingSchema)),
  },
  { $id: 'Statement', description: 'What the bank sent for one account and period.' },
);

export const statementFileHistorySchema = strictObject(
  {
    ...properties,
    parser: nullableText,
    findings: Type.Array(shared(findingSchema)),
    arrivals: Type.Array(strictObject({ name: textSchema, arrivedAt: instantText }), {
      description: `The last ${mostArrivals} times it came, latest first.`,
    }),
    statements: Type.Array(shared(statementSchema)),
  },
  { $id: 'StatementFileHistory', description: 'A statement file, what was found in it, and what it proved.' },
);

export const storedFileSchema = strictObject(
  {
    sha256: sha256Schema,
    sizeBytes: countSchema,
    state: fileStateSchema,
    isNew: Type.Boolean({ description: 'False when these bytes were here before, whatever their name.' }),
  },
  { $id: 'StoredFile', description: 'The bytes are kept; reading them comes next.' },
);

export const statementFileSchemas = [
  statementFileSchema,
  findingSchema,
  proofSchema,
  statementSchema,
  statementFileHistorySchema,
  storedFileSchema,
];

export const toStatementFile = ({
  firstArrivedAt,
  ...file
}: StatementFileRecord): Static<typeof statementFileSchema> => ({
  ...file,
  firstArrivedAt: firstArrivedAt.toISOString(),
});

const toFinding = ({ code, severity, message, at, found }: Finding): Static<typeof findingSchema> => ({
  code,
  severity,
  message,
  at: at === null ? null : { line: at.line, path: at.path },
  found,
});

const toStatement = ({ proof, findings, ...statement }: StatementRow): Static<typeof statementSchema> => ({
  ...statement,
  proof: {
    opening: toAmount(proof.opening),
    credits: toAmount(proof.credits),
    debits: toAmount(proof.debits),
    closing: toAmount(proof.closing),
  },
  findings: findings.map(toFinding),
});

export const toStatementFileHistory = ({
  parser,
  findings,
  arrivals,
  statements,
  ...file
}: StatementFileHistory): Static<typeof statementFileHistorySchema> => ({
  ...toStatementFile(file),
  parser,
  findings: findings.map(toFinding),
  arrivals: arrivals.map(({ name, arrivedAt }) => ({ name, arrivedAt: arrivedAt.toISOString() })),
  statements: statements.map(toStatement),
});
