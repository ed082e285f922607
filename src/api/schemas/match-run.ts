import { Type, type Static } from 'typebox';
import { parseCurrency, type CurrencyCode } from '../../domain/currency.ts';
import type { JobRecord } from '../../ledger/queries/jobs.ts';
import type { MatchProgress } from '../../ledger/queries/match-progress.ts';
import type { MatchRunRecord } from '../../ledger/queries/match-runs.ts';
import type { DryRun } from '../../workers/jobs/ask-matching.ts';
import { ApiError } from '../errors.ts';
import { reviewReasonSchema } from './match.ts';
import {
  countSchema,
  instantText,
  nullable,
  nullableObject,
  nullableText,
  nullableUuid,
  oneOf,
  strictObject,
  textSchema,
  uuidSchema,
} from './shared.ts';

export const currencySchema = Type.String({ pattern: '^[A-Z]{3}$', examples: ['EUR'] });

/** @throws ApiError `api.request_invalid` for three letters that are no currency. */
export function toCurrency(code: string): CurrencyCode {
  const parsed = parseCurrency(code);
  if (!parsed.ok) throw new ApiError('api.request_invalid');
  return parsed.value;
}

export const matchRunSchema = strictObject(
  {
    id: uuidSchema,
    runNumber: countSchema,
    state: oneOf(['applying', 'applied', 'cancelled'], {
      description: '`applied` when no chunk is left; `cancelled` when those that were left never will be.',
    }),
    currency: textSchema,
    engine: textSchema,
    decidedAt: instantText,
    paymentCount: Type.Integer({ minimum: 0, description: 'Payments that the run decided on.' }),
    chunkCount: countSchema,
    appliedChunkCount: countSchema,
    appliedCount: Type.Integer({ minimum: 0, description: 'Payments applied so far.' }),
    reviewCount: Type.Integer({ minimum: 0, description: 'Payments put into the review queue so far.' }),
    cancelled: nullableObject(strictObject({ actor: textSchema, cancelledAt: instantText })),
  },
  { $id: 'MatchRun', description: 'A run over the payments of one currency, and how far it is applied.' },
);

export const matchingRequestedSchema = strictObject(
  { currencies: Type.Array(textSchema, { description: 'Those with unapplied payments: one run each.' }) },
  { $id: 'MatchingRequested', description: 'The runs that will be made.' },
);

export const dryRunSchema = strictObject(
  {
    currency: textSchema,
    paymentCount: Type.Integer({ minimum: 0, description: 'Payments that wait now.' }),
    appliedCount: Type.Integer({ minimum: 0, description: 'Of these, what a run would apply.' }),
    reviewCount: countSchema,
    rules: Type.Array(strictObject({ rule: textSchema, count: countSchema }), {
      description: 'By which rule, the most frequent first.',
    }),
    reasons: Type.Array(strictObject({ reason: reviewReasonSchema, count: countSchema }), {
      description: 'Why the others would wait, the most frequent first.',
    }),
  },
  { $id: 'DryRun', description: 'What a run would do now; nothing was done.' },
);

export const matchProgressSchema = strictObject(
  {
    state: oneOf(['idle', 'waiting', 'deciding', 'applying', 'applied', 'cancelled', 'dead'], {
      description:
        '`idle`: nothing is asked for. `waiting`: for somebody to take it. `deciding`: nothing is recorded yet. ' +
        '`dead`: it failed too often; ask for matching again.',
    }),
    currency: textSchema,
    runId: nullableUuid,
    runNumber: nullable(countSchema),
    paymentCount: nullable(countSchema),
    chunkCount: nullable(countSchema),
    appliedChunkCount: nullable(countSchema),
    appliedCount: nullable(countSchema),
    reviewCount: nullable(countSchema),
    attempt: nullable(countSchema),
    problem: nullableText,
  },
  { $id: 'MatchProgress', description: 'The data of a `progress` event.' },
);

export const jobSchema = strictObject(
  {
    id: Type.String({ pattern: '^\\d+$' }),
    queue: Type.String({ description: '`publish` files, `match` payments, and what else waits.' }),
    key: Type.String({ description: 'Of matching: the currency.' }),
    state: oneOf(['waiting', 'running', 'failed', 'dead'], {
      description: '`failed`: tried again at `runAt`. `dead`: when somebody asks for the same again.',
    }),
    attempt: countSchema,
    runAt: instantText,
    leaseUntil: Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date-time' }),
    worker: nullableText,
    problem: nullableText,
    matchRunId: nullableUuid,
    cancelRequestedBy: nullableText,
  },
  { $id: 'Job', description: 'Work that waits, runs or has failed; what is done is gone.' },
);

export const matchRunSchemas = [matchRunSchema, matchingRequestedSchema, dryRunSchema, matchProgressSchema, jobSchema];

export const toMatchRun = ({ decidedAt, cancelled, ...run }: MatchRunRecord): Static<typeof matchRunSchema> => ({
  ...run,
  state: cancelled !== null ? 'cancelled' : run.appliedChunkCount === run.chunkCount ? 'applied' : 'applying',
  decidedAt: decidedAt.toISOString(),
  cancelled: cancelled === null ? null : { ...cancelled, cancelledAt: cancelled.cancelledAt.toISOString() },
});

export const toDryRun = (
  currency: CurrencyCode,
  { rules, reasons, ...counts }: DryRun,
): Static<typeof dryRunSchema> => ({ currency, ...counts, rules: [...rules], reasons: [...reasons] });

export const toMatchProgress = (progress: MatchProgress): Static<typeof matchProgressSchema> => progress;

export const toJob = ({ runAt, leaseUntil, ...job }: JobRecord): Static<typeof jobSchema> => ({
  ...job,
  runAt: runAt.toISOString(),
  leaseUntil: leaseUntil?.toISOString() ?? null,
});
