import { Type, type Static } from 'typebox';
import type { WebhookState } from '../../ledger/queries/webhooks.ts';
import { instantText, nullable, nullableText, strictObject, textSchema } from './shared.ts';

export const webhookSchema = strictObject(
  {
    name: textSchema,
    lag: nullable(
      Type.Integer({ minimum: 0, description: 'Events that it was not sent yet; null: before the first look.' }),
    ),
    attempt: Type.Integer({ minimum: 0, description: 'How often the next delivery failed so far.' }),
    nextAttemptAt: nullableText,
    problem: nullableText,
    deadLetters: Type.Array(
      strictObject({
        id: textSchema,
        fromSequence: textSchema,
        throughSequence: textSchema,
        problem: textSchema,
        failedAt: instantText,
        resentAt: nullableText,
      }),
      { description: 'The latest hundred, latest first.' },
    ),
  },
  { $id: 'Webhook', description: 'A receiver, and how far it was told.' },
);

export const toWebhook = ({
  lag,
  nextAttemptAt,
  deadLetters,
  ...state
}: WebhookState): Static<typeof webhookSchema> => ({
  ...state,
  lag: lag === null ? null : Number(lag),
  nextAttemptAt: nextAttemptAt?.toISOString() ?? null,
  deadLetters: deadLetters.map(({ failedAt, resentAt, ...letter }) => ({
    ...letter,
    failedAt: failedAt.toISOString(),
    resentAt: resentAt?.toISOString() ?? null,
  })),
});
