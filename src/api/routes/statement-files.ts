/** Statement files: sent in as they are, listed, and shown with what was found in them. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { findStatementFile, listStatementFiles } from '../../ledger/queries/statement-files.ts';
import {
  ledgerCodeSchema,
  ledgerParams,
  fileNameSchema,
  pageParameters,
  pageRequest,
  pageSchema,
  sha256Schema,
  shared,
  strictObject,
  toPage,
} from '../schemas/shared.ts';
import {
  fileStateSchema,
  statementFileHistorySchema,
  statementFileSchema,
  storedFileSchema,
  toStatementFile,
  toStatementFileHistory,
} from '../schemas/statement-file.ts';
import type { ServerOptions } from '../server.ts';
import { storeSource } from '../../workers/jobs/store-source.ts';
import { withSpooledBody } from '../spool.ts';
import { openPlaces } from './upload-places.ts';

const tags = ['statement files'];
// Each holds a connection to the database while it is stored; the other requests need some too.
const mostUploads = 4;

export const statementFileRoutes: FastifyPluginAsyncTypebox<ServerOptions> = async (app, options) => {
  const { pool } = options;
  await app.register(uploadRoute, options);

  app.get(
    '/v1/ledgers/:ledger/statement-files',
    {
      config: { permission: 'read' },
      schema: {
        operationId: 'listStatementFiles',
        summary: 'List the statement files, the latest to arrive first.',
        tags,
        params: ledgerParams,
        querystring: strictObject({ state: Type.Optional(fileStateSchema), ...pageParameters }),
        response: {
          200: pageSchema(shared(statementFileSchema), 'A page of statement files.'),
        },
      },
    },
    async ({ ledgerId, query }) => {
      const { state } = query;
      return toPage(await listStatementFiles(pool, ledgerId, { state }, pageRequest(query)), toStatementFile);
    },
  );

  app.get(
    '/v1/ledgers/:ledger/statement-files/:sha256',
    {
      config: { permission: 'read', refusals: ['ledger.not_found'] },
      schema: {
        operationId: 'getStatementFile',
        summary: 'Show a statement file: its findings, the names it came under, its statements with their proof.',
        tags,
        params: strictObject({ ledger: ledgerCodeSchema, sha256: sha256Schema }),
        response: { 200: shared(statementFileHistorySchema) },
      },
    },
    async ({ ledgerId, params }) => toStatementFileHistory(await findStatementFile(pool, ledgerId, params.sha256)),
  );
};

/** In a scope of its own: here no body is parsed, whatever its Content-Type, if only it is one. */
const uploadRoute: FastifyPluginAsyncTypebox<ServerOptions> = async (app, { pool, now, maxFileBytes, wake }) => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  const inPlace = openPlaces(mostUploads);

  const store = ({ raw, ledgerId, principal: { actor } }: FastifyRequest, name: string) =>
    inPlace(() =>
      withSpooledBody(raw, maxFileBytes, (read) =>
        storeSource(pool, ledgerId, { name, read, largestBytes: maxFileBytes }, { actor, now: now() }),
      ),
    );

  app.post(
    '/v1/ledgers/:ledger/statement-files',
    {
      config: {
        permission: 'deliver',
        streams: 'bytes',
        refusals: ['api.body_missing', 'api.uploads_busy', 'ledger.file_too_large'],
        swaggerTransform: describeBody,
      },
      schema: {
        operationId: 'storeStatementFile',
        summary: 'Keep a statement file; it is read and published afterwards.',
        description:
          'The body is the file, byte for byte. The same bytes again, under any name, are the same file. Follow its ' +
          '`state` at the address in `Location`. A zip or gzip is opened, and what is in it is kept, file by file.',
        tags,
        params: ledgerParams,
        querystring: strictObject({ name: fileNameSchema }),
        response: {
          202: shared(storedFileSchema),
        },
      },
    },
    async (request, reply) => {
      const { query, params } = request;
      try {
        const { files } = await store(request, query.name);
        wake();
        const [first] = files;
        if (first === undefined) throw new Error('an upload holds at least one file');
        const { sha256, sizeBytes, state, isNew } = first;
        const members = files.map(({ name, sha256, sizeBytes, state, isNew }) => ({
          name,
          sha256,
          sizeBytes,
          state,
          isNew,
        }));
        const location = `/v1/ledgers/${encodeURIComponent(params.ledger)}/statement-files/${sha256}`;
        return await reply
          .code(202)
          .header('location', location)
          .send({ sha256, sizeBytes, state, isNew, ...(members.length > 1 && { members }) });
      } catch (error) {
        // The client may still be sending what nobody will read.
        reply.header('connection', 'close');
        throw error;
      }
    },
  );
};

/** The body is a stream that no validator could check: only the document speaks of it. */
const describeBody = <Schema extends object>({ schema, url }: { schema: Schema; url: string }) => ({
  schema: {
    ...schema,
    consumes: ['application/octet-stream', 'application/xml', 'application/zip', 'application/gzip', 'text/plain'],
    body: { description: 'The bytes of a statement file, or of a zip or gzip with statement files.' },
  },
  url,
});
