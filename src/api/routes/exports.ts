/** What leaves the books for other programs: asked for here, made by the work loop, fetched here. */
import { Readable } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { requestExport } from '../../ledger/commands/exports.ts';
import { findExport, listExports, readExportBytes } from '../../ledger/queries/exports.ts';
import { ApiError } from '../errors.ts';
import { exportRequestSchema, exportSchema, toExport } from '../schemas/export.ts';
import {
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
import { describeKey, idempotencyKeyOf } from './commands/command-route.ts';

const tags = ['exports'];
// Sent as it is read, so no serializer sees it.
const streamed = Type.Unsafe<Readable>({ type: 'string' });
const exportParams = strictObject({ ledger: ledgerCodeSchema, exportId: recordIdSchema });

export const exportRoutes: FastifyPluginAsyncTypebox<ServerOptions> = async (app, { pool, now, wake }) => {
  app.post(
    '/v1/ledgers/:ledger/exports',
    {
      config: {
        permission: 'read',
        refusals: [
          'api.idempotency_key_missing',
          'ledger.command_reused',
          'ledger.export_refused',
          'ledger.exports_waiting',
        ],
        swaggerTransform: describeKey,
      },
      schema: {
        operationId: 'requestExport',
        summary: 'Ask for an export; it is made from one moment of the books.',
        description:
          'The key becomes the id of the export: asking again with it is asking once. Follow `state` at the address in ' +
          '`Location`; when it is `ready`, its bytes are at `…/bytes`.',
        tags,
        params: ledgerParams,
        body: {
          ...exportRequestSchema,
          examples: [{ kind: 'lettering', format: 'fec', from: '2026-03-01', to: '2026-03-31' }],
        },
        response: { 202: shared(exportSchema) },
      },
    },
    async (request, reply) => {
      const { ledgerId, principal, params, body } = request;
      const id = idempotencyKeyOf(request);
      await requestExport(pool, ledgerId, id, body, { actor: principal.actor, now: now() });
      wake();
      return reply
        .code(202)
        .header('location', `/v1/ledgers/${encodeURIComponent(params.ledger)}/exports/${id}`)
        .send(toExport(await findExport(pool, ledgerId, id)));
    },
  );

  app.get(
    '/v1/ledgers/:ledger/exports',
    {
      config: { permission: 'read' },
      schema: {
        operationId: 'listExports',
        summary: 'List the exports, the latest asked for first.',
        tags,
        params: ledgerParams,
        querystring: strictObject(pageParameters),
        response: { 200: pageSchema(shared(exportSchema), 'A page of exports.') },
      },
    },
    async ({ ledgerId, query }) => toPage(await listExports(pool, ledgerId, pageRequest(query)), toExport),
  );

  app.get(
    '/v1/ledgers/:ledger/exports/:exportId',
    {
      config: { permission: 'read', refusals: ['ledger.not_found'] },
      schema: {
        operationId: 'getExport',
        summary: 'Show an export and whether it is made.',
        tags,
        params: exportParams,
        response: { 200: shared(exportSchema) },
      },
    },
    async ({ ledgerId, params }) => toExport(await findExport(pool, ledgerId, params.exportId)),
  );

  app.get(
    '/v1/ledgers/:ledger/exports/:exportId/bytes',
    {
      config: { permission: 'read', refusals: ['ledger.not_found', 'api.export_not_ready', 'api.export_expired'] },
      schema: {
        operationId: 'getExportBytes',
        summary: 'Fetch the bytes of an export that is ready.',
        tags,
        params: exportParams,
        response: {
          200: {
            description: 'The file, under its name.',
            content: {
              'text/csv': { schema: streamed },
              'text/plain': { schema: streamed },
              'application/jsonl': { schema: streamed },
            },
          },
        },
      },
    },
    async ({ ledgerId, params: { exportId } }, reply) => {
      const { state, fileName, mediaType, byteCount } = await findExport(pool, ledgerId, exportId);
      if (state === 'expired') throw new ApiError('api.export_expired');
      if (state !== 'ready' || mediaType === null) throw new ApiError('api.export_not_ready');
      return reply
        .header('content-type', mediaType)
        .header('content-length', String(byteCount))
        .header('content-disposition', `attachment; filename="${fileName}"`)
        .header('cache-control', 'private, no-store')
        .send(Readable.from(readExportBytes(pool, ledgerId, exportId)));
    },
  );
};
