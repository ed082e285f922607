/** For whoever runs the service: is it up, can it work, what does it offer. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { ApiError } from '../errors.ts';
import type { measure } from '../metrics.ts';
import { referencePage, referenceStyle } from '../reference-page.ts';
import { oneOf, strictObject } from '../schemas/shared.ts';
import type { ServerOptions } from '../server.ts';

export const serviceRoutes: FastifyPluginAsyncTypebox<ServerOptions> = async (app, { isReady }) => {
  const tags = ['service'];

  app.get(
    '/health',
    {
      config: { permission: 'nobody' },
      schema: {
        operationId: 'getHealth',
        summary: 'Is the process up? Says nothing of the database.',
        tags,
        response: { 200: strictObject({ status: oneOf(['up']) }, { description: 'It is.' }) },
      },
    },
    async () => ({ status: 'up' as const }),
  );

  app.get(
    '/ready',
    {
      config: { permission: 'nobody', refusals: ['api.not_ready'] },
      schema: {
        operationId: 'getReadiness',
        summary: 'Can the service work: does the database answer, and is it to go on?',
        tags,
        response: {
          200: strictObject({ status: oneOf(['ready']) }, { description: 'It does.' }),
        },
      },
    },
    async () => {
      const ready = await isReady().catch(() => false);
      if (!ready) throw new ApiError('api.not_ready');
      return { status: 'ready' as const };
    },
  );

  app.get('/openapi.json', { schema: { hide: true }, config: { permission: 'nobody' } }, async () => app.swagger());
  let page: string | null = null;
  app.get('/reference', { schema: { hide: true }, config: { permission: 'nobody' } }, async (_request, reply) => {
    page ??= referencePage({ ...app.swagger() });
    return asPage(reply, 'text/html; charset=utf-8').send(page);
  });
  app.get('/reference.css', { schema: { hide: true }, config: { permission: 'nobody' } }, async (_request, reply) =>
    asPage(reply, 'text/css; charset=utf-8').send(referenceStyle),
  );
};

/** Runs nothing and fetches nothing but its style. */
const asPage = (reply: FastifyReply, type: string): FastifyReply =>
  reply
    .type(type)
    .header(
      'content-security-policy',
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    )
    .header('cache-control', 'no-cache')
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'no-referrer');

/** For Prometheus: of all ledgers, so for who may read all of them. */
export function addMetrics(app: FastifyInstance, metrics: ReturnType<typeof measure>): void {
  app.get(
    '/metrics',
    {
      config: { permission: 'read' },
      schema: {
        operationId: 'getMetrics',
        summary: 'Give the figures of the service, as Prometheus reads them.',
        tags: ['service'],
        response: {
          200: {
            description: 'Text of Prometheus; docs/operations.md says what to watch.',
            content: { 'text/plain': { schema: Type.String() } },
          },
        },
      },
    },
    async (_request, reply) => reply.header('content-type', metrics.contentType).send(await metrics.read()),
  );
}
