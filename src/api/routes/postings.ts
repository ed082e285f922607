/** What was booked: by the bank's entries, by runs and by people. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { findPosting, listPostings } from '../../ledger/queries/postings.ts';
import { postingSchema, postingSourceSchema, toPosting } from '../schemas/posting.ts';
import {
  daySchema,
  ledgerCodeSchema,
  ledgerParams,
  pageParameters,
  pageRequest,
  pageSchema,
  recordIdSchema,
  shared,
  strictObject,
  toPage,
} from '../schemas/shared.ts';
import type { ServerOptions } from '../server.ts';

const tags = ['postings'];

const filters = {
  from: daySchema,
  to: daySchema,
  journal: Type.Optional(Type.String({ minLength: 1, maxLength: 10, examples: ['BQ'] })),
  source: Type.Optional(postingSourceSchema),
};

export const postingRoutes: FastifyPluginAsyncTypebox<ServerOptions> = async (app, { pool }) => {
  app.get(
    '/v1/ledgers/:ledger/postings',
    {
      config: { permission: 'read' },
      schema: {
        operationId: 'listPostings',
        summary: 'List the postings of some days with their lines, the latest day first.',
        description: 'The days are those of the postings, both included. For whole books there are exports.',
        tags,
        params: ledgerParams,
        querystring: strictObject({ ...filters, ...pageParameters }),
        response: { 200: pageSchema(shared(postingSchema), 'A page of postings.') },
      },
    },
    async ({ ledgerId, query }) => {
      const { from, to, journal, source } = query;
      return toPage(await listPostings(pool, ledgerId, { from, to, journal, source }, pageRequest(query)), toPosting);
    },
  );

  app.get(
    '/v1/ledgers/:ledger/postings/:postingId',
    {
      config: { permission: 'read', refusals: ['ledger.not_found'] },
      schema: {
        operationId: 'getPosting',
        summary: 'Show a posting with its lines, their letters, and what took it back.',
        tags,
        params: strictObject({ ledger: ledgerCodeSchema, postingId: recordIdSchema }),
        response: { 200: shared(postingSchema) },
      },
    },
    async ({ ledgerId, params }) => toPosting(await findPosting(pool, ledgerId, params.postingId)),
  );
};
