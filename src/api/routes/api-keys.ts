/** Who asks, and the keys for programs: made, listed without their secrets, revoked. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type, type Static } from 'typebox';
import { accessRoles } from '../../domain/access.ts';
import { createApiKey, listApiKeys, revokeApiKey, type ApiKey } from '../../ledger/commands/api-keys.ts';
import { findLedger } from '../../ledger/commands/register.ts';
import {
  instantText,
  ledgerCodeSchema,
  nullable,
  nullableText,
  oneOf,
  shared,
  strictObject,
  textSchema,
  uuidSchema,
} from '../schemas/shared.ts';
import type { ServerOptions } from '../server.ts';

const tags = ['access'];
const roleSchema = oneOf(accessRoles, { description: 'docs/operations.md has the table of what each may.' });
const ledgerOrAll = nullable({ ...ledgerCodeSchema, description: 'Null: all ledgers.' });

export const apiKeySchema = strictObject(
  {
    id: uuidSchema,
    actor: textSchema,
    role: roleSchema,
    ledger: ledgerOrAll,
    prefix: Type.String({ description: 'The part of the key that may be shown.' }),
    createdBy: textSchema,
    createdAt: instantText,
    expiresAt: instantText,
    revokedAt: nullableText,
    lastUsedAt: nullableText,
  },
  { $id: 'ApiKey', description: 'A key, without its secret.' },
);

export const apiKeyRoutes: FastifyPluginAsyncTypebox<ServerOptions> = async (app, { pool, now }) => {
  app.get(
    '/v1/me',
    {
      config: { permission: 'person' },
      schema: {
        operationId: 'getMe',
        summary: 'Say who asks, and the roles that they have.',
        tags,
        response: {
          200: strictObject(
            { actor: textSchema, grants: Type.Array(strictObject({ ledger: ledgerOrAll, role: roleSchema })) },
            { description: 'As the audit names them.' },
          ),
        },
      },
    },
    async ({ principal: { actor, grants } }) => ({ actor, grants: [...grants] }),
  );

  app.get(
    '/v1/api-keys',
    {
      config: { permission: 'administer' },
      schema: {
        operationId: 'listApiKeys',
        summary: 'List the keys, those that are over too; the latest made first.',
        tags,
        response: {
          200: strictObject({ items: Type.Array(shared(apiKeySchema)), next: Type.Null() }, { description: 'All.' }),
        },
      },
    },
    async () => ({ items: (await listApiKeys(pool)).map(toApiKey), next: null }),
  );

  app.post(
    '/v1/api-keys',
    {
      config: { permission: 'administer', refusals: ['ledger.key_refused', 'ledger.ledger_unknown'] },
      schema: {
        operationId: 'createApiKey',
        summary: 'Make a key. It is in this answer and nowhere else.',
        tags,
        body: {
          ...strictObject({
            actor: Type.String({ minLength: 1, maxLength: 100, description: 'Who acts by it, for the audit.' }),
            role: roleSchema,
            ledger: ledgerOrAll,
            days: Type.Integer({ minimum: 1, maximum: 1_098 }),
          }),
          examples: [{ actor: 'erp', role: 'machine', ledger: 'FR01', days: 365 }],
        },
        response: {
          201: strictObject(
            {
              id: uuidSchema,
              key: Type.String({ description: 'Keep it: nobody can show it again.' }),
              expiresAt: instantText,
            },
            { description: 'The key.' },
          ),
        },
      },
    },
    async ({ body: { actor, role, ledger, days }, principal }, reply) => {
      const ledgerId = ledger === null ? null : await findLedger(pool, ledger);
      const act = { actor: principal.actor, now: now() };
      const { id, key, expiresAt } = await createApiKey(pool, { actor, role, ledgerId, days }, act);
      return reply.code(201).header('cache-control', 'no-store').send({ id, key, expiresAt: expiresAt.toISOString() });
    },
  );

  app.delete(
    '/v1/api-keys/:apiKeyId',
    {
      config: { permission: 'administer', refusals: ['ledger.not_found'] },
      schema: {
        operationId: 'revokeApiKey',
        summary: 'Have a key open nothing from now on. Doing it again changes nothing.',
        tags,
        params: strictObject({ apiKeyId: uuidSchema }),
        response: { 204: Type.Null({ description: 'It is revoked.' }) },
      },
    },
    async ({ params }, reply) => {
      await revokeApiKey(pool, params.apiKeyId, now());
      return reply.code(204).send(null);
    },
  );
};

const toApiKey = ({ createdAt, expiresAt, revokedAt, lastUsedAt, ...key }: ApiKey): Static<typeof apiKeySchema> => ({
  ...key,
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
  revokedAt: revokedAt?.toISOString() ?? null,
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
});
