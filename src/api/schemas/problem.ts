import { Type, type Static } from 'typebox';
import { oneOf, shared, strictObject } from './shared.ts';

export const faultSchema = strictObject(
  {
    in: oneOf(['path', 'query', 'header', 'body']),
    at: Type.String({ description: 'JSON Pointer to what is wrong.', examples: ['/limit'] }),
    says: Type.String({ examples: ['must be <= 200'] }),
  },
  { $id: 'Fault', description: 'One thing that is wrong with the request.' },
);
export type Fault = Static<typeof faultSchema>;

/** RFC 9457, with the code that programs compare. */
export const problemSchema = strictObject(
  {
    type: Type.String({ format: 'uri-reference', examples: ['/errors/ledger.ledger_unknown'] }),
    title: Type.String({ description: 'The same sentence whenever this code is given.' }),
    status: Type.Integer(),
    detail: Type.String({ description: 'What happened here.' }),
    code: Type.String({ description: 'Stable; listed in docs/errors.md.', examples: ['ledger.ledger_unknown'] }),
    instance: Type.String({ description: "The request's id, which its log lines carry as `requestId`." }),
    details: Type.Optional(Type.Record(Type.String(), Type.String(), { description: 'The values the code is about.' })),
    faults: Type.Optional(Type.Array(shared(faultSchema))),
  },
  { $id: 'Problem', description: 'A problem document (RFC 9457).' },
);
export type Problem = Static<typeof problemSchema>;

const descriptions = {
  400: 'The request is not valid.',
  404: 'There is no such ledger, or no such record in it.',
  409: 'The record is not in a state that allows this.',
  413: 'The body is too large.',
  415: 'The body is of a Content-Type that this route does not read.',
  422: 'It is understood, and refused: see `code`.',
  503: 'Not now: try again shortly.',
} as const;

/** Entries of `schema.response` for what can go wrong. Any route can also answer 403, 421 and 500: the document's head says so. */
export const problems = (...statuses: readonly (keyof typeof descriptions)[]): Record<number, unknown> =>
  Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: descriptions[status],
        content: { 'application/problem+json': { schema: shared(problemSchema) } },
      },
    ]),
  );
