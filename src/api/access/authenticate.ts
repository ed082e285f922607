/**
 * Who asks, and whether they may: settled for every request before anything of it is read. A route says the permission it
 * needs; one that says none is not started with.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import { may, type Permission, type Principal } from '../../domain/access.ts';
import { apiKeyMark, findPrincipalOfKey } from '../../ledger/commands/api-keys.ts';
import { LedgerError, type LedgerErrorCode } from '../../ledger/errors.ts';
import { ApiError, type ApiErrorCode } from '../errors.ts';
import type { VerifyToken } from './tokens.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; on routes for anybody, nobody. */
    principal: Principal;
  }
  interface FastifyContextConfig {
    /** `nobody`: open to all. `person`: who asks has to be known, and may what the route then finds. */
    permission?: Permission | 'nobody' | 'person';
    /** Of a body that no parser reads: rows of some media types, or bytes of any. Its length is refused in its own words. */
    streams?: 'rows' | 'bytes';
    /** The refusals that are the route's own, for the document. */
    refusals?: readonly (ApiErrorCode | LedgerErrorCode)[];
  }
}

/** `local`: everybody who reaches it is one person who may everything; for one machine only. */
export type AccessPolicy =
  | Readonly<{ kind: 'local' }>
  | Readonly<{ kind: 'authenticated'; verifyToken: VerifyToken | null }>;

const nobody: Principal = { actor: 'nobody', grants: [] };
const localPerson: Principal = {
  actor: 'local',
  grants: [
    { ledger: null, role: 'treasurer' },
    { ledger: null, role: 'admin' },
  ],
};

/** For the whole server, before its routes are registered. */
export function authenticate(
  app: FastifyInstance,
  { access, pool, now }: Readonly<{ access: AccessPolicy; pool: Pool; now: () => Date }>,
): void {
  app.decorateRequest('principal');
  app.addHook('onRoute', ({ config, url, method }) => {
    if (config?.permission === undefined) throw new Error(`${String(method)} ${url} says no permission`);
  });
  app.addHook('onRequest', async (request) => {
    const { permission } = request.routeOptions.config;
    request.principal = nobody;
    // No route: answered with 404, to anybody.
    if (permission === undefined || permission === 'nobody') return;
    request.principal = access.kind === 'local' ? localPerson : await principalOf(request, access.verifyToken);
    if (permission !== 'person') allow(request, permission);
  });

  async function principalOf({ headers }: FastifyRequest, verifyToken: VerifyToken | null): Promise<Principal> {
    const token = /^Bearer +(?<token>\S+)$/i.exec(headers.authorization ?? '')?.groups?.['token'];
    if (token === undefined) throw new ApiError('api.credentials_missing');
    const principal = token.startsWith(apiKeyMark)
      ? await findPrincipalOfKey(pool, token, now())
      : ((await verifyToken?.(token, now())) ?? null);
    if (principal === null) throw new ApiError('api.credentials_refused');
    return principal;
  }
}

/**
 * A ledger in which somebody has no role does not exist for them.
 *
 * @throws LedgerError `ledger.ledger_unknown`; ApiError `api.permission_missing`
 */
function allow({ principal, params }: FastifyRequest, permission: Permission): void {
  const ledger = ledgerIn(params);
  if (may(principal, permission, ledger)) return;
  if (ledger !== null && !may(principal, 'read', ledger)) throw new LedgerError('ledger.ledger_unknown', { ledger });
  throw new ApiError('api.permission_missing');
}

const ledgerIn = (params: unknown): string | null =>
  typeof params === 'object' && params !== null && 'ledger' in params ? String(params.ledger) : null;
