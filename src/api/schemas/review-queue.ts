import { Type, type Static } from 'typebox';
import type { QueuedPayment } from '../../ledger/queries/review-queue.ts';
import { proposalSchema, reviewReasonSchema, searchedSchema, toProposal } from './match.ts';
import { paymentSchema, toPayment } from './payment.ts';
import { countSchema, nullableObject, shared, strictObject } from './shared.ts';

export const queuedPaymentSchema = strictObject(
  {
    payment: shared(paymentSchema),
    reason: reviewReasonSchema,
    suggestions: Type.Array(shared(proposalSchema), { description: 'Best first; none when nothing was found.' }),
    failedGates: Type.Array(reviewReasonSchema, { description: 'What no score overrides, and did not hold.' }),
    searched: nullableObject(searchedSchema),
  },
  { $id: 'QueuedPayment', description: 'A payment that waits for a person, and what the engine would suggest.' },
);

export const reviewCountsSchema = strictObject(
  {
    paymentCount: countSchema,
    reasons: Type.Array(strictObject({ reason: reviewReasonSchema, paymentCount: countSchema }), {
      description: 'The reasons that occur, most frequent first.',
    }),
  },
  { $id: 'ReviewCounts', description: 'How many payments wait, by reason.' },
);

export const toQueuedPayment = ({
  payment,
  reason,
  suggestions,
  failedGates,
  searched,
}: QueuedPayment): Static<typeof queuedPaymentSchema> => ({
  payment: toPayment(payment),
  reason,
  suggestions: suggestions.map(toProposal),
  failedGates: [...failedGates],
  searched,
});
