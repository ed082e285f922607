import { Type, type Static } from 'typebox';
import type { Finding } from '../../domain/statement.ts';
import { fileStates } from '../../ledger/file-state.ts';
import type { FileSetAside } from '../../ledger/queries/quarantine.ts';
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

export const fileStateSchema = oneOf(fileStates, {
  description:
    '`stored`: kept, not read yet. `published`: its entries are booked. `cross_checked`: says the same as what is ' +
    'booked, in a second format. `enriched`: a report, kept beside the books. `held`: right, but something before it is ' +
    'missing, see its findings. `quarantined`: refused, see its findings. `duplicate`: booked already. `discarded`: a ' +
    'person decided that it is not wanted.',
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

export const findingSchema = strictObject(
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

const stored = {
  sha256: sha256Schema,
  sizeBytes: countSchema,
  state: fileStateSchema,
  isNew: Type.Boolean({ description: 'False when these bytes were here before, whatever their name.' }),
};

export const fileSetAsideSchema = strictObject(
  { ...properties, parser: nullableText, findings: Type.Array(shared(findingSchema)) },
  { $id: 'FileSetAside', description: 'A file that is quarantined or held, and why.' },
);

export const releaseSchema = strictObject(
  {
    as: oneOf(['publish', 'discard'], {
      description: '`publish`: despite the doubts that may be overruled. `discard`: not wanted; the bytes are kept.',
    }),
    reason: Type.String({ minLength: 1, maxLength: 500, description: 'Kept in the audit chain.' }),
  },
  {
    $id: 'Release',
    description: "A person's decision about a file that was set aside.",
    examples: [{ as: 'discard', reason: 'The bank sent this day twice.' }],
  },
);

export const fileOutcomeSchema = strictObject(
  { sha256: sha256Schema, state: fileStateSchema },
  { $id: 'FileOutcome', description: '`stored`: it will be read again; follow its state.' },
);

export const storedFileSchema = strictObject(
  {
    ...stored,
    members: Type.Optional(
      Type.Array(strictObject({ name: textSchema, ...stored }), {
        description: 'Of a zip with several files: each of them, the first also being told above.',
      }),
    ),
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
  fileSetAsideSchema,
  releaseSchema,
  fileOutcomeSchema,
];

export const toStatementFile = ({
  firstArrivedAt,
  ...file
}: StatementFileRecord): Static<typeof statementFileSchema> => ({
  ...file,
  firstArrivedAt: firstArrivedAt.toISOString(),
});

export const toFinding = ({ code, severity, message, at, found }: Finding): Static<typeof findingSchema> => ({
  code,
  severity,
  message,
  at: at === null ? null : { line: at.line, path: at.path },
  found,
});

export const toFileSetAside = ({ parser, findings, ...file }: FileSetAside): Static<typeof fileSetAsideSchema> => ({
  ...toStatementFile(file),
  parser,
  findings: findings.map(toFinding),
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
