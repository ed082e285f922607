/** The open items of a FEC, sent as it is. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { legalTerms } from '../../domain/payment-terms.ts';
import { importFec } from '../../workers/jobs/import-fec.ts';
import { usualOpenItemImport } from '../../workers/jobs/imported.ts';
import { fecImportedSchema, toFecImported } from '../schemas/imported.ts';
import { daySchema, ledgerParams, shared, strictObject } from '../schemas/shared.ts';
import type { ServerOptions } from '../server.ts';
import { bodyChunks } from '../spool.ts';
import { openPlaces } from './upload-places.ts';

const types = ['text/plain', 'text/csv', 'application/octet-stream'];
const heading =
  'JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise\n';

/** In a scope of its own: here no body is parsed. One at a time: what a FEC says of customers is held until its end. */
export const fecImportRoutes: FastifyPluginAsyncTypebox<ServerOptions> = async (
  app,
  { pool, now, maxFileBytes, wake },
) => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(types, (_request, payload, done) => done(null, payload));
  const inPlace = openPlaces(1);

  app.post(
    '/v1/ledgers/:ledger/open-items/import-fec',
    {
      config: {
        permission: 'deliver',
        streams: 'rows',
        refusals: ['api.uploads_busy', 'ledger.file_too_large'],
        swaggerTransform: describeFec,
      },
      schema: {
        operationId: 'importFec',
        summary: 'Take what customers owe from a FEC (fichier des écritures comptables).',
        description:
          'Bytes as the accounts wrote them, any of the encodings and separators that the law allows: docs/formats/fec.md. What ' +
          'can be read is taken, and each line that can not is told. Sent again, what was taken counts once.',
        tags: ['open items'],
        params: ledgerParams,
        querystring: strictObject({
          asOf: Type.Optional({ ...daySchema, description: 'The day on which it was written.' }),
          accounts: Type.Optional(
            Type.String({
              pattern: '^\\d{3,12}(,\\d{3,12})*$',
              maxLength: 400,
              default: usualOpenItemImport.receivableAccounts.join(),
              description: 'Beginnings of the accounts that customers owe on.',
            }),
          ),
        }),
        response: { 200: shared(fecImportedSchema) },
      },
    },
    async ({ raw, ledgerId, query, principal: { actor } }, reply) => {
      const receivableAccounts = query.accounts?.split(',') ?? usualOpenItemImport.receivableAccounts;
      const options = { terms: legalTerms, receivableAccounts, asOf: query.asOf ?? null };
      const bytes = bodyChunks(raw, maxFileBytes);
      try {
        // Batches before an error stay too.
        const imported = await inPlace(() => importFec({ pool, actor, now }, ledgerId, bytes, options).finally(wake));
        return toFecImported(imported);
      } catch (error) {
        // The client may still be sending what nobody will read.
        reply.header('connection', 'close');
        throw error;
      }
    },
  );
};

const describeFec = <Schema extends object>({ schema, url }: { schema: Schema; url: string }) => ({
  schema: {
    ...schema,
    consumes: types,
    body: { type: 'string', description: 'The file, byte for byte.', examples: [heading] },
  },
  url,
});
