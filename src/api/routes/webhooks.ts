/** Who is told of what happens in a ledger, and what they did not take. Receivers are set up by a file, not here. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { LedgerError } from '../../ledger/errors.ts';
import { listWebhookStates } from '../../ledger/queries/webhooks.ts';
import { resendDeadLetter, webhooksOf } from '../../workers/webhooks/webhooks.ts';
import { ApiError } from '../errors.ts';
import { toWebhook, webhookSchema } from '../schemas/webhook.ts';
import { ledgerCodeSchema, ledgerParams, shared, strictObject } from '../schemas/shared.ts';
import type { ServerOptions } from '../server.ts';

const tags = ['webhooks'];

export const webhookRoutes: FastifyPluginAsyncTypebox<ServerOptions> = async (app, { pool, webhooks: context }) => {
  app.get(
    '/v1/ledgers/:ledger/webhooks',
    {
      config: { permission: 'administer' },
      schema: {
        operationId: 'listWebhooks',
        summary: 'List the receivers of this ledger: how far each was told, and its dead letters.',
        tags,
        params: ledgerParams,
        response: {
          200: strictObject({ items: Type.Array(shared(webhookSchema)), next: Type.Null() }, { description: 'All.' }),
        },
      },
    },
    async ({ ledgerId, params }) => {
      const names = webhooksOf(context.webhooks, params.ledger).map(({ name }) => name);
      return { items: (await listWebhookStates(pool, ledgerId, names)).map(toWebhook), next: null };
    },
  );

  app.post(
    '/v1/ledgers/:ledger/webhooks/:webhook/dead-letters/:deadLetterId/resend',
    {
      config: { permission: 'administer', refusals: ['ledger.not_found', 'api.webhook_failed'] },
      schema: {
        operationId: 'resendDeadLetter',
        summary: 'Send the events of a dead letter once more, now.',
        tags,
        params: strictObject({
          ledger: ledgerCodeSchema,
          webhook: Type.String({ pattern: '^[a-z0-9][a-z0-9_-]{0,62}$' }),
          deadLetterId: Type.String({ pattern: '^\\d{1,18}$' }),
        }),
        response: { 204: Type.Null({ description: 'The receiver took them.' }) },
      },
    },
    async ({ ledgerId, params: { ledger, webhook, deadLetterId } }, reply) => {
      const receiver = webhooksOf(context.webhooks, ledger).find(({ name }) => name === webhook);
      if (receiver === undefined) throw new LedgerError('ledger.not_found', { webhook });
      try {
        await resendDeadLetter(context, receiver, { id: ledgerId, code: ledger }, BigInt(deadLetterId));
      } catch (error) {
        throw error instanceof LedgerError ? error : new ApiError('api.webhook_failed', { cause: error });
      }
      return reply.code(204).send(null);
    },
  );
};
