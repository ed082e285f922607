/** Match runs: asked for here, done by the work loop, followed here. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { cancelMatchRun } from '../../ledger/commands/cancel-match-run.ts';
import { requestMatching } from '../../ledger/commands/request-matching.ts';
import { findMatchRun, listMatchRuns } from '../../ledger/queries/match-runs.ts';
import {
  currencySchema,
  matchingRequestedSchema,
  matchRunSchema,
  toCurrency,
  toMatchRun,
} from '../schemas/match-run.ts';
import {
  ledgerCodeSchema,
  ledgerParams,
  matchRunIdSchema,
  pageParameters,
  pageRequest,
  pageSchema,
  shared,
  strictObject,
  toPage,
} from '../schemas/shared.ts';
import type { ServerOptions } from '../server.ts';

const tags = ['match runs'];

export const matchRunRoutes: FastifyPluginAsyncTypebox<ServerOptions> = async (app, { pool, now, wake }) => {
  app.post(
    '/v1/ledgers/:ledger/match-runs',
    {
      config: { permission: 'settle' },
      schema: {
        operationId: 'requestMatching',
        summary: 'Ask for a run over the unapplied payments of every currency, or of one.',
        description:
          'Runs appear in the list once their decisions are made; `…/match-runs/progress` follows them before. Asking ' +
          'while one waits is asking once.',
        tags,
        params: ledgerParams,
        querystring: strictObject({ currency: Type.Optional(currencySchema) }),
        response: {
          202: shared(matchingRequestedSchema),
        },
      },
    },
    async ({ ledgerId, query: { currency } }, reply) => {
      const only = currency === undefined ? null : toCurrency(currency);
      const currencies = await requestMatching(pool, ledgerId, only);
      wake();
      return reply.code(202).send({ currencies: [...currencies] });
    },
  );

  app.get(
    '/v1/ledgers/:ledger/match-runs',
    {
      config: { permission: 'read' },
      schema: {
        operationId: 'listMatchRuns',
        summary: 'List the match runs, the latest first.',
        tags,
        params: ledgerParams,
        querystring: strictObject(pageParameters),
        response: { 200: pageSchema(shared(matchRunSchema), 'A page of match runs.') },
      },
    },
    async ({ ledgerId, query }) => toPage(await listMatchRuns(pool, ledgerId, pageRequest(query)), toMatchRun),
  );

  app.get(
    '/v1/ledgers/:ledger/match-runs/:matchRunId',
    {
      config: { permission: 'read', refusals: ['ledger.not_found'] },
      schema: {
        operationId: 'getMatchRun',
        summary: 'Show a match run and how far it is applied.',
        tags,
        params: strictObject({ ledger: ledgerCodeSchema, matchRunId: matchRunIdSchema }),
        response: { 200: shared(matchRunSchema) },
      },
    },
    async ({ ledgerId, params }) => toMatchRun(await findMatchRun(pool, ledgerId, params.matchRunId)),
  );

  app.post(
    '/v1/ledgers/:ledger/match-runs/:matchRunId/cancel',
    {
      config: { permission: 'settle', refusals: ['ledger.not_found', 'ledger.run_applied'] },
      schema: {
        operationId: 'cancelMatchRun',
        summary: 'Stop a run: what of it is not applied never is.',
        description:
          'What is applied stays; the other payments wait as they did, for the next run or a person. Asking again ' +
          'changes nothing. Matching that is not decided yet is stopped as a job.',
        tags,
        params: strictObject({ ledger: ledgerCodeSchema, matchRunId: matchRunIdSchema }),
        response: { 200: shared(matchRunSchema) },
      },
    },
    async ({ ledgerId, principal, params: { matchRunId } }) => {
      await cancelMatchRun(pool, ledgerId, matchRunId, { actor: principal.actor, now: now() });
      return toMatchRun(await findMatchRun(pool, ledgerId, matchRunId));
    },
  );
};
