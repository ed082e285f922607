/** What a command is asked with, in parts that several share, and what it is answered with. */
import { Type, type TObject } from 'typebox';
import { otherPurposes } from '../../domain/command.ts';
import type { CustomerId } from '../../domain/ids.ts';
import type { CommandResult } from '../../ledger/commands/carry-out.ts';
import {
  daySchema,
  nullableObject,
  oneOf,
  openItemIdSchema,
  shared,
  strictObject,
  textSchema,
  uuidSchema,
} from './shared.ts';

/** Greater than zero, with no more digits than the currency has. */
const amountPattern = '^\\d{1,15}(\\.\\d{1,3})?$';
export const plainAmount = Type.String({
  pattern: amountPattern,
  examples: ['120.50'],
  description: 'A decimal > 0, in the currency of the payment or item that it is about.',
});
/** Zero means: not at all. */
export const limitAmount = (description: string) =>
  Type.String({ pattern: amountPattern, description: `${description}, in the base currency.` });
export const customerIdSchema = Type.Unsafe<CustomerId>(uuidSchema);
export const exampleReason = 'Agreed on the phone with Mme Martin.';
export const reasonSchema = Type.String({
  minLength: 1,
  maxLength: 500,
  description: 'Why: kept in the audit chain for the auditor.',
  examples: [exampleReason],
});
export const commentSchema = Type.String({ minLength: 1, maxLength: 2_000 });

/** What a person saw of an item: refused when it is no longer so. */
const seenResidual = { ...plainAmount, description: 'What was left of the item when it was looked at.' };

export const differenceSchema = Type.Union(
  [
    strictObject({ as: oneOf(['write_off', 'bank_charge']), amount: plainAmount }),
    strictObject({
      as: oneOf(['discount']),
      amount: plainAmount,
      vat: oneOf(['net', 'gross'], { description: '`net` corrects the VAT by the rates of the document.' }),
      late: Type.Optional(Type.Boolean({ description: 'Granted although its day is over.' })),
    }),
    strictObject({ as: oneOf(['retention']), amount: plainAmount, dueDate: daySchema }),
  ],
  { $id: 'Difference', description: 'What is cleared of an item without having been paid, and what becomes of it.' },
);

export const seenItemSchema = strictObject({ openItemId: openItemIdSchema, residual: seenResidual });
export const clearedItemSchema = strictObject({
  openItemId: openItemIdSchema,
  residual: seenResidual,
  cleared: plainAmount,
});

export const settledLineSchema = strictObject(
  {
    openItemId: openItemIdSchema,
    residual: seenResidual,
    cleared: { ...plainAmount, description: 'All that is cleared of the item: what is paid and the differences.' },
    paid: Type.Optional({
      ...plainAmount,
      description: 'For an item in another currency: what of the payment clears it, in its currency.',
    }),
    differences: Type.Optional(Type.Array(shared(differenceSchema), { maxItems: 8 })),
  },
  { $id: 'SettledLine', description: 'What a payment clears of one open item.' },
);

const oneUse = <const Use extends string>(use: Use) => ({ use: oneOf([use]) });
export const paymentPartSchema = Type.Union(
  [
    strictObject({
      ...oneUse('items'),
      lines: Type.Array(shared(settledLineSchema), { minItems: 1, maxItems: 2_000 }),
      overpaidWrittenOff: Type.Optional({
        ...plainAmount,
        description: 'What was paid beyond the lines, and is kept.',
      }),
    }),
    strictObject({ ...oneUse('on_account'), customerId: customerIdSchema, amount: plainAmount }),
    strictObject({ ...oneUse('advance'), customerId: customerIdSchema, amount: plainAmount }),
    strictObject({
      ...oneUse('not_receivable'),
      purpose: oneOf(otherPurposes),
      amount: plainAmount,
      account: Type.Optional(Type.String({ pattern: '^[0-9A-Z]{3,20}$', description: 'Instead of the usual one.' })),
    }),
  ],
  {
    $id: 'PaymentPart',
    description:
      'One use of a part of a payment; several split it. `on_account`: the payer is known, the invoice is not (411 ' +
      'credit). `advance`: before any invoice (4191). `not_receivable`: a fee, a tax, a transfer of our own.',
  },
);

const approvalReasonSchema = strictObject({ limit: textSchema, found: textSchema, allowed: textSchema });

export const waitingApprovalSchema = strictObject(
  {
    requestSha256: Type.String({ description: 'The hash of what was asked: an approval names it.' }),
    reasons: Type.Array(approvalReasonSchema),
  },
  { $id: 'WaitingApproval', description: 'The limits that a command passes; a second person has to agree.' },
);

export const commandStates = ['done', 'waiting', 'rejected', 'withdrawn'] as const;
export const commandStateSchema = oneOf(commandStates, {
  description:
    '`done`: carried out. `waiting`: for a second person; nothing was done. `rejected` by them, or `withdrawn` by the ' +
    'author or because the books changed: nothing was done nor will be.',
});

/** The answer to a command: the same however often it is asked. */
export const commandResultSchema = <Outcome extends TObject>(outcome: Outcome) =>
  strictObject({
    commandId: uuidSchema,
    state: commandStateSchema,
    outcome: nullableObject(outcome),
    approval: nullableObject(shared(waitingApprovalSchema)),
  });

export const commandSchemas = [differenceSchema, settledLineSchema, paymentPartSchema, waitingApprovalSchema];

export const toCommandResult = (commandId: string, result: CommandResult) => ({
  commandId,
  state: result.state,
  outcome: result.state === 'done' ? result.outcome : null,
  approval: result.state === 'waiting' ? { requestSha256: result.requestSha256, reasons: [...result.reasons] } : null,
});
