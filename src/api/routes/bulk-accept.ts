/** Suggestions of one kind accepted at once: a preview, then what it showed and nothing else. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { acceptInBulk } from '../../ledger/commands/bulk-accept.ts';
import { bulkToken } from '../../ledger/plan/bulk-accept.ts';
import { previewBulkAccept } from '../../ledger/queries/bulk-accept.ts';
import { ApiError } from '../errors.ts';
import {
  bulkAcceptSchema,
  bulkResultSchema,
  previewAskedSchema,
  previewSchema,
  toBulkResult,
  toPreview,
} from '../schemas/bulk-accept.ts';
import { toQueueFilter } from '../schemas/review-queue.ts';
import { ledgerParams, shared } from '../schemas/shared.ts';
import type { ServerOptions } from '../server.ts';
import { describeKey, idempotencyKeyOf } from './commands/command-route.ts';
import { dayOf } from './day-of.ts';

const tags = ['review queue'];

// Five hundred suggestions, each with its ids.
const bodyLimitBytes = 256 * 1024;

export const bulkAcceptRoutes: FastifyPluginAsyncTypebox<ServerOptions> = async (app, { pool, now }) => {
  app.post(
    '/v1/ledgers/:ledger/review-queue/bulk-accept/preview',
    {
      config: { permission: 'settle', refusals: ['api.currency_missing'] },
      schema: {
        operationId: 'previewBulkAccept',
        summary: 'Show what accepting the best suggestion of each payment of a kind would do; nothing is done.',
        description:
          'By the filters of the queue and by evidence. Only payments that wait because no rule is certain, because the ' +
          'amount differs or because the difference is not booked by itself, with one explanation: the others want to ' +
          'be looked at one by one. Limits are not tried here: what passes one waits for a second person.',
        tags,
        params: ledgerParams,
        body: previewAskedSchema,
        response: { 200: shared(previewSchema) },
      },
    },
    async ({ ledgerId, body: { filter, rest = 'leave', limit = 500 } }) => {
      const { cell, selection, reference, amountClass, payer, ...queue } = filter;
      const evidence = { cell, selection, reference, amountClass, payer };
      const asked = { filter: toQueueFilter(queue, dayOf(now())), evidence, rest, limit };
      return toPreview(await previewBulkAccept(pool, ledgerId, asked, now()), rest);
    },
  );

  app.post(
    '/v1/ledgers/:ledger/review-queue/bulk-accept',
    {
      bodyLimit: bodyLimitBytes,
      config: {
        permission: 'settle',
        refusals: ['api.idempotency_key_missing', 'api.preview_changed'],
        swaggerTransform: describeKey,
      },
      schema: {
        operationId: 'bulkAccept',
        summary: 'Accept the suggestions of a preview, each as a command of its own.',
        description:
          'Each is held to the version of its payment and to every limit. Asked again with the same key after a crash, ' +
          'what was done is answered and the rest is done.',
        tags,
        params: ledgerParams,
        body: bulkAcceptSchema,
        response: { 200: shared(bulkResultSchema) },
      },
    },
    async ({ headers, ledgerId, principal, body: { token, rest, list, reason } }) => {
      const key = idempotencyKeyOf({ headers });
      if (bulkToken(rest, list) !== token) throw new ApiError('api.preview_changed');
      const act = { actor: principal.actor, now: now() };
      return toBulkResult(await acceptInBulk(pool, ledgerId, { key, list, rest, reason }, act));
    },
  );
};
