import { ifMatch } from '../../../../src/client/client.ts';
import type { Decide } from '../../commands.ts';
import { lettrage } from '../../session.ts';
import type { Payment, PaymentPart } from '../../types.ts';

/** Uses a payment as the parts say, if it still is as it was seen. */
export const settle = (
  decide: Decide,
  ledger: string,
  payment: Payment,
  { parts, reason }: Readonly<{ parts: readonly PaymentPart[]; reason: string }>,
  onDone?: Parameters<Decide>[0]['onDone'],
): Promise<void> =>
  decide({
    ask: (key) =>
      lettrage.POST('/v1/ledgers/{ledger}/payments/{paymentId}/settle', {
        params: {
          path: { ledger, paymentId: payment.id },
          header: { 'Idempotency-Key': key, 'If-Match': ifMatch(payment.version) },
        },
        body: { parts: [...parts], reason },
      }),
    ...(onDone !== undefined && { onDone }),
  });
