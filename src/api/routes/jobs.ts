/** The work that waits, runs or has failed: for those who see to it. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { cancelJob } from '../../ledger/commands/cancel-match-run.ts';
import { reviveJob } from '../../ledger/jobs.ts';
import { listJobs } from '../../ledger/queries/jobs.ts';
import { jobSchema, toJob } from '../schemas/match-run.ts';
import {
  ledgerCodeSchema,
  ledgerParams,
  nameSchema,
  oneOf,
  pageParameters,
  pageRequest,
  pageSchema,
  shared,
  strictObject,
  toPage,
} from '../schemas/shared.ts';
import type { ServerOptions } from '../server.ts';

const tags = ['jobs'];
const jobParams = strictObject({ ledger: ledgerCodeSchema, jobId: Type.String({ pattern: '^\\d{1,18}$' }) });

export const jobRoutes: FastifyPluginAsyncTypebox<ServerOptions> = async (app, { pool, now, wake }) => {
  app.get(
    '/v1/ledgers/:ledger/jobs',
    {
      config: { permission: 'read' },
      schema: {
        operationId: 'listJobs',
        summary: 'List the work that waits, runs or has failed, the latest asked for first.',
        tags,
        params: ledgerParams,
        querystring: strictObject({
          queue: Type.Optional(nameSchema),
          state: Type.Optional(oneOf(['waiting', 'running', 'failed', 'dead'])),
          ...pageParameters,
        }),
        response: { 200: pageSchema(shared(jobSchema), 'A page of jobs.') },
      },
    },
    async ({ ledgerId, query }) =>
      toPage(await listJobs(pool, ledgerId, { queue: query.queue, state: query.state }, pageRequest(query)), toJob),
  );

  app.post(
    '/v1/ledgers/:ledger/jobs/:jobId/retry',
    {
      config: { permission: 'deliver', refusals: ['ledger.not_found', 'ledger.job_not_dead'] },
      schema: {
        operationId: 'retryJob',
        summary: 'Have a job that is dead tried again, as often as at first.',
        tags,
        params: jobParams,
        response: { 204: Type.Null({ description: 'It is taken next.' }) },
      },
    },
    async ({ ledgerId, params: { jobId } }, reply) => {
      await reviveJob(pool, ledgerId, jobId);
      wake();
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/v1/ledgers/:ledger/jobs/:jobId/cancel',
    {
      config: {
        permission: 'settle',
        refusals: ['ledger.not_found', 'ledger.job_not_cancellable', 'ledger.run_applied'],
      },
      schema: {
        operationId: 'cancelJob',
        summary: 'Stop matching that waits, is being decided, or is being applied.',
        description: 'What is applied stays. The run that was decided for the job is cancelled, as by its own route.',
        tags,
        params: jobParams,
        response: {
          202: strictObject(
            {
              state: oneOf(['removed', 'requested'], {
                description: '`removed`: nobody was at it. `requested`: it stops where it leaves whole books.',
              }),
            },
            { description: 'It stops, or has.' },
          ),
        },
      },
    },
    async ({ ledgerId, principal, params: { jobId } }, reply) => {
      const state = await cancelJob(pool, ledgerId, jobId, { actor: principal.actor, now: now() });
      return reply.code(202).send({ state });
    },
  );
};
