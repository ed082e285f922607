import { ifMatch } from '../../../../src/client/client.ts';
import type { Decide } from '../../commands.ts';
import { lettrage } from '../../session.ts';
import type { Payment, PaymentPart } from '../../types.ts';

type Settlement = Readonly<{
  parts: readonly PaymentPart[];
  reason: string;
  /** Keep in mind that this payer pays for the customers of the items. */
  learnPayer?: boolean;
}>;

/** Uses a payment as the parts say, if it still is as it was seen. */
export const settle = (
  decide: Decide,
  ledger: string,
  payment: Payment,
  { learnPayer = false, parts, reason }: Settlement,
  onDone?: Parameters<Decide>[0]['onDone'],
): Promise<void> =>
  decide({
    ask: (key) =>
      lettrage.POST('/v1/ledgers/{ledger}/payments/{paymentId}/settle', {
        params: {
          path: { ledger, paymentId: payment.id },
          header: { 'Idempotency-Key': key, 'If-Match': ifMatch(payment.version) },
        },
        body: { parts: [...parts], reason, ...(learnPayer && { learnPayer }) },
      }),
    ...(onDone !== undefined && { onDone }),
  });

/** Of what a settlement answers: the customers for whom the payer was not known. */
export const unconfirmedIn = (outcome: unknown): readonly string[] =>
  typeof outcome === 'object' && outcome !== null && 'unconfirmed' in outcome && Array.isArray(outcome.unconfirmed)
    ? outcome.unconfirmed.map(String)
    : [];

/** Asks a second person to agree that an IBAN pays for a customer: nobody says so alone. */
export const confirmPayer = (
  decide: Decide,
  ledger: string,
  { customerId, iban, reason }: Readonly<{ customerId: string; iban: string; reason: string }>,
): Promise<void> =>
  decide({
    ask: (key) =>
      lettrage.POST('/v1/ledgers/{ledger}/customers/{customerId}/payers', {
        params: { path: { ledger, customerId }, header: { 'Idempotency-Key': key } },
        body: { iban, reason },
      }),
  });
