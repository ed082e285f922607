/** What the books prove of themselves: the five equations, and how right each kind of evidence has been. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { equations, verifyLedger, type Equation } from '../../ledger/queries/verify.ts';
import { openTurns } from '../../workers/in-turn.ts';
import { calibrateLedger } from '../../workers/jobs/calibrate-ledger.ts';
import { ApiError } from '../errors.ts';
import { hashSchema, sequenceSchema } from '../schemas/audit-event.ts';
import { countSchema, ledgerParams, nullableText, oneOf, strictObject, textSchema } from '../schemas/shared.ts';
import type { ServerOptions } from '../server.ts';

const mostTold = 1_000;
const linkProperties = { sequence: sequenceSchema, hash: hashSchema };

const verificationSchema = strictObject(
  {
    holds: Type.Boolean({ description: 'Nothing was found.' }),
    violationCount: countSchema,
    violations: Type.Array(
      strictObject({
        equation: oneOf(equations),
        check: textSchema,
        subject: Type.String({ description: 'The row that is off.' }),
        off: Type.String({ description: 'By how much, or how.' }),
      }),
      { maxItems: mostTold },
    ),
    checkedCounts: strictObject(
      Object.fromEntries(equations.map((equation) => [equation, countSchema])) as Record<Equation, typeof countSchema>,
    ),
    auditHead: strictObject(linkProperties),
  },
  { description: 'The proof, or what speaks against it: the first 1,000 findings.' },
);

const budgetQuery = {
  wrong: Type.Integer({ minimum: 0, maximum: 1_000_000, default: 1 }),
  of: Type.Integer({ minimum: 1, maximum: 1_000_000, default: 10_000 }),
};

const calibrationSchema = strictObject(
  {
    confirmedCount: countSchema,
    budget: strictObject({ wrong: countSchema, of: countSchema }),
    cells: Type.Array(
      strictObject({
        cell: Type.String({ description: 'A kind of evidence, in words.' }),
        rule: { ...nullableText, description: 'Of the ladder that applies it; null: none does.' },
        right: countSchema,
        wrong: countSchema,
        lowerBoundPpm: Type.Integer({ description: 'The share of right ones is no lower, at 97.5 %; of a million.' }),
        decision: oneOf(['apply', 'ask', 'unknown']),
        because: textSchema,
      }),
    ),
  },
  { description: 'By kind of evidence, as the budget would be spent.' },
);

export const proofRoutes: FastifyPluginAsyncTypebox<ServerOptions> = async (app, { pool }) => {
  const inTurn = openTurns();

  app.get(
    '/v1/ledgers/:ledger/verification',
    {
      config: { permission: 'read' },
      schema: {
        operationId: 'verifyLedger',
        summary: 'Prove the books: the five equations over everything, and the current state made again.',
        description:
          'Made while the caller waits, one at a time. `sequence` and `hash` are an earlier head of the audit chain, kept outside, ' +
          'that the chain must still have.',
        tags: ['audit'],
        params: ledgerParams,
        querystring: strictObject({
          sequence: Type.Optional(linkProperties.sequence),
          hash: Type.Optional(linkProperties.hash),
        }),
        response: { 200: verificationSchema },
      },
    },
    async ({ ledgerId, query: { sequence, hash } }) => {
      if ((sequence === undefined) !== (hash === undefined)) throw new ApiError('api.request_invalid');
      const anchor = sequence === undefined || hash === undefined ? null : { sequence: BigInt(sequence), hash };
      const { violations, checkedCounts, auditHead } = await inTurn(() => verifyLedger(pool, ledgerId, anchor));
      return {
        holds: violations.length === 0,
        violationCount: violations.length,
        violations: violations.slice(0, mostTold),
        checkedCounts,
        auditHead: { sequence: Number(auditHead.sequence), hash: auditHead.hash },
      };
    },
  );

  app.get(
    '/v1/ledgers/:ledger/match-rules/calibration',
    {
      config: { permission: 'read' },
      schema: {
        operationId: 'getCalibration',
        summary: "Show what the ledger's own record says of each kind of evidence.",
        description:
          'In shadow: it decides nothing. `wrong` of `of` is the share of wrong ones that a ledger allows itself.',
        tags: ['match runs'],
        params: ledgerParams,
        querystring: strictObject({ wrong: Type.Optional(budgetQuery.wrong), of: Type.Optional(budgetQuery.of) }),
        response: { 200: calibrationSchema },
      },
    },
    async ({ ledgerId, query: { wrong = 1, of = 10_000 } }) => {
      if (wrong >= of) throw new ApiError('api.request_invalid');
      const asked = { budget: { wrong, of }, mode: 'shadow', beforeRun: null } as const;
      const { confirmedCount, budget, cells } = await calibrateLedger({ pool }, ledgerId, asked);
      return { confirmedCount, budget, cells: [...cells] };
    },
  );
};
