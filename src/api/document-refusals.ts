/**
 * Writes into the schema of every route who may use it, and what it may be refused with: the codes that follow from its
 * form, and its own. So the document lists them all, each with an example, and no route has to.
 */
import type { FastifyInstance, RouteOptions } from 'fastify';
import type { LedgerErrorCode } from '../ledger/errors.ts';
import type { ApiErrorCode } from './errors.ts';
import { ofCode } from './problem-json.ts';
import { problemSchema, type Problem } from './schemas/problem.ts';
import { shared } from './schemas/shared.ts';

type Code = ApiErrorCode | LedgerErrorCode;

/** For the whole server, before its routes are registered and before the document is made of them. */
export function documentRefusals(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    if (route.schema === undefined) return;
    const codes = [...new Set([...refusalsOfForm(route), ...(route.config?.refusals ?? [])])];
    const problems = codes.map((code) => ofCode(code, exampleId));
    const statuses = new Set(problems.map(({ status }) => status));
    const response = Object.fromEntries(
      [...statuses].map((status) => [status, answerOf(problems.filter((problem) => problem.status === status))]),
    );
    const permission = route.config?.permission ?? 'nobody';
    route.schema = {
      ...route.schema,
      ...(permission !== 'nobody' && { security: [{ bearer: [] }], 'x-permission': permission }),
      response: { ...asRecord(route.schema.response), ...response },
    };
  });
}

const exampleId = '9b2f6c1e-5f0a-4e0c-8d8e-2b1a7c3d4e5f';

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

function refusalsOfForm({ method, url, schema, config }: RouteOptions): readonly Code[] {
  const isAsked = config?.permission !== 'nobody';
  const isForRole = isAsked && config?.permission !== 'person';
  const takesBody = ['POST', 'PUT', 'PATCH'].includes(String(method));
  const takesCursor = 'after' in asRecord(asRecord(schema?.querystring)['properties']);
  const hasForm = schema?.params !== undefined || schema?.querystring !== undefined || schema?.body !== undefined;
  return [
    ...(hasForm ? (['api.request_invalid'] as const) : []),
    ...(takesCursor ? (['api.cursor_invalid'] as const) : []),
    ...(isAsked ? (['api.credentials_missing', 'api.credentials_refused', 'api.too_many_requests'] as const) : []),
    ...(isForRole ? (['api.permission_missing'] as const) : []),
    ...(url.includes('/:ledger') ? (['ledger.ledger_unknown'] as const) : []),
    ...(takesBody ? (['api.body_too_large', 'api.media_type_unsupported'] as const) : []),
  ];
}

function answerOf(problems: readonly Problem[]) {
  return {
    description: problems.map(({ code, title }) => `\`${code}\`: ${title}`).join('\n\n'),
    content: {
      'application/problem+json': {
        schema: shared(problemSchema),
        examples: Object.fromEntries(problems.map((problem) => [problem.code, { value: problem }])),
      },
    },
  };
}
