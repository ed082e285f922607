/** Which payments of the review queue are meant: the same conditions for its pages, its counts and what is done with many. */
import { and, eq, gte, isNotNull, lte, sql, type SQL } from 'drizzle-orm';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { CustomerId, LedgerId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { ReviewReason } from '../../domain/match.ts';
import type { Side } from '../../domain/money.ts';
import { bankAccounts, entries, matchDecisions, paymentAssignments, paymentClaims, payments } from '../schema.ts';
import type { Orm } from './orm.ts';
import { standingDecision } from './payments.ts';

/** What is absent does not matter. Days and amounts are included at both ends. */
export type QueueFilter = Readonly<{
  reason?: ReviewReason | undefined;
  /** Its identifier. */
  bankAccount?: string | undefined;
  currency?: CurrencyCode | undefined;
  side?: Side | undefined;
  /** Of what is left of the payment, in minor units of `currency`. */
  fromMinor?: bigint | undefined;
  toMinor?: bigint | undefined;
  bookedFrom?: LocalDate | undefined;
  bookedTo?: LocalDate | undefined;
  /** Of the best suggestion. */
  customerId?: CustomerId | undefined;
  /** Whom a colleague asked. */
  assignee?: string | undefined;
  /** Whether somebody in particular was asked. */
  isAssigned?: boolean | undefined;
  /** Whether somebody has it open at the moment. */
  isClaimed?: boolean | undefined;
  /** Words that all occur in the payer's name or the remittance, whatever their case. */
  text?: string | undefined;
}>;

/** @param now - claims that ended before count no more. */
export async function queueConditions(
  orm: Orm,
  ledgerId: LedgerId,
  filter: QueueFilter,
  now: Date,
): Promise<SQL | undefined> {
  const { reason, currency, side, fromMinor, toMinor, bookedFrom, bookedTo } = filter;
  const accountId = filter.bankAccount === undefined ? null : await findAccount(orm, ledgerId, filter.bankAccount);
  const given = <Value>(value: Value | undefined, condition: (value: Value) => SQL) =>
    value === undefined ? undefined : condition(value);
  return and(
    eq(payments.ledgerId, ledgerId),
    eq(payments.status, 'in_review'),
    given(reason, (value) => eq(payments.reviewReason, value)),
    given(currency, (value) => eq(payments.currency, value)),
    given(side, (value) => eq(payments.side, value)),
    given(fromMinor, (value) => gte(payments.unappliedMinor, value)),
    given(toMinor, (value) => lte(payments.unappliedMinor, value)),
    given(bookedFrom, (value) => gte(payments.bookingDate, value)),
    given(bookedTo, (value) => lte(payments.bookingDate, value)),
    given(filter.bankAccount, () => ofBankAccount(accountId)),
    given(filter.customerId, ofCustomer),
    given(filter.assignee, (assignee) => assigned(true, eq(paymentAssignments.assignee, assignee))),
    given(filter.isAssigned, (isAssigned) => assigned(isAssigned, isNotNull(paymentAssignments.assignee))),
    given(filter.isClaimed, (isClaimed) => claimed(isClaimed, now)),
    ...wordsOf(filter.text).map(saysWord),
  );
}

// By its id, which statistics know: payments of a rare account are found from its entries, those of another in their order.
const ofBankAccount = (accountId: string | null): SQL => sql`exists (
  select from ${entries} where ${entries.ledgerId} = ${payments.ledgerId} and ${entries.id} = ${payments.entryId}
    and ${entries.bankAccountId} = ${accountId})`;

async function findAccount(orm: Orm, ledgerId: LedgerId, identifier: string): Promise<string | null> {
  const [account] = await orm
    .select({ id: bankAccounts.id })
    .from(bankAccounts)
    .where(and(eq(bankAccounts.ledgerId, ledgerId), eq(bankAccounts.identifier, identifier)));
  return account?.id ?? null;
}

const ofCustomer = (customerId: CustomerId): SQL => sql`exists (
  select from ${matchDecisions} where ${standingDecision} and ${matchDecisions.suggestedCustomerId} = ${customerId})`;

const orNot = (holds: boolean): SQL => (holds ? sql`` : sql`not `);

const assigned = (isAssigned: boolean, to: SQL): SQL => sql`${orNot(isAssigned)}exists (
  select from ${paymentAssignments} where ${paymentAssignments.ledgerId} = ${payments.ledgerId}
    and ${paymentAssignments.paymentId} = ${payments.id} and ${to})`;

const claimed = (isClaimed: boolean, now: Date): SQL => sql`${orNot(isClaimed)}exists (
  select from ${paymentClaims} where ${paymentClaims.ledgerId} = ${payments.ledgerId}
    and ${paymentClaims.paymentId} = ${payments.id} and ${paymentClaims.claimedUntil} > ${now})`;

const mostWords = 8;
const wordsOf = (text = ''): readonly string[] =>
  text
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, mostWords);

function saysWord(word: string): SQL {
  const pattern = `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  return sql`(${payments.counterpartyName} ilike ${pattern} or array_to_string(${payments.remittance}, ' ') ilike ${pattern})`;
}
