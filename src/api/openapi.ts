/** The head of the OpenAPI document; its body is made from the schemas of the routes. */
import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import { refusalExamples, shareRefusals } from './document-refusals.ts';

const tags = [
  { name: 'service', description: 'Is it up, can it work.' },
  { name: 'access', description: 'Who asks, and the keys that let programs in.' },
  { name: 'ledgers', description: 'Whose books are kept here.' },
  { name: 'statement files', description: 'What the bank sent, as it sent it.' },
  { name: 'quarantine', description: 'Files that were set aside, and what a person decides about them.' },
  { name: 'sources', description: 'Servers and folders that statement files are fetched from.' },
  { name: 'bank accounts', description: 'The accounts that statements come for, and their settings.' },
  { name: 'payments', description: 'Money in and out, what it was applied to, and why.' },
  { name: 'open items', description: 'What customers owe, and what cleared it.' },
  { name: 'collections', description: 'What was sent to the bank as direct debits.' },
  { name: 'exchange rates', description: 'What other currencies are worth on a day.' },
  { name: 'review queue', description: 'Payments that wait for a person.' },
  { name: 'postings', description: 'What was booked, and taking it back.' },
  { name: 'commands', description: 'What people did, and whether it still stands.' },
  { name: 'approvals', description: 'What takes two people, and what the second one said.' },
  { name: 'disputes', description: 'Why customers do not pay, and who sees to it.' },
  { name: 'customers', description: 'Who owes, and which accounts pay for them.' },
  { name: 'tolerances', description: 'What one person may do alone, and which days are closed.' },
  { name: 'letterings', description: 'Which documents and lines of an account cancel each other.' },
  { name: 'audit', description: 'Every event of the books, in a chain of hashes.' },
  { name: 'reports', description: 'The books in figures, each with its formula.' },
  { name: 'match runs', description: 'Runs of the engine over the payments of one currency.' },
  { name: 'jobs', description: 'Work that waits, runs or has failed.' },
  { name: 'exports', description: 'Files for accounting programs, invoicing platforms and people.' },
  { name: 'webhooks', description: 'Programs that are told of what happens.' },
] as const;

export const openapiOptions: FastifyDynamicSwaggerOptions = {
  openapi: {
    openapi: '3.1.0',
    info: {
      title: 'Lettrage',
      version: '1',
      description:
        'Bank reconciliation and cash application. Amounts are decimal strings with a currency, days are YYYY-MM-DD, ' +
        'instants are RFC 3339 in UTC. Every refusal is a problem document (RFC 9457) with a stable `code`. ' +
        'Any route may answer 403 (a page of another site), 421 (another host is named), 500 (our fault) and 503 (the database is busy).',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    tags: [...tags],
    components: {
      examples: refusalExamples,
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description:
            'An API key (`ltg_…`), or a token of the identity provider that the service was told of. `x-permission` of ' +
            'an operation is what the role of who asks has to include; docs/operations.md has the table.',
        },
      },
    },
  },
  transformObject: shareRefusals,
  convertConstToEnum: false,
  refResolver: {
    buildLocalReference: (schema, _base, _fragment, index) =>
      typeof schema['$id'] === 'string' ? schema['$id'] : `schema-${index}`,
  },
};
