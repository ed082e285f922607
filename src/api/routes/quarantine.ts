/** Files that were set aside: shown with their reason, given out as they came, tried again, decided upon. */
import { Readable } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { releaseStatementFile, retryStatementFiles } from '../../ledger/commands/quarantine.ts';
import { listQuarantine, readFileBytes } from '../../ledger/queries/quarantine.ts';
import { findStatementFile } from '../../ledger/queries/statement-files.ts';
import {
  ledgerCodeSchema,
  ledgerParams,
  pageParameters,
  pageRequest,
  pageSchema,
  sha256Schema,
  shared,
  strictObject,
  toPage,
} from '../schemas/shared.ts';
import {
  fileOutcomeSchema,
  fileSetAsideSchema,
  releaseSchema,
  statementFileHistorySchema,
  toFileSetAside,
  toStatementFileHistory,
} from '../schemas/statement-file.ts';
import type { ServerOptions } from '../server.ts';

const tags = ['quarantine'];
const oneFile = strictObject({ ledger: ledgerCodeSchema, sha256: sha256Schema });
const byteStream = Type.Unsafe<Readable>({ type: 'string', format: 'binary', description: 'The file as it came.' });

export const quarantineRoutes: FastifyPluginAsyncTypebox<ServerOptions> = async (app, options) => {
  const { pool } = options;
  app.get(
    '/v1/ledgers/:ledger/quarantine',
    {
      config: { permission: 'read' },
      schema: {
        operationId: 'listQuarantine',
        summary: 'List the files that are quarantined or held, each with its reason; the latest to arrive first.',
        tags,
        params: ledgerParams,
        querystring: strictObject(pageParameters),
        response: { 200: pageSchema(shared(fileSetAsideSchema), 'A page of files.') },
      },
    },
    async ({ ledgerId, query }) => toPage(await listQuarantine(pool, ledgerId, pageRequest(query)), toFileSetAside),
  );

  app.get(
    '/v1/ledgers/:ledger/quarantine/:sha256',
    {
      config: { permission: 'read', refusals: ['ledger.not_found'] },
      schema: {
        operationId: 'getFileSetAside',
        summary: 'Show a file with its reason, its place, the parser that read it, and when it came.',
        tags,
        params: oneFile,
        response: { 200: shared(statementFileHistorySchema) },
      },
    },
    async ({ ledgerId, params }) => toStatementFileHistory(await findStatementFile(pool, ledgerId, params.sha256)),
  );

  app.get(
    '/v1/ledgers/:ledger/quarantine/:sha256/bytes',
    {
      config: { permission: 'read', refusals: ['ledger.not_found'] },
      schema: {
        operationId: 'getFileBytes',
        summary: 'Give out a file byte for byte, as it came.',
        tags,
        params: oneFile,
        produces: ['application/octet-stream'],
        response: { 200: byteStream },
      },
    },
    async ({ ledgerId, params }, reply) => {
      const { sha256, sizeBytes } = await findStatementFile(pool, ledgerId, params.sha256);
      // Never shown by a browser: whoever wrote the file wrote what would be run.
      return reply
        .type('application/octet-stream')
        .header('content-disposition', `attachment; filename="${sha256}"`)
        .header('x-content-type-options', 'nosniff')
        .header('content-length', sizeBytes)
        .send(Readable.from(readFileBytes(pool, ledgerId, sha256)));
    },
  );
  await app.register(decisionRoutes, options);
};

const decisionRoutes: FastifyPluginAsyncTypebox<ServerOptions> = async (app, { pool, now, wake }) => {
  app.post(
    '/v1/ledgers/:ledger/quarantine/:sha256/retry',
    {
      config: { permission: 'deliver', refusals: ['ledger.not_found'] },
      schema: {
        operationId: 'retryFile',
        summary: 'Read a file again with the parser as it is now.',
        tags,
        params: oneFile,
        response: { 202: shared(fileOutcomeSchema) },
      },
    },
    async ({ ledgerId, params, principal: { actor } }, reply) => {
      await retryStatementFiles(pool, ledgerId, [params.sha256], { actor, now: now() });
      wake();
      const { sha256, state } = await findStatementFile(pool, ledgerId, params.sha256);
      return reply.code(202).send({ sha256, state });
    },
  );

  app.post(
    '/v1/ledgers/:ledger/quarantine/:sha256/release',
    {
      config: {
        permission: 'govern',
        refusals: ['ledger.not_found', 'ledger.file_not_set_aside', 'ledger.release_refused', 'ledger.reason_missing'],
      },
      schema: {
        operationId: 'releaseFile',
        summary: 'Decide about a file that was set aside: publish it despite its doubts, or discard it.',
        tags,
        params: oneFile,
        body: shared(releaseSchema),
        response: { 202: shared(fileOutcomeSchema) },
      },
    },
    async ({ ledgerId, params, body, principal: { actor } }, reply) => {
      const { as, reason } = body;
      const decision = { sha256: params.sha256, as, reason };
      const state = await releaseStatementFile(pool, ledgerId, decision, { actor, now: now() });
      wake();
      return reply.code(202).send({ sha256: params.sha256, state });
    },
  );
};
