import { Type, type Static } from 'typebox';
import type { MatchRunRecord } from '../../ledger/queries/match-runs.ts';
import { countSchema, instantText, oneOf, strictObject, textSchema, uuidSchema } from './shared.ts';

export const matchRunSchema = strictObject(
  {
    id: uuidSchema,
    runNumber: countSchema,
    state: oneOf(['applying', 'applied'], { description: '`applied` when no chunk is left.' }),
    currency: textSchema,
    engine: textSchema,
    decidedAt: instantText,
    paymentCount: Type.Integer({ minimum: 0, description: 'Payments that the run decided on.' }),
    chunkCount: countSchema,
    appliedChunkCount: countSchema,
    appliedCount: Type.Integer({ minimum: 0, description: 'Payments applied so far.' }),
    reviewCount: Type.Integer({ minimum: 0, description: 'Payments put into the review queue so far.' }),
  },
  { $id: 'MatchRun', description: 'A run over the payments of one currency, and how far it is applied.' },
);

export const matchingRequestedSchema = strictObject(
  { currencies: Type.Array(textSchema, { description: 'Those with unapplied payments: one run each.' }) },
  { $id: 'MatchingRequested', description: 'The runs that will be made.' },
);

export const toMatchRun = ({ decidedAt, ...run }: MatchRunRecord): Static<typeof matchRunSchema> => ({
  ...run,
  state: run.appliedChunkCount === run.chunkCount ? 'applied' : 'applying',
  decidedAt: decidedAt.toISOString(),
});
