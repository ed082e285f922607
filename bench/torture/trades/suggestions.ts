/** What matching suggested for a payment, before anybody looked: taken as it stands, or turned down. */
import type { PaymentPart } from '../../../src/domain/command.ts';
import type { PaymentId } from '../../../src/domain/ids.ts';
import type { Random } from '../../../test/support/random.ts';
import { chance, decimal, known, type Foreseen, type Model, type Trade } from '../model.ts';
import { foreseeSettlement } from './settle.ts';

/** Mostly a payment whose suggestion is still as it was made; null: all are overtaken. */
function pickPayment({ payments, suggestions, items }: Model, random: Random): PaymentId | null {
  if (chance(6, random))
    return random.pick([...(chance(50, random) || suggestions.size === 0 ? payments : suggestions).keys()]);
  const fresh = [...suggestions].filter(
    ([paymentId, { itemId, minor }]) =>
      known(items, itemId).residualMinor === minor && known(payments, paymentId).unappliedMinor >= minor,
  );
  return fresh.length === 0 ? null : random.pick(fresh)[0];
}

/** There is one suggestion a payment. */
const missing = { refusals: new Set(['ledger.not_found']), effects: [] } satisfies Foreseen;

export const acceptSuggestion: Trade<'accept_proposal'> = {
  kind: 'accept_proposal',
  weight: 3,
  make(model, random) {
    const paymentId = pickPayment(model, random);
    if (paymentId === null || model.matchRunId === null) return null;
    const seen = known(model.payments, paymentId).version - (chance(4, random) ? 1 : 0);
    const index = chance(4, random) ? 1 : 0;
    const rest = random.pick(['leave', 'on_account'] as const);
    return { paymentId, version: seen, matchRunId: model.matchRunId, index, rest };
  },
  foresee(model, { paymentId, version, index, rest }, commandId) {
    const payment = known(model.payments, paymentId);
    const suggestion = model.suggestions.get(paymentId);
    if (suggestion === undefined || index !== 0)
      return payment.version === version ? missing : { ...missing, refusals: new Set(['ledger.stale']) };
    const { itemId, minor } = suggestion;
    const amount = decimal(minor, payment.currency);
    const parts: PaymentPart[] = [{ use: 'items', lines: [{ openItemId: itemId, residual: amount, cleared: amount }] }];
    const left = payment.unappliedMinor - minor;
    const { customerId } = known(model.items, itemId);
    if (rest === 'on_account' && left > 0n)
      parts.push({ use: 'on_account', customerId, amount: decimal(left, payment.currency) });
    return foreseeSettlement(model, { paymentId, version, parts }, commandId);
  },
};

export const declineSuggestion: Trade<'decline_proposal'> = {
  kind: 'decline_proposal',
  weight: 1,
  make(model, random) {
    const paymentId = pickPayment(model, random);
    if (paymentId === null || model.matchRunId === null) return null;
    return { paymentId, matchRunId: model.matchRunId, index: chance(4, random) ? 1 : 0 };
  },
  foresee: ({ suggestions }, { paymentId, index }) =>
    suggestions.has(paymentId) && index === 0 ? { refusals: new Set(), effects: [] } : missing,
};
