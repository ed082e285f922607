/** Rows that an ERP delivers by the thousand: read as they arrive, written as they are read. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import {
  importCollectionStream,
  importCustomerStream,
  importExchangeRateStream,
  importOpenItemStream,
  type RowStream,
} from '../../workers/jobs/import-stream.ts';
import { importedSchema, toImported } from '../schemas/imported.ts';
import { ledgerParams, shared } from '../schemas/shared.ts';
import type { ServerOptions } from '../server.ts';
import { bodyChunks } from '../spool.ts';
import { openPlaces } from './upload-places.ts';

// Each writes with a connection of its own; the other requests need some too.
const mostImports = 2;

const formatOfType: Readonly<Record<string, RowStream['format']>> = {
  'application/x-ndjson': 'jsonl',
  'application/jsonl': 'jsonl',
  'text/csv': 'csv',
};

const itemLine =
  '{"customerCode":"C-1042","documentNumber":"FA-2026-0117","kind":"invoice","currency":"EUR","amount":"1200.00","issueDate":"2026-03-01","dueDate":"2026-03-31"}';
const customerLine = '{"code":"C-1042","name":"Boulangerie Martin","ibans":["FR7630006000011234567890189"]}';

const imports = [
  {
    what: 'open-items',
    operationId: 'importOpenItems',
    summary: 'Take open items, as JSON lines or CSV, of any number.',
    description:
      'A document of a customer is one item, however often it is sent; `residual` 0 closes it. Columns: docs/formats/open-items.md.',
    tag: 'open items',
    line: itemLine,
    run: importOpenItemStream,
  },
  {
    what: 'customers',
    operationId: 'importCustomers',
    summary: 'Take customers, as JSON lines or CSV, of any number.',
    description: 'A code is one customer: name, IBANs and terms of payment replace what was known.',
    tag: 'customers',
    line: customerLine,
    run: importCustomerStream,
  },
  {
    what: 'exchange-rates',
    operationId: 'importExchangeRates',
    summary: 'Take exchange rates, as JSON lines or CSV, of any number.',
    description:
      'A currency has one rate a day: units for one of the base currency. Another replaces it; what was booked by it stays.',
    tag: 'exchange rates',
    line: '{"currency":"USD","rateDate":"2026-03-02","rate":"1.0842","source":"ECB"}',
    run: importExchangeRateStream,
  },
] as const;

const batchRules =
  ' Rows are taken in batches as they arrive. The first that can not be taken ends the import with 422 and its line; what ' +
  'came before it stays. Sent again, what was taken counts once: after a broken connection send the whole again.';

const collections = {
  what: 'collections',
  operationId: 'importCollections',
  summary: 'Take collections of direct debits, as JSON lines or CSV.',
  description:
    'A row is an amount of one document in one debit. A collection is taken whole or not at all, once. Where a row can not ' +
    'be read nothing is taken. Sent again, what was taken counts once.',
  tag: 'collections',
  line: '{"reference":"SDD-0001","collectionDate":"2026-03-02","scheme":"core","endToEndId":"E-1","customerCode":"C-1042","documentNumber":"FA-2026-0117","amount":"1200.00","collectionAmount":"1200.00"}',
  run: importCollectionStream,
} as const;

const kinds = [
  ...imports.map((kind) => ({ ...kind, description: kind.description + batchRules })),
  collections,
] as const;

/** In a scope of its own: here no body is parsed, its rows are read as they come. */
export const importRoutes: FastifyPluginAsyncTypebox<ServerOptions> = async (
  app,
  { pool, now, maxFileBytes, wake },
) => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(Object.keys(formatOfType), (_request, payload, done) => done(null, payload));
  const inPlace = openPlaces(mostImports);

  const take = ({ raw, headers, ledgerId, principal: { actor } }: FastifyRequest, run: typeof importOpenItemStream) => {
    const stream = { format: formatOf(headers['content-type']), bytes: bodyChunks(raw, maxFileBytes) };
    // Batches before a refusal stay too.
    return inPlace(() => run({ pool, actor, now }, ledgerId, stream).finally(wake));
  };

  for (const { what, operationId, summary, description, tag, line, run } of kinds) {
    app.post(
      `/v1/ledgers/:ledger/${what}/import`,
      {
        config: {
          permission: 'deliver',
          streams: 'rows',
          refusals: ['ledger.row_refused', 'api.uploads_busy', 'ledger.file_too_large'],
          swaggerTransform: describeRows(line),
        },
        schema: {
          operationId,
          summary,
          description,
          tags: [tag],
          params: ledgerParams,
          response: { 200: shared(importedSchema) },
        },
      },
      async (request, reply) => {
        try {
          return toImported(await take(request, run));
        } catch (error) {
          // The client may still be sending what nobody will read.
          reply.header('connection', 'close');
          throw error;
        }
      },
    );
  }
};

const formatOf = (contentType = ''): RowStream['format'] =>
  formatOfType[contentType.split(';', 1)[0]?.trim().toLowerCase() ?? ''] ?? 'jsonl';

/** The body is a stream that no validator could check: only the document speaks of it. */
const describeRows =
  (line: string) =>
  <Schema extends object>({ schema, url }: { schema: Schema; url: string }) => ({
    schema: {
      ...schema,
      consumes: Object.keys(formatOfType),
      body: {
        type: 'string',
        description: 'One JSON object a line, or a CSV with a heading.',
        examples: [`${line}\n`],
      },
    },
    url,
  });
