/** Open items: what customers owe. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { findOpenItem, listOpenItems } from '../../ledger/queries/open-items.ts';
import { openItemKindSchema } from '../schemas/allocation.ts';
import {
  openItemHistorySchema,
  openItemSchema,
  openItemStatusSchema,
  toOpenItem,
  toOpenItemHistory,
} from '../schemas/open-item.ts';
import {
  daySchema,
  ledgerCodeSchema,
  ledgerParams,
  nameSchema,
  openItemIdSchema,
  pageParameters,
  pageRequest,
  pageSchema,
  shared,
  strictObject,
  toPage,
} from '../schemas/shared.ts';
import type { ServerOptions } from '../server.ts';
import { entityTag } from './commands/command-route.ts';

const tags = ['open items'];

const filters = {
  customer: Type.Optional({ ...nameSchema, description: "The customer's code in the ERP." }),
  kind: Type.Optional(openItemKindSchema),
  status: Type.Optional(openItemStatusSchema),
  dueBefore: Type.Optional(daySchema),
  search: Type.Optional({
    ...nameSchema,
    pattern: '^(?! )[^\\u0000-\\u001F\\u007F]+$',
    minLength: 1,
    maxLength: 140,
    description:
      'The beginning of a document number, the amount of a document (`1250.50`), or a part of the code or name of the customer. What has decimals is an amount, and no part of a name.',
  }),
};

export const openItemRoutes: FastifyPluginAsyncTypebox<ServerOptions> = async (app, { pool }) => {
  app.get(
    '/v1/ledgers/:ledger/open-items',
    {
      config: { permission: 'read' },
      schema: {
        operationId: 'listOpenItems',
        summary: 'List open items, closed ones too, the earliest due date first.',
        description: 'With `search`: by document number first, then by amount, then by customer.',
        tags,
        params: ledgerParams,
        querystring: strictObject({ ...filters, ...pageParameters }),
        response: { 200: pageSchema(shared(openItemSchema), 'A page of open items.') },
      },
    },
    async ({ ledgerId, query }) => {
      const { customer, kind, status, dueBefore, search } = query;
      const filter = { customer, kind, status, dueBefore, search };
      return toPage(await listOpenItems(pool, ledgerId, filter, pageRequest(query)), toOpenItem);
    },
  );

  app.get(
    '/v1/ledgers/:ledger/open-items/:openItemId',
    {
      config: { permission: 'read', refusals: ['ledger.not_found'] },
      schema: {
        operationId: 'getOpenItem',
        summary: 'Show an open item and all that cleared it.',
        tags,
        params: strictObject({ ledger: ledgerCodeSchema, openItemId: openItemIdSchema }),
        response: { 200: shared(openItemHistorySchema) },
      },
    },
    async ({ ledgerId, params }, reply) => {
      const item = await findOpenItem(pool, ledgerId, params.openItemId);
      void reply.header('etag', entityTag(item.version));
      return toOpenItemHistory(item);
    },
  );
};
