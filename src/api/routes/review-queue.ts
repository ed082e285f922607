/** The review queue: payments that wait for a person. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { countReviewQueue, listReviewQueue } from '../../ledger/queries/review-queue.ts';
import { reviewReasonSchema } from '../schemas/match.ts';
import { queuedPaymentSchema, reviewCountsSchema, toQueuedPayment } from '../schemas/review-queue.ts';
import {
  ledgerParams,
  pageParameters,
  pageRequest,
  pageSchema,
  shared,
  strictObject,
  toPage,
} from '../schemas/shared.ts';
import type { ServerOptions } from '../server.ts';

const tags = ['review queue'];

export const reviewQueueRoutes: FastifyPluginAsyncTypebox<ServerOptions> = async (app, { pool }) => {
  app.get(
    '/v1/ledgers/:ledger/review-queue',
    {
      config: { permission: 'read' },
      schema: {
        operationId: 'listReviewQueue',
        summary: 'List the payments that wait for a person, the oldest booking date first, with suggestions.',
        tags,
        params: ledgerParams,
        querystring: strictObject({ reason: Type.Optional(reviewReasonSchema), ...pageParameters }),
        response: {
          200: pageSchema(shared(queuedPaymentSchema), 'A page of the review queue.'),
        },
      },
    },
    async ({ ledgerId, query }) => {
      const { reason } = query;
      return toPage(await listReviewQueue(pool, ledgerId, { reason }, pageRequest(query)), toQueuedPayment);
    },
  );

  app.get(
    '/v1/ledgers/:ledger/review-queue/counts',
    {
      config: { permission: 'read' },
      schema: {
        operationId: 'countReviewQueue',
        summary: 'Count the review queue by reason.',
        tags,
        params: ledgerParams,
        response: { 200: shared(reviewCountsSchema) },
      },
    },
    async ({ ledgerId }) => {
      const reasons = await countReviewQueue(pool, ledgerId);
      const paymentCount = reasons.reduce((sum, reason) => sum + reason.paymentCount, 0);
      return { paymentCount, reasons: [...reasons] };
    },
  );
};
