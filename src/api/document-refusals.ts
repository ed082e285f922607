/**
 * Writes into the schema of every route who may use it, and what it may be refused with: the codes that follow from its
 * form, and its own. So the document lists them all, each with an example, and no route has to. The example of a code
 * stands once in the document, and so does an answer that several operations give; operations refer to them.
 */
import type { FastifyDynamicSwaggerOptions, SwaggerTransform } from '@fastify/swagger';
import type { FastifyInstance, RouteOptions } from 'fastify';
import { ledgerErrors, type LedgerErrorCode } from '../ledger/errors.ts';
import { apiErrors, type ApiErrorCode } from './errors.ts';
import { ofCode } from './problem-json.ts';
import { problemSchema } from './schemas/problem.ts';
import { shared } from './schemas/shared.ts';

type Code = ApiErrorCode | LedgerErrorCode;

const errors = { ...apiErrors, ...ledgerErrors };
const exampleId = '9b2f6c1e-5f0a-4e0c-8d8e-2b1a7c3d4e5f';

/** A problem of each code, by the code: `components.examples` of the document. */
export const refusalExamples = Object.fromEntries(
  Object.keys(errors)
    .filter((code): code is Code => code in errors)
    .map((code) => [code, { value: ofCode(code, exampleId) }]),
);

/**
 * For the whole server, before its routes are registered and before the document is made of them. For the document alone:
 * `problem-json.ts` makes the answers. In the schemas of the routes each of them would be compiled at the start, which
 * took most of it.
 */
export function documentRefusals(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    if (route.schema === undefined) return;
    const { swaggerTransform: describe, ...config } = route.config ?? {};
    const more = refusalsOf(route);
    const swaggerTransform: SwaggerTransform = (asked) => {
      const { schema, url } = typeof describe === 'function' ? describe(asked) : asked;
      const response = { ...asRecord(schema?.response), ...more.response };
      return { schema: { ...schema, ...more, response }, url };
    };
    route.config = { ...config, swaggerTransform };
  });
}

function refusalsOf(route: RouteOptions) {
  const codes = [...new Set([...refusalsOfForm(route), ...(route.config?.refusals ?? [])])];
  const statuses = new Set(codes.map((code) => errors[code].status));
  const response = Object.fromEntries(
    [...statuses].map((status) => [status, answerOf(codes.filter((code) => errors[code].status === status))]),
  );
  const permission = route.config?.permission ?? 'nobody';
  return { ...(permission !== 'nobody' && { security: [{ bearer: [] }], 'x-permission': permission }), response };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const asRecord = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {});
const recordsIn = (value: unknown): readonly Record<string, unknown>[] =>
  Object.values(asRecord(value)).filter(isRecord);

function refusalsOfForm({ method, url, schema, config }: RouteOptions): readonly Code[] {
  const isAsked = config?.permission !== 'nobody';
  // Whoever has a role in a ledger may read it; for everybody else it is not there.
  const isForAnyRole = config?.permission === 'read' && url.includes('/:ledger');
  const isForRole = isAsked && config?.permission !== 'person' && !isForAnyRole;
  const takesBody = ['POST', 'PUT', 'PATCH'].includes(String(method));
  const takesCursor = 'after' in asRecord(asRecord(schema?.querystring)['properties']);
  const hasForm = schema?.params !== undefined || schema?.querystring !== undefined || schema?.body !== undefined;
  return [
    ...(hasForm ? (['api.request_invalid'] as const) : []),
    ...(takesCursor ? (['api.cursor_invalid'] as const) : []),
    ...(isAsked ? (['api.credentials_missing', 'api.credentials_refused', 'api.too_many_requests'] as const) : []),
    ...(isForRole ? (['api.permission_missing'] as const) : []),
    ...(url.includes('/:ledger') ? (['ledger.ledger_unknown'] as const) : []),
    ...(takesBody && config?.streams === undefined ? (['api.body_too_large'] as const) : []),
    ...(takesBody && config?.streams !== 'bytes' ? (['api.media_type_unsupported'] as const) : []),
  ];
}

function answerOf(codes: readonly Code[]) {
  return {
    description: codes.map((code) => `\`${code}\``).join(', '),
    content: {
      'application/problem+json': {
        schema: shared(problemSchema),
        examples: Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }])),
      },
    },
  };
}

/** Moves each refusal that several operations answer with to `components.responses`, named after its codes. */
export const shareRefusals: NonNullable<FastifyDynamicSwaggerOptions['transformObject']> = (made) => {
  if ('swaggerObject' in made) return made.swaggerObject;
  const { paths, components } = made.openapiObject;
  const answersOfAll = recordsIn(paths)
    .flatMap(recordsIn)
    .flatMap(({ responses }) => (isRecord(responses) ? [responses] : []));
  const names = answersOfAll.flatMap(Object.values).map(nameOf);
  const responses: Record<string, unknown> = {};
  for (const answers of answersOfAll)
    for (const [status, answer] of Object.entries(answers)) {
      const name = nameOf(answer);
      if (name === '' || names.indexOf(name) === names.lastIndexOf(name)) continue;
      responses[name] = answer;
      answers[status] = { $ref: `#/components/responses/${name}` };
    }
  return Object.assign(made.openapiObject, { components: { ...components, responses } });
};

/** The codes of a refusal; empty of any other answer. */
function nameOf(answer: unknown): string {
  const problem = asRecord(asRecord(asRecord(answer)['content'])['application/problem+json']);
  return Object.keys(asRecord(problem['examples'])).join('-or-');
}
