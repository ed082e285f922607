/** Commands as they are told afterwards: waiting for a second person, or done. */
import { Type, type Static } from 'typebox';
import { commandKinds } from '../../ledger/commands/executors.ts';
import type { CommandResult } from '../../ledger/commands/carry-out.ts';
import { approvalStates, type ApprovalRecord } from '../../ledger/queries/approvals.ts';
import { subjectKinds, type CommandSubject } from '../../ledger/queries/command-subjects.ts';
import type { DoneCommand } from '../../ledger/queries/done-commands.ts';
import { customerSchema } from './allocation.ts';
import { commandStateSchema, reasonSchema, waitingApprovalSchema } from './command.ts';
import { postingSchema, toPosting } from './posting.ts';
import {
  amountSchema,
  countSchema,
  instantText,
  nullableObject,
  nullableText,
  oneOf,
  shared,
  strictObject,
  textSchema,
  toAmount,
  uuidSchema,
} from './shared.ts';

export const commandKindSchema = oneOf(commandKinds);
export const approvalStateSchema = oneOf(approvalStates);

const requestedSchema = Type.Unsafe<unknown>({
  description: 'As it was asked: the body of the route of its `kind`, with the ids of the path and the version seen.',
});
const outcomeSchema = Type.Unsafe<unknown>({ description: 'As the route of its `kind` answered.' });

const subjectSchema = strictObject(
  {
    kind: oneOf(subjectKinds),
    id: uuidSchema,
    label: nullableText,
    amount: nullableObject(shared(amountSchema)),
    customer: nullableObject(shared(customerSchema)),
  },
  {
    $id: 'CommandSubject',
    description: 'A record that a command names: whose payment, which document, which customer, which posting.',
  },
);

const asked = {
  id: uuidSchema,
  kind: commandKindSchema,
  reason: textSchema,
  request: requestedSchema,
  subjects: Type.Array(shared(subjectSchema), { description: 'In the order of the request, 20 at most.' }),
};

export const approvalSchema = strictObject(
  {
    ...asked,
    state: approvalStateSchema,
    author: textSchema,
    requestedAt: instantText,
    requestSha256: waitingApprovalSchema.properties.requestSha256,
    reasons: waitingApprovalSchema.properties.reasons,
    version: countSchema,
    decision: nullableObject(
      strictObject({
        decision: oneOf(['approved', 'rejected', 'withdrawn']),
        by: textSchema,
        reason: textSchema,
        decidedAt: instantText,
      }),
    ),
  },
  { $id: 'Approval', description: 'A command that one person may not do alone: its id is the id of the command.' },
);

export const doneCommandSchema = strictObject(
  {
    ...asked,
    actor: textSchema,
    approver: nullableText,
    doneAt: instantText,
    outcome: outcomeSchema,
    postings: Type.Array(shared(postingSchema)),
    isReversed: Type.Boolean({ description: 'Something that it booked was taken back, by a person or a payment.' }),
  },
  { $id: 'DoneCommand', description: 'What a person did: asked and carried out, with what it booked.' },
);

const requestSha256Schema = Type.String({
  pattern: '^[0-9a-f]{64}$',
  description: 'Of the request that was looked at: another is refused.',
});

export const decisionSchema = strictObject({
  decision: oneOf(['approved', 'rejected']),
  requestSha256: requestSha256Schema,
  reason: reasonSchema,
});
export const withdrawalSchema = strictObject({ requestSha256: requestSha256Schema, reason: reasonSchema });

export const decidedSchema = strictObject(
  { commandId: uuidSchema, state: commandStateSchema, outcome: outcomeSchema },
  { $id: 'DecidedApproval', description: 'What became of the command; `outcome` is null when it was not carried out.' },
);

export const approvalSchemas = [subjectSchema, approvalSchema, doneCommandSchema, decidedSchema];

const toSubject = ({ amount, ...subject }: CommandSubject): Static<typeof subjectSchema> => ({
  ...subject,
  amount: amount === null ? null : toAmount(amount),
});

export const toApproval = ({
  subjects,
  reasons,
  requestedAt,
  decision,
  ...approval
}: ApprovalRecord): Static<typeof approvalSchema> => ({
  ...approval,
  subjects: subjects.map(toSubject),
  reasons: [...reasons],
  requestedAt: requestedAt.toISOString(),
  decision: decision === null ? null : { ...decision, decidedAt: decision.decidedAt.toISOString() },
});

export const toDoneCommand = ({
  subjects,
  doneAt,
  postings,
  ...command
}: DoneCommand): Static<typeof doneCommandSchema> => ({
  ...command,
  subjects: subjects.map(toSubject),
  doneAt: doneAt.toISOString(),
  postings: postings.map(toPosting),
});

export const toDecided = (commandId: string, result: CommandResult): Static<typeof decidedSchema> => ({
  commandId,
  state: result.state,
  outcome: result.state === 'done' ? result.outcome : null,
});
