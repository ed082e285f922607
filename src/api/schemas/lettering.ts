import { Type, type Static } from 'typebox';
import { letteringStates, type LetteringGroup, type LetteringRecord } from '../../ledger/queries/letterings.ts';
import { customerSchema, openItemKindSchema } from './allocation.ts';
import {
  amountSchema,
  dayText,
  instantText,
  nullableDayText,
  nullableObject,
  nullableText,
  oneOf,
  shared,
  sideSchema,
  strictObject,
  textSchema,
  toAmount,
  uuidSchema,
} from './shared.ts';

export const letteringStateSchema = oneOf(letteringStates);

const properties = {
  id: uuidSchema,
  account: textSchema,
  customer: shared(customerSchema),
  currency: textSchema,
  state: letteringStateSchema,
  code: Type.String({ description: 'Upper case when balanced, lower case while partial and once un-lettered.' }),
  letteringDate: nullableDayText,
  since: Type.String({ format: 'date-time', description: 'When it came into this state.' }),
};

export const letteringSchema = strictObject(properties, {
  $id: 'Lettering',
  description: 'A letter group of an account of a customer. Its code is never given to another.',
});

const documentSchema = strictObject({
  openItemId: uuidSchema,
  documentNumber: textSchema,
  kind: openItemKindSchema,
  side: sideSchema,
  dueDate: dayText,
  cleared: shared(amountSchema),
});

const lineSchema = strictObject({
  postingId: uuidSchema,
  postingDate: dayText,
  label: textSchema,
  side: sideSchema,
  amount: shared(amountSchema),
  payment: nullableObject(strictObject({ id: uuidSchema, bookingDate: dayText, counterpartyName: nullableText })),
});

const eventSchema = strictObject({
  kind: letteringStateSchema,
  letteringDate: nullableDayText,
  reason: textSchema,
  actor: textSchema,
  happenedAt: instantText,
});

export const letteringGroupSchema = strictObject(
  {
    ...properties,
    documents: Type.Array(documentSchema, { description: 'With what the group clears of each.' }),
    lines: Type.Array(lineSchema, { description: 'Of postings, on the account of the group.' }),
    events: Type.Array(eventSchema, { description: 'In the order in which they happened.' }),
  },
  { $id: 'LetteringGroup', description: 'A letter group, what is in it, and how it came to be.' },
);

export const letteringSchemas = [letteringSchema, letteringGroupSchema];

export const toLettering = ({ since, ...lettering }: LetteringRecord): Static<typeof letteringSchema> => ({
  ...lettering,
  since: since.toISOString(),
});

export const toLetteringGroup = ({
  documents,
  lines,
  events,
  ...lettering
}: LetteringGroup): Static<typeof letteringGroupSchema> => ({
  ...toLettering(lettering),
  documents: documents.map(({ cleared, ...document }) => ({ ...document, cleared: toAmount(cleared) })),
  lines: lines.map(({ amount, ...line }) => ({ ...line, amount: toAmount(amount) })),
  events: events.map(({ happenedAt, ...event }) => ({ ...event, happenedAt: happenedAt.toISOString() })),
});
