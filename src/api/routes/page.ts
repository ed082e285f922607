/**
 * The web page: a handful of files made by the build, read once, given out by name from memory. No path of a request ever
 * touches the disk.
 *
 * @see OWASP Content Security Policy Cheat Sheet
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from '../errors.ts';

type PageFile = Readonly<{ bytes: Buffer; zipped: Buffer; type: string; tag: string }>;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Nothing from elsewhere, nothing inline, in nobody's frame. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** @param folder - with `index.html` and `assets/`; null, or not there: the service has no page. */
export const pageRoutes: FastifyPluginAsync<{ folder: string | null }> = async (app, { folder }) => {
  const files = folder === null ? new Map<string, PageFile>() : await readFiles(folder);
  const config = { permission: 'nobody' } as const;
  const hidden = { hide: true };

  const give = (name: string, request: FastifyRequest, reply: FastifyReply) => {
    const file = files.get(name);
    if (file === undefined) throw new ApiError('api.route_unknown');
    void reply
      .type(file.type)
      .header('etag', file.tag)
      // Names under assets/ are of their content; the page itself is asked for each time.
      .header('cache-control', name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
      .header('content-security-policy', policy)
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'no-referrer')
      .header('vary', 'accept-encoding');
    if (request.headers['if-none-match'] === file.tag) return reply.code(304).send();
    const isZipped = (request.headers['accept-encoding'] ?? '').includes('gzip');
    return isZipped ? reply.header('content-encoding', 'gzip').send(file.zipped) : reply.send(file.bytes);
  };

  app.get('/', { config, schema: hidden }, (request, reply) => give('index.html', request, reply));
  app.get('/favicon.svg', { config, schema: hidden }, (request, reply) => give('favicon.svg', request, reply));
  app.get<{ Params: { name: string } }>('/assets/:name', { config, schema: hidden }, (request, reply) =>
    give(`assets/${request.params.name}`, request, reply),
  );
};

async function readFiles(folder: string): Promise<ReadonlyMap<string, PageFile>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = new Map<string, PageFile>();
  for (const entry of names) {
    const type = types[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    const tag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
    files.set(path.slice(join(folder, '/').length).replaceAll('\\', '/'), {
      bytes,
      zipped: gzipSync(bytes),
      type,
      tag,
    });
  }
  return files;
}
