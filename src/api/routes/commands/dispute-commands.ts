/** Disputes: opened, changed, resolved, opened again. */
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { OpenItemId } from '../../../domain/ids.ts';
import { disputeCategories, disputeOrigins, disputeResolutions } from '../../../domain/dispute.ts';
import { commentSchema, plainAmount, seenItemSchema } from '../../schemas/command.ts';
import {
  daySchema,
  nullable,
  nullableObject,
  oneOf,
  exampleId,
  paymentIdSchema,
  strictObject,
  textSchema,
  uuidSchema,
} from '../../schemas/shared.ts';
import type { ServerOptions } from '../../server.ts';
import { addCommand } from './command-route.ts';

const tag = 'disputes';
const ofDispute = { disputeId: uuidSchema };
const categorySchema = oneOf(disputeCategories, {
  description: 'A invoicing, B delivery or service, C administration, D solvency, E nobody chased it.',
});
const personSchema = Type.String({ minLength: 1, maxLength: 100 });
const codeSchema = Type.String({ minLength: 1, maxLength: 40, examples: ['price'] });
const versionOutcome = Type.Integer({ description: 'Of the dispute, from now on.' });

/** Routes under `/disputes`. */
export function addDisputeCommands(app: FastifyInstance, options: ServerOptions): void {
  addCommand(app, options, {
    kind: 'open_dispute',
    method: 'POST',
    path: '/disputes',
    operationId: 'openDispute',
    summary: 'Open a dispute about an amount of an open item.',
    tag,
    params: {},
    isVersioned: false,
    body: {
      ...seenItemSchema.properties,
      amount: plainAmount,
      openedFrom: oneOf(disputeOrigins),
      paymentId: Type.Optional(paymentIdSchema),
      category: categorySchema,
      reasonCode: codeSchema,
      owner: Type.Optional(personSchema),
      dueDate: Type.Optional(daySchema),
      comment: Type.Optional(commentSchema),
    },
    example: {
      openItemId: exampleId as OpenItemId,
      residual: '120.00',
      amount: '120.00',
      openedFrom: 'short_payment',
      category: 'A',
      reasonCode: 'price',
    },
    outcome: strictObject({ disputeId: uuidSchema, version: versionOutcome }),
    refusals: [
      'ledger.not_found',
      'ledger.stale',
      'ledger.amount_invalid',
      'ledger.item_not_disputable',
      'ledger.dispute_reason_unknown',
    ],
    toRequest: ({ body }) => body,
  });

  addCommand(app, options, {
    kind: 'change_dispute',
    method: 'POST',
    path: '/disputes/:disputeId/change',
    operationId: 'changeDispute',
    summary: 'Comment on a dispute, hand it over, reschedule it, or correct its cause or amount.',
    tag,
    params: ofDispute,
    isVersioned: true,
    body: {
      comment: Type.Optional(commentSchema),
      owner: Type.Optional(nullable(personSchema)),
      department: Type.Optional(nullable(personSchema)),
      dueDate: Type.Optional(nullableObject(daySchema)),
      category: Type.Optional(categorySchema),
      reasonCode: Type.Optional(codeSchema),
      amount: Type.Optional(plainAmount),
    },
    example: { comment: 'Delivery note asked for.', owner: 'claire.martin' },
    outcome: strictObject({ version: versionOutcome }),
    refusals: [
      'ledger.not_found',
      'ledger.dispute_resolved',
      'ledger.dispute_unchanged',
      'ledger.dispute_reason_unknown',
      'ledger.item_not_disputable',
      'ledger.amount_invalid',
    ],
    toRequest: ({ params: { disputeId }, body, version }) => ({
      disputeId,
      version,
      ...body,
    }),
  });

  addCommand(app, options, {
    kind: 'resolve_dispute',
    method: 'POST',
    path: '/disputes/:disputeId/resolve',
    operationId: 'resolveDispute',
    summary: 'End a dispute: by a credit note, a write-off, a payment, or by rejecting it.',
    description: 'But for a rejection, the amount has been cleared of the item; or `credit` names the credit note.',
    tag,
    params: ofDispute,
    isVersioned: true,
    body: {
      resolution: oneOf(disputeResolutions),
      credit: Type.Optional(seenItemSchema),
      comment: Type.Optional(commentSchema),
    },
    example: { resolution: 'payment' },
    outcome: strictObject({ version: versionOutcome, postingId: Type.Optional(uuidSchema) }),
    refusals: [
      'ledger.not_found',
      'ledger.dispute_resolved',
      'ledger.dispute_not_cleared',
      'ledger.several_customers',
      'ledger.settlement_unbalanced',
      'ledger.item_overpaid',
      'ledger.write_off_over_limit',
      'ledger.base_value_unknown',
    ],
    toRequest: ({ params: { disputeId }, body: { resolution, credit, comment }, version }) => {
      const common = { disputeId, version, ...(comment !== undefined && { comment }) };
      return resolution === 'credit_note'
        ? { ...common, resolution, ...(credit !== undefined && { credit }) }
        : { ...common, resolution };
    },
  });

  addCommand(app, options, {
    kind: 'reopen_dispute',
    method: 'POST',
    path: '/disputes/:disputeId/reopen',
    operationId: 'reopenDispute',
    summary: 'Open a resolved dispute again.',
    tag,
    params: ofDispute,
    isVersioned: true,
    body: { comment: Type.Optional(commentSchema) },
    example: { comment: 'The credit note was for another invoice.' },
    outcome: strictObject({ version: versionOutcome, amount: textSchema }),
    refusals: ['ledger.not_found', 'ledger.dispute_open', 'ledger.item_not_disputable'],
    toRequest: ({ params: { disputeId }, body: { comment }, version }) => ({
      disputeId,
      version,
      ...(comment !== undefined && { comment }),
    }),
  });

  addCommand(app, options, {
    kind: 'set_dispute_reason',
    method: 'PUT',
    path: '/dispute-reasons/:code',
    operationId: 'setDisputeReason',
    summary: "Add a reason of the ledger's own, or give one another name or department.",
    tag,
    params: { code: codeSchema },
    isVersioned: false,
    body: { category: categorySchema, label: personSchema, department: Type.Optional(personSchema) },
    example: { category: 'B', label: 'Broken in transit', department: 'Logistics' },
    outcome: strictObject({
      code: textSchema,
      category: categorySchema,
      label: textSchema,
      department: nullable(textSchema),
    }),
    refusals: ['ledger.dispute_reason_moved'],
    toRequest: ({ params: { code }, body: { category, label, department } }) => ({
      code,
      category,
      label,
      ...(department !== undefined && { department }),
    }),
  });
}
