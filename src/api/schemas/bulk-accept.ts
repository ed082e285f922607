/** Many suggestions accepted at once: looked at first, then done as it was looked at. */
import { Type, type Static } from 'typebox';
import { amountClasses, payerLevels, referenceLevels, selections } from '../../domain/match.ts';
import { formatDecimal } from '../../domain/money.ts';
import type { BulkOutcome } from '../../ledger/commands/bulk-accept.ts';
import type { BulkCandidate, BulkPreview, BulkSum } from '../../ledger/queries/bulk-accept.ts';
import { ledgerErrors } from '../../ledger/errors.ts';
import { commandStates, reasonSchema } from './command.ts';
import { queueFilters, suggestionSchema, toSuggestion } from './review-queue.ts';
import {
  amountSchema,
  countSchema,
  decimalSchema,
  exampleId,
  matchRunIdSchema,
  nullable,
  nullableText,
  oneOf,
  paymentIdSchema,
  shared,
  strictObject,
  textSchema,
  toAmount,
  uuidSchema,
} from './shared.ts';

const mostAtOnce = 500;
const tokenSchema = Type.String({
  pattern: '^[0-9a-f]{64}$',
  description: 'SHA-256 of `rest` and the list: accepting names both.',
});
const restSchema = oneOf(['leave', 'on_account'], { description: 'What becomes of what a suggestion leaves over.' });

const seenProperties = {
  paymentId: paymentIdSchema,
  matchRunId: matchRunIdSchema,
  version: Type.Integer({ minimum: 1, maximum: 999_999_999, description: 'Of the payment.' }),
};

const evidenceFilters = {
  cell: Type.Optional(
    Type.String({
      maxLength: 200,
      description: 'The kind of evidence, in words.',
      examples: ['named full short iban'],
    }),
  ),
  selection: Type.Optional(oneOf(selections)),
  reference: Type.Optional(oneOf(referenceLevels)),
  amountClass: Type.Optional(oneOf(amountClasses)),
  payer: Type.Optional(oneOf(payerLevels)),
};

export const previewAskedSchema = {
  ...strictObject({
    filter: strictObject({ ...queueFilters, ...evidenceFilters }),
    rest: Type.Optional(restSchema),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: mostAtOnce, default: mostAtOnce })),
  }),
  examples: [{ filter: { reason: 'not_certain', cell: 'named full exact good' }, rest: 'leave', limit: 100 }],
};

const candidateSchema = strictObject(
  {
    ...seenProperties,
    unapplied: shared(amountSchema),
    counterpartyName: nullableText,
    suggestion: shared(suggestionSchema),
  },
  { $id: 'BulkCandidate', description: 'A suggestion that would be accepted among others.' },
);

const sumSchema = strictObject({
  currency: textSchema,
  paymentCount: countSchema,
  paid: decimalSchema,
  writtenOff: decimalSchema,
  leftOver: decimalSchema,
});

export const previewSchema = strictObject(
  {
    token: tokenSchema,
    rest: restSchema,
    list: Type.Array(shared(candidateSchema), { description: 'The oldest booking date first.' }),
    sums: Type.Array(sumSchema, { description: 'By currency of the payments.' }),
    changedCount: Type.Integer({ minimum: 0, description: 'Left out: not as the run saw them any more.' }),
    keptCount: Type.Integer({ minimum: 0, description: 'Left out: somebody has to look at each of these.' }),
    isComplete: Type.Boolean({ description: 'False: there are more of the kind; preview again after accepting.' }),
  },
  { $id: 'BulkPreview', description: 'What accepting these suggestions would do, limits and approvals aside.' },
);

export const bulkAcceptSchema = {
  ...strictObject({
    token: tokenSchema,
    rest: restSchema,
    list: Type.Array(strictObject(seenProperties), { minItems: 1, maxItems: mostAtOnce }),
    reason: reasonSchema,
  }),
  examples: [
    {
      token: '3f1c0d7a5b9e4f2a8c6d1e0b7a9f5c3d2e4b6a8c0f1d3e5a7b9c1d2e3f4a5b6c',
      rest: 'leave',
      list: [{ paymentId: exampleId, matchRunId: exampleId, version: 1 }],
      reason: 'Named in full, from known accounts: looked through the list.',
    },
  ],
};

const outcomeSchema = strictObject(
  {
    paymentId: uuidSchema,
    commandId: { ...uuidSchema, description: 'Made of the `Idempotency-Key` and the payment.' },
    state: oneOf([...commandStates, 'refused']),
    code: nullable(Type.String({ description: 'Of the refusal; docs/errors.md has the list.' })),
    problem: nullableText,
  },
  { $id: 'BulkOutcome', description: 'What became of one of many suggestions.' },
);

export const bulkResultSchema = strictObject(
  {
    doneCount: countSchema,
    waitingCount: Type.Integer({ minimum: 0, description: 'For a second person.' }),
    refusedCount: countSchema,
    outcomes: Type.Array(shared(outcomeSchema), { description: 'In the order of the list.' }),
  },
  { $id: 'BulkResult', description: 'What became of each; the same however often it is asked with the same key.' },
);

export const bulkSchemas = [candidateSchema, previewSchema, outcomeSchema, bulkResultSchema];

const toCandidate = ({ proposal, customer, unapplied, ...seen }: BulkCandidate): Static<typeof candidateSchema> => ({
  paymentId: seen.paymentId,
  matchRunId: seen.matchRunId,
  version: seen.version,
  counterpartyName: seen.counterpartyName,
  unapplied: toAmount(unapplied),
  suggestion: toSuggestion(proposal, 0, customer),
});

const toSum = ({ currency, paymentCount, ...sums }: BulkSum): Static<typeof sumSchema> => ({
  currency,
  paymentCount,
  paid: formatDecimal({ minor: sums.paidMinor, currency }),
  writtenOff: formatDecimal({ minor: sums.writtenOffMinor, currency }),
  leftOver: formatDecimal({ minor: sums.leftOverMinor, currency }),
});

export const toPreview = (
  { list, sums, ...preview }: BulkPreview,
  rest: 'leave' | 'on_account',
): Static<typeof previewSchema> => ({ ...preview, rest, list: list.map(toCandidate), sums: sums.map(toSum) });

function toOutcome(outcome: BulkOutcome): Static<typeof outcomeSchema> {
  const { paymentId, commandId, state } = outcome;
  const code = outcome.state === 'refused' ? outcome.refusal.code : null;
  return { paymentId, commandId, state, code, problem: code === null ? null : ledgerErrors[code].says };
}

export function toBulkResult(outcomes: readonly BulkOutcome[]): Static<typeof bulkResultSchema> {
  const count = (state: BulkOutcome['state']) => outcomes.filter((outcome) => outcome.state === state).length;
  return {
    doneCount: count('done'),
    waitingCount: count('waiting'),
    refusedCount: count('refused'),
    outcomes: outcomes.map(toOutcome),
  };
}
