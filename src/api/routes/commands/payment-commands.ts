/** What becomes of a payment. */
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { OpenItemId } from '../../../domain/ids.ts';
import { customerIdSchema, paymentPartSchema, plainAmount } from '../../schemas/command.ts';
import {
  matchRunIdSchema,
  nullableText,
  oneOf,
  exampleId,
  openItemIdSchema,
  paymentIdSchema,
  shared,
  strictObject,
  uuidSchema,
} from '../../schemas/shared.ts';
import type { ServerOptions } from '../../server.ts';
import { addCommand } from './command-route.ts';
import { paymentRefusals, settlementRefusals } from './refusals.ts';

const tag = 'payments';
const ofPayment = { paymentId: paymentIdSchema };
const ofProposal = { ...ofPayment, matchRunId: matchRunIdSchema, index: Type.Integer({ minimum: 0, maximum: 99 }) };
const proposalPath = '/payments/:paymentId/proposals/:matchRunId/:index';

const exampleItem = {
  openItemId: exampleId as OpenItemId,
  residual: '1200.00',
};
const used = strictObject({
  postingId: uuidSchema,
  version: Type.Integer({ description: 'Of the payment, from now on.' }),
  unconfirmed: Type.Array(customerIdSchema, {
    description: 'Customers for whom this payer is not known yet; to learn that takes two people.',
  }),
});

/** Routes under `/payments/{paymentId}`. */
export function addPaymentCommands(app: FastifyInstance, options: ServerOptions): void {
  addCommand(app, options, {
    kind: 'settle_payment',
    method: 'POST',
    path: '/payments/:paymentId/settle',
    operationId: 'settlePayment',
    summary: 'Use a payment, or parts of it: for open items, on account, as an advance, or as no receivable at all.',
    description:
      'One posting, all parts or none. Each line says what was left of the item when it was looked at, what is cleared ' +
      'of it, and which differences (discount, write-off, bank charge, retention) are not paid.',
    tag,
    params: ofPayment,
    isVersioned: true,
    body: {
      parts: Type.Array(shared(paymentPartSchema), { minItems: 1, maxItems: 200 }),
      learnPayer: Type.Optional(
        Type.Boolean({ description: 'Keep in mind that this payer pays for the customer of the items.' }),
      ),
    },
    example: { parts: [{ use: 'items', lines: [{ ...exampleItem, cleared: '1200.00' }] }] },
    outcome: used,
    refusals: [
      ...settlementRefusals,
      ...paymentRefusals,
      'ledger.settlement_unbalanced',
      'ledger.side_mismatch',
      'ledger.currencies_mixed',
      'ledger.over_and_under',
      'ledger.vat_unknown',
      'ledger.account_refused',
    ],
    toRequest: ({ params: { paymentId }, body: { parts, learnPayer }, version }) => ({
      paymentId,
      version,
      parts,
      ...(learnPayer !== undefined && { learnPayer }),
    }),
  });

  addCommand(app, options, {
    kind: 'accept_proposal',
    method: 'POST',
    path: `${proposalPath}/accept`,
    operationId: 'acceptProposal',
    summary: 'Apply a suggestion of the engine as it stands.',
    tag,
    params: ofProposal,
    isVersioned: true,
    body: { rest: oneOf(['leave', 'on_account'], { description: 'What becomes of what is left over.' }) },
    example: { rest: 'leave' },
    outcome: used,
    refusals: paymentRefusals,
    toRequest: ({ params: { paymentId, matchRunId, index }, body: { rest }, version }) => ({
      paymentId,
      version,
      matchRunId,
      index,
      rest,
    }),
  });

  addCommand(app, options, {
    kind: 'decline_proposal',
    method: 'POST',
    path: `${proposalPath}/decline`,
    operationId: 'declineProposal',
    summary: 'Say that a suggestion is wrong: it is not made again for this payment.',
    tag,
    params: ofProposal,
    isVersioned: false,
    body: {},
    example: {},
    outcome: strictObject({ declinedCount: Type.Integer() }),
    refusals: ['ledger.not_found'],
    toRequest: ({ params: { paymentId, matchRunId, index } }) => ({ paymentId, matchRunId, index }),
  });

  addCommand(app, options, {
    kind: 'apply_collection',
    method: 'POST',
    path: '/payments/:paymentId/apply-collection',
    operationId: 'applyCollection',
    summary: 'Say which collection of direct debits, or which debit of it, a payment brought in.',
    tag,
    params: ofPayment,
    isVersioned: true,
    body: {
      reference: Type.String({ minLength: 1, maxLength: 100 }),
      endToEndId: Type.Optional(Type.String({ minLength: 1, maxLength: 100, description: 'One debit; absent: all.' })),
    },
    example: { reference: 'PRLV-2026-03' },
    outcome: strictObject({ postingId: uuidSchema, version: Type.Integer() }),
    refusals: ['ledger.not_found', 'ledger.collection_differs', 'ledger.item_overpaid'],
    toRequest: ({ params: { paymentId }, body: { reference, endToEndId }, version }) => ({
      paymentId,
      version,
      reference,
      ...(endToEndId !== undefined && { endToEndId }),
    }),
  });

  addCommand(app, options, {
    kind: 'return_payment',
    method: 'POST',
    path: '/payments/:paymentId/return',
    operationId: 'returnPayment',
    summary: 'Say that a payment takes back what another paid: the items are open again, with their old due dates.',
    tag,
    params: ofPayment,
    isVersioned: true,
    body: {
      postingId: { ...uuidSchema, description: 'By which the other payment was used.' },
      lines: Type.Array(strictObject({ openItemId: openItemIdSchema, amount: plainAmount }), {
        minItems: 1,
        maxItems: 2_000,
      }),
      fee: Type.Optional({ ...plainAmount, description: 'What the bank kept of the same amount.' }),
    },
    example: {
      postingId: exampleId,
      lines: [{ openItemId: exampleId as OpenItemId, amount: '1200.00' }],
    },
    outcome: strictObject({ postingId: uuidSchema, version: Type.Integer(), returnReason: nullableText }),
    refusals: [
      'ledger.not_found',
      'ledger.posting_not_reversible',
      'ledger.return_exceeds',
      'ledger.payment_overdrawn',
      'ledger.amount_invalid',
      'ledger.side_mismatch',
      'ledger.currencies_mixed',
    ],
    toRequest: ({ params: { paymentId }, body: { postingId, lines, fee }, version }) => ({
      paymentId,
      version,
      postingId,
      lines,
      ...(fee !== undefined && { fee }),
    }),
  });
}
