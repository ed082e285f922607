/**
 * Tokens of an identity provider: who signed in there, and the roles that it says they have here.
 *
 * @see OpenID Connect Core 1.0, RFC 7519 (JWT), RFC 8725 (its best practices)
 */
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import type { TokenIssuer } from '../../config/access.ts';
import { accessRoles, type AccessRole, type Grant, type Principal } from '../../domain/access.ts';

/** @returns null for a token that is none, not meant for us, not signed by the issuer, or not valid now. */
export type VerifyToken = (token: string, now: Date) => Promise<Principal | null>;

// Asymmetric ones only: a public key is never taken for a shared secret, and `none` is nothing.
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];
const skewSeconds = 60;

/** @param keys - for tests; otherwise fetched when a key is unknown, at most every 30 s, and kept 10 minutes. */
export function openTokens(
  { issuer, audience, keysUrl, actorClaim, rolesClaim }: TokenIssuer,
  keys: JWTVerifyGetKey = createRemoteJWKSet(new URL(keysUrl), { timeoutDuration: 5_000 }),
): VerifyToken {
  return async (token, currentDate) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms,
        currentDate,
        clockTolerance: skewSeconds,
        requiredClaims: ['exp', 'iat', actorClaim],
      });
      return principalOf(payload, actorClaim, rolesClaim);
    } catch (error) {
      // The provider is away: not the fault of who asks.
      if (!(error instanceof errors.JOSEError) || error instanceof errors.JWKSTimeout) throw error;
      return null;
    }
  };
}

function principalOf(payload: JWTPayload, actorClaim: string, rolesClaim: string): Principal | null {
  const actor = payload[actorClaim];
  const roles = payload[rolesClaim];
  if (typeof actor !== 'string' || actor === '') return null;
  const words = Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : [];
  return { actor, grants: words.flatMap(grantOf) };
}

/** A role that is not known here is none: providers carry those of other services too. */
function grantOf(word: string): readonly Grant[] {
  const at = word.lastIndexOf(':');
  const role = word.slice(at + 1);
  return isRole(role) ? [{ ledger: at < 0 ? null : word.slice(0, at), role }] : [];
}

const isRole = (word: string): word is AccessRole => (accessRoles as readonly string[]).includes(word);
