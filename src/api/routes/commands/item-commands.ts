/** What becomes of open items without money, and how a posting is taken back. */
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { CustomerId, OpenItemId } from '../../../domain/ids.ts';
import { clearedItemSchema, customerIdSchema, plainAmount, seenItemSchema } from '../../schemas/command.ts';
import { exampleId, openItemIdSchema, strictObject, uuidSchema } from '../../schemas/shared.ts';
import type { ServerOptions } from '../../server.ts';
import { addCommand } from './command-route.ts';
import { settlementRefusals } from './refusals.ts';

const tag = 'open items';
const ofItem = { openItemId: openItemIdSchema };
const { residual } = seenItemSchema.properties;
const posted = strictObject({ postingId: uuidSchema });
const postedItem = strictObject({ postingId: uuidSchema, openItemId: { ...uuidSchema, description: 'Made by it.' } });
const exampleCustomer = { toCustomerId: exampleId as CustomerId };

/** Routes under `/open-items` and `/postings`. */
export function addItemCommands(app: FastifyInstance, options: ServerOptions): void {
  addCommand(app, options, {
    kind: 'net_items',
    method: 'POST',
    path: '/open-items/net',
    operationId: 'netItems',
    summary: 'Clear invoices and credit notes of one customer against each other, without money.',
    tag,
    params: {},
    isVersioned: false,
    body: { lines: Type.Array(clearedItemSchema, { minItems: 2, maxItems: 2_000 }) },
    example: {
      lines: [
        { openItemId: exampleId as OpenItemId, residual: '1200.00', cleared: '200.00' },
        { openItemId: '1c2d3e4f-5061-8b72-9384-a5b6c7d8e9f0' as OpenItemId, residual: '200.00', cleared: '200.00' },
      ],
    },
    outcome: posted,
    refusals: [...settlementRefusals, 'ledger.settlement_unbalanced', 'ledger.several_customers'],
    toRequest: ({ body: { lines } }) => ({ lines }),
  });

  addCommand(app, options, {
    kind: 'write_off',
    method: 'POST',
    path: '/open-items/:openItemId/write-off',
    operationId: 'writeOff',
    summary: 'Write an amount of an item off, within the limits of the ledger.',
    tag,
    params: ofItem,
    isVersioned: false,
    body: { residual, amount: plainAmount },
    example: { residual: '0.02', amount: '0.02' },
    outcome: posted,
    refusals: [...settlementRefusals, 'ledger.base_value_unknown', 'ledger.write_off_over_limit'],
    toRequest: ({ params: { openItemId }, body: { residual, amount } }) => ({ openItemId, residual, amount }),
  });

  addCommand(app, options, {
    kind: 'transfer_item',
    method: 'POST',
    path: '/open-items/:openItemId/transfer',
    operationId: 'transferItem',
    summary: 'Move a claim, or money on account, to another customer.',
    tag,
    params: ofItem,
    isVersioned: false,
    body: { residual, amount: plainAmount, toCustomerId: customerIdSchema },
    example: { residual: '500.00', amount: '500.00', ...exampleCustomer },
    outcome: postedItem,
    refusals: [...settlementRefusals, 'ledger.base_value_unknown', 'ledger.same_customer'],
    toRequest: ({ params: { openItemId }, body: { residual, amount, toCustomerId } }) => ({
      openItemId,
      residual,
      amount,
      toCustomerId,
    }),
  });

  addCommand(app, options, {
    kind: 'refund_credit',
    method: 'POST',
    path: '/open-items/:openItemId/refund',
    operationId: 'refundCredit',
    summary: 'Pay a credit of the customer back: it waits, as owed, for the payment that does it.',
    tag,
    params: ofItem,
    isVersioned: false,
    body: { residual, amount: plainAmount },
    example: { residual: '80.00', amount: '80.00' },
    outcome: postedItem,
    refusals: [...settlementRefusals, 'ledger.base_value_unknown', 'ledger.side_mismatch'],
    toRequest: ({ params: { openItemId }, body: { residual, amount } }) => ({ openItemId, residual, amount }),
  });

  addCommand(app, options, {
    kind: 'reverse_posting',
    method: 'POST',
    path: '/postings/:postingId/reverse',
    operationId: 'reversePosting',
    summary: 'Take a posting back, whole: an undo that an auditor can follow.',
    tag: 'postings',
    params: { postingId: uuidSchema },
    isVersioned: false,
    body: {},
    example: {},
    outcome: posted,
    refusals: ['ledger.not_found', 'ledger.posting_not_reversible', 'ledger.posting_built_on'],
    toRequest: ({ params: { postingId } }) => ({ postingId }),
  });
}
