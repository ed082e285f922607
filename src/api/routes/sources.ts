/** Where statement files come from by themselves: how that goes, and having one looked at now. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { LedgerError } from '../../ledger/errors.ts';
import { ledgerCodeSchema, ledgerParams, nameSchema, shared, strictObject } from '../schemas/shared.ts';
import { sourceSchema, toSource } from '../schemas/source.ts';
import type { ServerOptions } from '../server.ts';

const tags = ['sources'];

export const sourceRoutes: FastifyPluginAsyncTypebox<ServerOptions> = async (app, { sources }) => {
  app.get(
    '/v1/ledgers/:ledger/sources',
    {
      config: { permission: 'read' },
      schema: {
        operationId: 'listSources',
        summary: 'List the sources of this ledger: when the last file came, and how the last look went.',
        description: 'Hosts, folders and secrets are in the configuration of the service, and in no answer.',
        tags,
        params: ledgerParams,
        response: {
          200: strictObject({ items: Type.Array(shared(sourceSchema)), next: Type.Null() }, { description: 'All.' }),
        },
      },
    },
    async ({ ledgerId, params }) => ({
      items: (await sources.list(ledgerId, params.ledger)).map(toSource),
      next: null,
    }),
  );

  app.post(
    '/v1/ledgers/:ledger/sources/:source/pull',
    {
      config: { permission: 'deliver', refusals: ['ledger.not_found'] },
      schema: {
        operationId: 'pullSource',
        summary: 'Look for files at a source now, instead of when its pause is over.',
        description: 'What comes is stored, read and published as if nobody had asked; `lastPull` says how it went.',
        tags,
        params: strictObject({ ledger: ledgerCodeSchema, source: nameSchema }),
        response: { 202: strictObject({ name: nameSchema }, { description: 'It is looked at next.' }) },
      },
    },
    async ({ params: { ledger, source } }, reply) => {
      if (!sources.pull(ledger, source)) throw new LedgerError('ledger.not_found', { source });
      return reply.code(202).send({ name: source });
    },
  );
};
