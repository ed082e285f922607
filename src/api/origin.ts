/**
 * Keeps web pages away where nobody has to say who they are: a page in a browser on this machine could otherwise post to
 * 127.0.0.1 (its `Origin` tells), or read it after pointing a name of its own there (its `Host` tells).
 *
 * @see OWASP, "DNS rebinding"; Fetch standard, "Origin header"
 */
import type { FastifyInstance } from 'fastify';
import { ApiError } from './errors.ts';

const localNames: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** @param host - the name or address the server was told to listen on; it is a name of its own too. */
export function refuseForeignPages(app: FastifyInstance, host: string): void {
  app.addHook('onRequest', async ({ headers }) => {
    const named = nameIn(`http://${headers.host ?? ''}`);
    if (named === null || !(localNames.has(named) || named === host)) throw new ApiError('api.host_unknown');
    const { origin } = headers;
    if (origin !== undefined && nameIn(origin) !== named) throw new ApiError('api.origin_foreign');
  });
}

function nameIn(url: string): string | null {
  return URL.canParse(url) ? new URL(url).hostname : null;
}
