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
