/** Disputes as they stand, their history, and what they say of all that is overdue. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { listDisputeCauses } from '../../ledger/queries/dispute-causes.ts';
import { readDisputeSynthesis } from '../../ledger/queries/dispute-synthesis.ts';
import { findDispute, listDisputeReasons, listDisputes } from '../../ledger/queries/disputes.ts';
import { currencyParameter, momentParameter, toCurrency, toMoment } from '../schemas/asked.ts';
import {
  disputeCategorySchema,
  disputeCauseSchema,
  disputeHistorySchema,
  disputeReasonSchema,
  disputeSchema,
  disputeStateSchema,
  synthesisSchema,
  toDispute,
  toDisputeCause,
  toDisputeHistory,
  toSynthesis,
} from '../schemas/dispute.ts';
import {
  daySchema,
  instantText,
  ledgerCodeSchema,
  ledgerParams,
  nameSchema,
  nullableObject,
  pageParameters,
  pageRequest,
  pageSchema,
  recordIdSchema,
  shared,
  strictObject,
  toPage,
} from '../schemas/shared.ts';
import type { ServerOptions } from '../server.ts';
import { entityTag } from './commands/command-route.ts';

const tags = ['disputes'];

const filters = {
  state: Type.Optional(disputeStateSchema),
  category: Type.Optional(disputeCategorySchema),
  customer: Type.Optional({ ...nameSchema, description: "The customer's code in the ERP." }),
  owner: Type.Optional({ ...nameSchema, description: 'Who sees to it.' }),
  dueBefore: Type.Optional({ ...daySchema, description: 'Its next step is due on an earlier day.' }),
};

export const disputeRoutes: FastifyPluginAsyncTypebox<ServerOptions> = async (app, options) => {
  const { pool } = options;
  app.get(
    '/v1/ledgers/:ledger/disputes',
    {
      config: { permission: 'read' },
      schema: {
        operationId: 'listDisputes',
        summary: 'List disputes by the due date of the document, the earliest first.',
        tags,
        params: ledgerParams,
        querystring: strictObject({ ...filters, ...pageParameters }),
        response: { 200: pageSchema(shared(disputeSchema), 'A page of disputes.') },
      },
    },
    async ({ ledgerId, query }) => {
      const { state, category, customer, owner, dueBefore } = query;
      const filter = { state, category, customer, owner, dueBefore };
      return toPage(await listDisputes(pool, ledgerId, filter, pageRequest(query)), toDispute);
    },
  );

  app.get(
    '/v1/ledgers/:ledger/disputes/:disputeId',
    {
      config: { permission: 'read', refusals: ['ledger.not_found'] },
      schema: {
        operationId: 'getDispute',
        summary: 'Show a dispute and all that happened to it.',
        description: 'Its `ETag` is what changing it asks for as `If-Match`.',
        tags,
        params: strictObject({ ledger: ledgerCodeSchema, disputeId: recordIdSchema }),
        response: { 200: shared(disputeHistorySchema) },
      },
    },
    async ({ ledgerId, params }, reply) => {
      const dispute = await findDispute(pool, ledgerId, params.disputeId);
      void reply.header('etag', entityTag(dispute.version));
      return toDisputeHistory(dispute);
    },
  );
  await app.register(disputeReportRoutes, options);
};

const disputeReportRoutes: FastifyPluginAsyncTypebox<ServerOptions> = async (app, { pool, now }) => {
  app.get(
    '/v1/ledgers/:ledger/dispute-reasons',
    {
      config: { permission: 'read' },
      schema: {
        operationId: 'listDisputeReasons',
        summary: 'List the reasons that a dispute may have, by category.',
        tags,
        params: ledgerParams,
        response: {
          200: strictObject(
            { items: Type.Array(shared(disputeReasonSchema)), next: Type.Null() },
            { description: 'All of them: they are few.' },
          ),
        },
      },
    },
    async ({ ledgerId }) => ({ items: [...(await listDisputeReasons(pool, ledgerId))], next: null }),
  );

  app.get(
    '/v1/ledgers/:ledger/reports/dispute-synthesis',
    {
      config: { permission: 'read' },
      schema: {
        operationId: 'getDisputeSynthesis',
        summary: 'Tell all that is overdue by the cause for which it is not paid, and how that changed.',
        description: 'Each overdue document counts once, with what is left of it, for its largest open dispute.',
        tags,
        params: ledgerParams,
        querystring: strictObject({
          asOf: Type.Optional(momentParameter),
          since: Type.Optional({ ...momentParameter, description: 'An earlier moment to compare with.' }),
          currency: Type.Optional(currencyParameter),
        }),
        response: {
          200: strictObject(
            { now: shared(synthesisSchema), former: nullableObject(shared(synthesisSchema)) },
            { description: 'As of the moment asked for, and as of `since`.' },
          ),
        },
      },
    },
    async ({ ledgerId, query }) => {
      const { now: then, former } = await readDisputeSynthesis(pool, ledgerId, {
        currency: await toCurrency(pool, ledgerId, query.currency),
        asOf: toMoment(query.asOf, now()),
        since: query.since === undefined ? null : toMoment(query.since, now()),
      });
      return { now: toSynthesis(then), former: former === null ? null : toSynthesis(former) };
    },
  );

  app.get(
    '/v1/ledgers/:ledger/reports/dispute-causes',
    {
      config: { permission: 'read' },
      schema: {
        operationId: 'listDisputeCauses',
        summary: 'Tell how much is disputed for which reason, and how long it takes to settle.',
        tags,
        params: ledgerParams,
        querystring: strictObject({
          asOf: Type.Optional(momentParameter),
          currency: Type.Optional(currencyParameter),
        }),
        response: {
          200: strictObject(
            { asOf: instantText, items: Type.Array(shared(disputeCauseSchema)), next: Type.Null() },
            { description: 'By category, and in it the largest amount first. All of them: they are few.' },
          ),
        },
      },
    },
    async ({ ledgerId, query }) => {
      const currency = await toCurrency(pool, ledgerId, query.currency);
      const { instant } = toMoment(query.asOf, now());
      const causes = await listDisputeCauses(pool, ledgerId, { currency, instant });
      const items = causes.map((cause) => toDisputeCause(cause, currency));
      return { asOf: instant.toISOString(), items, next: null };
    },
  );
};
