/** Questions about runs that are over. The answers are made while the caller waits; nothing is stored. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { ApiError } from '../errors.ts';
import {
  backTestAskedSchema,
  backTestSchema,
  replaySchema,
  toBackTest,
  toBackTestAsked,
  toReplay,
} from '../schemas/replay.ts';
import { ledgerCodeSchema, ledgerParams, matchRunIdSchema, shared, strictObject } from '../schemas/shared.ts';
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
        body: backTestAskedSchema,
        response: { 200: shared(backTestSchema) },
      },
    },
    async ({ ledgerId, body }) => {
      const asked = toBackTestAsked(body);
      if (asked === null) throw new ApiError('api.request_invalid');
      return toBackTest(await questions.backTest(ledgerId, asked));
    },
  );
};
