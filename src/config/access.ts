/** Who may come in: the settings of access, which belong together. */
import type { ConfigProblem } from './config.ts';

/** The identity provider whose tokens are taken. */
export type TokenIssuer = Readonly<{
  /** `LETTRAGE_OIDC_ISSUER`: compared with `iss`, to the letter. */
  issuer: string;
  /** `LETTRAGE_OIDC_AUDIENCE`: has to be in `aud`. */
  audience: string;
  /** `LETTRAGE_OIDC_KEYS_URL`: its `jwks_uri`. */
  keysUrl: string;
  /** `LETTRAGE_OIDC_ACTOR_CLAIM`: what names the person in the audit; `sub`. */
  actorClaim: string;
  /** `LETTRAGE_OIDC_ROLES_CLAIM`: a list of roles, `clerk` in all ledgers or `FR01:clerk` in one; `lettrage_roles`. */
  rolesClaim: string;
}>;

const prefix = 'LETTRAGE_OIDC_';
const loopback: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);

/** Whether nobody but this machine reaches an address. */
export const isLoopback = (host: string): boolean => loopback.has(host);

/** All of a provider or nothing of it. */
export function readTokenIssuer(environment: NodeJS.ProcessEnv): {
  tokenIssuer: TokenIssuer | null;
  problems: readonly ConfigProblem[];
} {
  const valueOf = (name: string): string => environment[`${prefix}${name}`]?.trim() ?? '';
  const needed = ['ISSUER', 'AUDIENCE', 'KEYS_URL'];
  const missing = needed.filter((name) => valueOf(name) === '');
  if (missing.length === needed.length) return { tokenIssuer: null, problems: [] };
  const problems: ConfigProblem[] = missing.map((name) => ({
    variable: `${prefix}${name}`,
    found: 'not set',
    fix: `set ${needed.map((one) => `${prefix}${one}`).join(', ')} together, or none of them`,
  }));
  const keysUrl = valueOf('KEYS_URL');
  if (keysUrl !== '' && !isKeysUrl(keysUrl)) {
    problems.push({
      variable: `${prefix}KEYS_URL`,
      found: JSON.stringify(keysUrl),
      fix: "use the https:// address that the provider's discovery document gives as jwks_uri",
    });
  }
  const tokenIssuer = {
    issuer: valueOf('ISSUER'),
    audience: valueOf('AUDIENCE'),
    keysUrl,
    actorClaim: valueOf('ACTOR_CLAIM') || 'sub',
    rolesClaim: valueOf('ROLES_CLAIM') || 'lettrage_roles',
  };
  return { tokenIssuer, problems };
}

function isKeysUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}
