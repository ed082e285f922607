/** How each operation comes to be refused for its form, or for who asks: the same for all of them. */
import { randomUUID } from 'node:crypto';
import { accessRoles, may } from '../../../src/domain/access.ts';
import { createApiKey } from '../../../src/ledger/commands/api-keys.ts';
import { act } from '../../support/books.ts';
import { asJson, requestOf } from '../../support/operations.ts';
import { codeOf, spoiled, successOf, withBody, withHeader, type Reach } from './walk.ts';

/** The first of some ways that leads to the code. */
const oneOf =
  (code: string, ways: readonly Reach[]): Reach =>
  async (walk, operation) => {
    const met: string[] = [];
    for (const way of ways) {
      met.push(await way(walk, operation));
      if (met.at(-1) === code) return code;
    }
    return met.join(', ');
  };

const asActor =
  (authorization: string | null): Reach =>
  async (walk, operation) => {
    const filled = await successOf(walk, operation);
    const headers = authorization === null ? filled.headers : { ...filled.headers, authorization };
    return codeOf(operation, { ...filled, ...(headers && { headers }) }, walk.guarded);
  };

/** With a key of a role that may not, in this ledger alone. */
const asOneWhoMayNot: Reach = async (walk, operation) => {
  const { ledgerId, code } = walk.books;
  const isOfLedger = operation.path.includes('{ledger}');
  const mayNot = accessRoles.find((role) => {
    const principal = { actor: role, grants: [{ ledger: code, role }] };
    return operation.permission === null || !may(principal, operation.permission, isOfLedger ? code : null);
  });
  if (mayNot === undefined) return 'every role may';
  const { key } = await createApiKey(walk.pool, { actor: mayNot, role: mayNot, ledgerId, days: 1 }, act);
  return asActor(`Bearer ${key}`)(walk, operation);
};

/** What no body may be: too long, or of a kind that nobody reads here. */
const withPayload =
  (contentType: string, sizeBytes: number): Reach =>
  async (walk, operation) => {
    const { headers, ...request } = requestOf(operation, await successOf(walk, operation));
    const answer = await walk.app.inject({
      ...request,
      headers: { ...headers, 'content-type': contentType },
      payload: 'x'.repeat(sizeBytes),
    });
    return answer.statusCode < 400 ? String(answer.statusCode) : String(asJson(answer.json())['code']);
  };

export const refusalsOfForm: Readonly<Record<string, Reach>> = {
  'api.request_invalid': oneOf('api.request_invalid', [
    spoiled(({ query }) => ({ query: { ...query, neverHeardOf: '1' } })),
    spoiled((filled) => withBody(filled, { neverHeardOf: 1 })),
    spoiled(({ path }, _walk, { pathParameters: [first] }) => ({
      path: (name) => (name === first ? 'x'.repeat(1_000) : path(name)),
    })),
    spoiled(() => ({ ledger: 'x'.repeat(1_000) })),
  ]),
  'api.cursor_invalid': spoiled(({ query }) => ({ query: { ...query, after: 'nowhere' } })),
  'api.credentials_missing': asActor(null),
  'api.credentials_refused': asActor('Bearer ltg_nobody'),
  'api.permission_missing': asOneWhoMayNot,
  'api.too_many_requests': async ({ books, exhausted }, operation) => {
    await exhausted.inject({ url: '/v1/me' });
    return codeOf(operation, { ledger: books.code, path: () => randomUUID() }, exhausted);
  },
  'api.body_too_large': withPayload('application/json', (1 << 20) + 1),
  'api.media_type_unsupported': withPayload('image/png', 10),
  'ledger.ledger_unknown': spoiled(() => ({ ledger: 'NOBODYS' })),
  'api.idempotency_key_missing': spoiled((filled) => withHeader(filled, 'idempotency-key', 'soon')),
  'api.if_match_missing': async (walk, operation) => {
    const { headers, ...request } = requestOf(operation, await successOf(walk, operation));
    const { 'if-match': _, ...others } = asJson(headers);
    const answer = await walk.app.inject({ ...request, headers: others as Record<string, string> });
    return String(asJson(answer.json())['code']);
  },
  'api.if_match_invalid': spoiled((filled) => withHeader(filled, 'if-match', 'W/"1"')),
};
