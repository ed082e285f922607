import { Type, type Static } from 'typebox';
import type { SourceState } from '../../workers/source-desk.ts';
import { countSchema, instantText, nullableObject, nullableText, oneOf, strictObject, textSchema } from './shared.ts';

const lastPullSchema = strictObject({
  endedAt: instantText,
  storedCount: countSchema,
  problems: Type.Array(textSchema, { description: 'Codes of what went wrong; docs/errors.md has the list.' }),
});

export const sourceSchema = strictObject(
  {
    name: textSchema,
    kind: oneOf(['folder', 'sftp']),
    pollSeconds: Type.Integer({ minimum: 1 }),
    lastArrivalAt: nullableText,
    isOverdue: Type.Boolean({ description: 'A file should have come by now.' }),
    lastPull: nullableObject(lastPullSchema),
  },
  { $id: 'Source', description: 'Where statement files are fetched from. What it is, the configuration says alone.' },
);

export const toSource = ({ lastArrivalAt, lastPull, ...source }: SourceState): Static<typeof sourceSchema> => ({
  ...source,
  lastArrivalAt: lastArrivalAt?.toISOString() ?? null,
  lastPull:
    lastPull === null
      ? null
      : { ...lastPull, endedAt: lastPull.endedAt.toISOString(), problems: [...lastPull.problems] },
});
