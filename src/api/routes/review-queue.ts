/** The review queue: payments that wait for a person, who is at them, and whom a colleague asked. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { assignPayment } from '../../ledger/commands/assign-payment.ts';
import { claimPayment, releasePayment } from '../../ledger/commands/claim-payment.ts';
import { countReviewQueue, listReviewQueue } from '../../ledger/queries/review-queue.ts';
import {
  claimSchema,
  queuedPaymentSchema,
  queueFilters,
  queueSorts,
  reviewCountsSchema,
  toClaim,
  toQueuedPayment,
  toQueueFilter,
  toQueueRequest,
} from '../schemas/review-queue.ts';
import {
  ledgerParams,
  nameSchema,
  nullable,
  pageParameters,
  pageRequest,
  pageSchema,
  paymentParams,
  shared,
  strictObject,
  toPage,
} from '../schemas/shared.ts';
import type { ServerOptions } from '../server.ts';
import { bulkAcceptRoutes } from './bulk-accept.ts';
import { dayOf } from './day-of.ts';

const tags = ['review queue'];
const refusals = ['ledger.not_found', 'ledger.payment_not_queued'] as const;

export const reviewQueueRoutes: FastifyPluginAsyncTypebox<ServerOptions> = async (app, options) => {
  await app.register(queueRoutes, options);
  await app.register(deskRoutes, options);
  await app.register(bulkAcceptRoutes, options);
};

const queueRoutes: FastifyPluginAsyncTypebox<ServerOptions> = async (app, { pool, now }) => {
  app.get(
    '/v1/ledgers/:ledger/review-queue',
    {
      config: { permission: 'read', refusals: ['api.currency_missing'] },
      schema: {
        operationId: 'listReviewQueue',
        summary: 'List the payments that wait for a person, with suggestions and who is at them.',
        description:
          'A cursor continues the list that gave it: with the same filters, sort and order. Payments that come or go ' +
          'meanwhile make no other appear twice or not at all.',
        tags,
        params: ledgerParams,
        querystring: strictObject({ ...queueFilters, ...queueSorts, ...pageParameters }),
        response: { 200: pageSchema(shared(queuedPaymentSchema), 'A page of the review queue.') },
      },
    },
    async ({ ledgerId, query }) => {
      const today = dayOf(now());
      const request = toQueueRequest(query, pageRequest(query));
      const filter = toQueueFilter(query, today);
      return toPage(await listReviewQueue(pool, ledgerId, filter, request, now()), toQueuedPayment(today));
    },
  );

  app.get(
    '/v1/ledgers/:ledger/review-queue/counts',
    {
      config: { permission: 'read', refusals: ['api.currency_missing'] },
      schema: {
        operationId: 'countReviewQueue',
        summary: 'Count the payments that wait by reason, under the same filters as the list.',
        tags,
        params: ledgerParams,
        querystring: strictObject(queueFilters),
        response: { 200: shared(reviewCountsSchema) },
      },
    },
    async ({ ledgerId, query }) => {
      const { reasons, ...counts } = await countReviewQueue(pool, ledgerId, toQueueFilter(query, dayOf(now())), now());
      return { ...counts, reasons: [...reasons] };
    },
  );
};

/** Between colleagues: who has a payment open, and who was asked to decide. */
const deskRoutes: FastifyPluginAsyncTypebox<ServerOptions> = async (app, { pool, now }) => {
  app.put(
    '/v1/ledgers/:ledger/review-queue/:paymentId/claim',
    {
      config: { permission: 'settle', refusals: [...refusals, 'ledger.payment_claimed'] },
      schema: {
        operationId: 'claimPayment',
        summary: 'Say that one has a payment open, for two minutes; the same again to go on.',
        description:
          'Courtesy, no lock: it keeps nobody from deciding, and what is decided is held to the version of the payment.',
        tags,
        params: paymentParams,
        querystring: strictObject({
          takeOver: Type.Optional(Type.Boolean({ description: 'From whoever has it open.' })),
        }),
        response: { 200: shared(claimSchema) },
      },
    },
    async ({ ledgerId, principal, params: { paymentId }, query: { takeOver = false } }) => {
      const act = { actor: principal.actor, now: now() };
      return toClaim(await claimPayment(pool, ledgerId, { paymentId, takeOver }, act));
    },
  );

  app.delete(
    '/v1/ledgers/:ledger/review-queue/:paymentId/claim',
    {
      config: { permission: 'settle' },
      schema: {
        operationId: 'releasePayment',
        summary: 'Say that one no longer has a payment open; the claim of somebody else stays.',
        tags,
        params: paymentParams,
        response: { 204: Type.Null({ description: 'One does not have it open.' }) },
      },
    },
    async ({ ledgerId, principal, params: { paymentId } }, reply) => {
      await releasePayment(pool, ledgerId, paymentId, principal.actor);
      return reply.code(204).send(null);
    },
  );

  app.put(
    '/v1/ledgers/:ledger/review-queue/:paymentId/assignment',
    {
      config: { permission: 'settle', refusals },
      schema: {
        operationId: 'assignPayment',
        summary: 'Ask a colleague to decide about a payment, or nobody in particular again.',
        description: 'The audit chain keeps who asked whom, and what.',
        tags,
        params: paymentParams,
        body: {
          ...strictObject({
            assignee: nullable(nameSchema),
            question: Type.Optional(
              nullable(Type.String({ minLength: 1, maxLength: 2_000, pattern: '^[^\\u0000]*$' })),
            ),
          }),
          examples: [{ assignee: 'paul.durand', question: 'Is this the retention of the Lyon site?' }],
        },
        response: { 204: Type.Null({ description: 'It stands so.' }) },
      },
    },
    async ({ ledgerId, principal, params: { paymentId }, body: { assignee, question = null } }, reply) => {
      await assignPayment(pool, ledgerId, { paymentId, assignee, question }, { actor: principal.actor, now: now() });
      return reply.code(204).send(null);
    },
  );
};
