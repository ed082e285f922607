/** Questions about runs that are over. The answers are made while the caller waits; nothing is stored. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { matchingPolicyOf, ruleNames } from '../../workers/matching-policy.ts';
import { ApiError } from '../errors.ts';
import { currencySchema, dryRunSchema, toCurrency, toDryRun } from '../schemas/match-run.ts';
import {
  backTestAskedSchema,
  backTestSchema,
  replaySchema,
  toBackTest,
  toBackTestAsked,
  toReplay,
} from '../schemas/replay.ts';
import {
  ledgerCodeSchema,
  ledgerParams,
  matchRunIdSchema,
  shared,
  strictObject,
  textSchema,
} from '../schemas/shared.ts';
import type { ServerOptions } from '../server.ts';

const tags = ['match runs'];

export const matchQuestionRoutes: FastifyPluginAsyncTypebox<ServerOptions> = async (app, { questions }) => {
  app.post(
    '/v1/ledgers/:ledger/match-runs/:matchRunId/replay',
    {
      config: { permission: 'read', refusals: ['ledger.not_found', 'ledger.run_not_replayable'] },
      schema: {
        operationId: 'replayMatchRun',
        summary: 'Decide a run again on the books as they were, and compare.',
        description:
          'The certificates are compared byte by byte. One question is answered at a time; a large run takes as long as its night did.',
        tags,
        params: strictObject({ ledger: ledgerCodeSchema, matchRunId: matchRunIdSchema }),
        response: { 200: shared(replaySchema) },
      },
    },
    async ({ ledgerId, params }) => toReplay(await questions.replay(ledgerId, { id: params.matchRunId })),
  );

  app.post(
    '/v1/ledgers/:ledger/match-runs/backtest',
    {
      config: { permission: 'read' },
      schema: {
        operationId: 'backTestSetting',
        summary: 'Try another setting on nights that are over, against what is confirmed by now.',
        description:
          'Each run is decided again on its own inputs, whole. `budget` calibrates the ladder from what was confirmed before these runs.',
        tags,
        params: ledgerParams,
        body: {
          ...backTestAskedSchema,
          examples: [{ currency: 'EUR', runCount: 20, withoutRules: [ruleNames[0]], budget: { wrong: 1, of: 10_000 } }],
        },
        response: { 200: shared(backTestSchema) },
      },
    },
    async ({ ledgerId, body }) => {
      const asked = toBackTestAsked(body);
      if (asked === null) throw new ApiError('api.request_invalid');
      return toBackTest(await questions.backTest(ledgerId, asked));
    },
  );

  app.post(
    '/v1/ledgers/:ledger/match-runs/dry-run',
    {
      config: { permission: 'read' },
      schema: {
        operationId: 'dryRunMatching',
        summary: 'Show what a run over the payments of a currency would apply now; nothing is written.',
        description:
          'Made while the caller waits, as long as a run takes to decide. One question is answered at a time.',
        tags,
        params: ledgerParams,
        body: { ...strictObject({ currency: currencySchema }), examples: [{ currency: 'EUR' }] },
        response: { 200: shared(dryRunSchema) },
      },
    },
    async ({ ledgerId, body }) => {
      const currency = toCurrency(body.currency);
      return toDryRun(currency, await questions.dryRun(ledgerId, currency));
    },
  );

  app.get(
    '/v1/ledgers/:ledger/match-rules',
    {
      config: { permission: 'read' },
      schema: {
        operationId: 'listMatchRules',
        summary: 'List the rules by which the service applies a payment by itself, the surest first.',
        description: 'A back-test tries what switching some of them off would have done.',
        tags,
        params: ledgerParams,
        response: {
          200: strictObject(
            { items: Type.Array(strictObject({ rule: textSchema, isOn: Type.Boolean() })), next: Type.Null() },
            { description: 'All: they are few.' },
          ),
        },
      },
    },
    async () => {
      const off = new Set(matchingPolicyOf([]).withoutRules);
      return { items: ruleNames.map((rule) => ({ rule, isOn: !off.has(rule) })), next: null };
    },
  );
};
