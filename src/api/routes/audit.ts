/** The audit chain: every event of the books, and the head that an outsider keeps. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { findAuditHead, listAuditEvents } from '../../ledger/queries/audit-events.ts';
import { auditEventSchema, auditHeadSchema, toAuditEvent } from '../schemas/audit-event.ts';
import {
  ledgerParams,
  nameSchema,
  pageParameters,
  pageRequest,
  pageSchema,
  shared,
  strictObject,
  toPage,
} from '../schemas/shared.ts';
import type { ServerOptions } from '../server.ts';

const tags = ['audit'];

const filters = {
  subject: Type.Optional({ ...nameSchema, description: 'The id of what it happened to.' }),
  type: Type.Optional(Type.String({ pattern: '^[a-z_]{1,40}\\.[a-z_]{1,40}$', examples: ['payment.applied'] })),
  actor: Type.Optional({ ...nameSchema, description: 'Who did it.' }),
};

export const auditRoutes: FastifyPluginAsyncTypebox<ServerOptions> = async (app, { pool }) => {
  app.get(
    '/v1/ledgers/:ledger/audit/events',
    {
      config: { permission: 'read' },
      schema: {
        operationId: 'listAuditEvents',
        summary: 'List what happened to the books, the latest first.',
        description:
          'With a filter, a page looks through 50,000 events and no more: it may have few items or none, and a `next`.',
        tags,
        params: ledgerParams,
        querystring: strictObject({ ...filters, ...pageParameters }),
        response: { 200: pageSchema(shared(auditEventSchema), 'A page of events.') },
      },
    },
    async ({ ledgerId, query }) => {
      const { subject, type, actor } = query;
      const page = await listAuditEvents(pool, ledgerId, { subject, type, actor }, pageRequest(query));
      return toPage(page, toAuditEvent);
    },
  );

  app.get(
    '/v1/ledgers/:ledger/audit/head',
    {
      config: { permission: 'read' },
      schema: {
        operationId: 'getAuditHead',
        summary: 'Show the last event of the audit chain, to be kept where nobody who writes the books can write.',
        description: 'Its `ETag` is the hash: with `If-None-Match` the answer is 304 while nothing happened.',
        tags,
        params: ledgerParams,
        response: { 200: shared(auditHeadSchema), 304: Type.Null({ description: 'Nothing happened since.' }) },
      },
    },
    async ({ ledgerId, headers }, reply) => {
      const { sequence, hash, at } = await findAuditHead(pool, ledgerId);
      const tag = `"${hash}"`;
      void reply.header('etag', tag);
      if (headers['if-none-match'] === tag) return reply.code(304).send(null);
      return { sequence: Number(sequence), hash, at };
    },
  );
};
