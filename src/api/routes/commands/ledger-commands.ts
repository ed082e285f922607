/** The limits and the calendar of a ledger, and whose account a payer's IBAN is. */
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { LocalDate } from '../../../domain/local-date.ts';
import { customerIdSchema, limitAmount } from '../../schemas/command.ts';
import { countSchema, dayText, daySchema, strictObject } from '../../schemas/shared.ts';
import type { ServerOptions } from '../../server.ts';
import { addCommand } from './command-route.ts';

/** Routes of what governs a ledger. */
export function addLedgerCommands(app: FastifyInstance, options: ServerOptions): void {
  addCommand(app, options, {
    kind: 'set_tolerances',
    method: 'PUT',
    path: '/tolerances',
    operationId: 'setTolerances',
    summary: 'Set what may be written off, and from which amount on two people are needed. Takes two people itself.',
    tag: 'tolerances',
    params: {},
    isVersioned: false,
    body: {
      writeOff: limitAmount('The most that is written off of one document'),
      writeOffBp: Type.Integer({ minimum: 0, maximum: 10_000, description: 'And the share of it, in 1/10,000.' }),
      writeOffMonthly: limitAmount('The most of one customer in a calendar month'),
      approveWriteOff: limitAmount('Above, a write-off needs a second person'),
      approveRefund: limitAmount('Above, a refund does'),
      approveTransfer: limitAmount('Above, a transfer between customers does'),
    },
    example: {
      writeOff: '5.00',
      writeOffBp: 100,
      writeOffMonthly: '20.00',
      approveWriteOff: '2.00',
      approveRefund: '500.00',
      approveTransfer: '1000.00',
    },
    outcome: strictObject({ version: Type.Integer() }),
    refusals: ['ledger.amount_invalid'],
    toRequest: ({ body }) => body,
  });

  addCommand(app, options, {
    kind: 'close_period',
    method: 'POST',
    path: '/period-closes',
    operationId: 'closePeriod',
    summary: 'Close the books up to a day: nothing is dated on it or before from now on.',
    tag: 'tolerances',
    params: {},
    isVersioned: false,
    body: { closedThrough: daySchema },
    example: { closedThrough: '2026-03-31' as LocalDate },
    outcome: strictObject({ closedThrough: dayText }),
    refusals: ['ledger.period_not_forward'],
    toRequest: ({ body: { closedThrough } }) => ({ closedThrough }),
  });

  addCommand(app, options, {
    kind: 'confirm_payer',
    method: 'POST',
    path: '/customers/:customerId/payers',
    operationId: 'confirmPayer',
    summary: 'Say that an IBAN pays for a customer. Takes two people: it is how money is led astray.',
    tag: 'customers',
    params: { customerId: customerIdSchema },
    isVersioned: false,
    body: { iban: Type.String({ minLength: 15, maxLength: 42, examples: ['FR7630006000011234567890189'] }) },
    example: { iban: 'FR7630006000011234567890189' },
    outcome: strictObject({ confirmedCount: countSchema }),
    refusals: ['ledger.not_found', 'ledger.iban_invalid'],
    toRequest: ({ params: { customerId }, body: { iban } }) => ({ customerId, iban }),
  });
}
