/** Why a statement is not published: what is wrong, and what to do. The codes are listed in docs/errors.md. */
import { formatDecimal, money } from '../../domain/money.ts';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { Finding, StatementFormat, StatementSummary } from '../../domain/statement.ts';
import type { DayTotals } from './cross-check.ts';
import { sequenceNumber } from './sequence-numbers.ts';
import type { ChainLink } from './statement-chain.ts';

const refusal = (says: string, next: string) => ({ severity: 'refuse', says, next }) as const;
const warning = (says: string, next: string) => ({ severity: 'warn', says, next }) as const;

/** What each code means; the findings below say it of one statement. */
export const publicationFindings = {
  'ingest.account_unknown': refusal(
    'The account of a statement is not registered in this ledger.',
    'Register it with `lettrage import bank-accounts` and ingest the file again.',
  ),
  'ingest.statement_without_balance': refusal(
    'A statement lacks its opening or closing booked balance, so it cannot prove itself.',
    'Ask the bank for the complete statement.',
  ),
  'ingest.account_currency_differs': refusal(
    'A statement is in another currency than its account.',
    'Check the registration of the account.',
  ),
  'ingest.statement_date_missing': refusal(
    'Neither the closing balance nor the period of a statement has a date.',
    'Ask the bank for the complete statement.',
  ),
  'ingest.statement_conflict': refusal(
    'The statement is published with other content; the published one stands.',
    'Compare the two.',
  ),
  'ingest.entries_already_booked': refusal(
    'Some entries are on the account already, under another statement; nothing was posted twice.',
    'Compare the statements of that day.',
  ),
  'ingest.statement_out_of_chain': refusal(
    'The statements of the account are complete without this one.',
    'Ask the bank which of them it stands by.',
  ),
  'ingest.statement_gap': refusal(
    'A statement before or after this one is missing; this one is held.',
    'Fetch the missing one: this one is published with it.',
  ),
  'ingest.statement_twin': refusal(
    'Another statement of the day with the same balances and sums came in the same delivery.',
    'If both are right, release this one; else discard it.',
  ),
  'ingest.master_format_awaited': refusal(
    'The account is kept in another format, and the statement of the day in that format is not there yet.',
    'Fetch it: this one is compared with it, never posted. To post this format, import the account with another master_format.',
  ),
  'ingest.cross_check_differs': refusal(
    'A statement in a second format says something else of a day than the one that is posted.',
    'Compare the two with the bank; then release or discard this one. The posted one stands.',
  ),
  'ingest.balance_derived': warning(
    'A balance was absent; it was derived from the other one and the entries, as the account allows.',
    'Compare it with what the bank shows.',
  ),
  'ingest.sequence_gap': warning(
    "Numbers of the bank's sequence are missing, though the balances continue.",
    'Ask the bank whether statements with these numbers exist.',
  ),
  'ingest.report_ambiguous': warning(
    'A report tells of several booked entries that it could mean; it was linked to none.',
    'Nothing to do; the entries keep the payments that the statement gave.',
  ),
  'ingest.payments_kept': warning(
    'A report details an entry whose payment was decided on already; the payment stays as it is.',
    'Look at the report when you work on the payment.',
  ),
} as const satisfies Readonly<Record<Finding['code'], unknown>>;

const refuse = (
  code: keyof typeof publicationFindings,
  message: string,
  found: string | null,
  at: StatementSummary['at'] | null = null,
): Finding => ({ code, severity: 'refuse', message, at, found });

export const accountUnknown = ({ account, accountAsWritten, at }: StatementSummary): Finding =>
  refuse(
    'ingest.account_unknown',
    `The account ${account ?? '(none given)'} is not registered in this ledger. Register it with \`lettrage import bank-accounts\` and ingest the file again.`,
    accountAsWritten,
    at,
  );

export const balanceMissing = ({ at }: StatementSummary): Finding =>
  refuse(
    'ingest.statement_without_balance',
    'The statement lacks its opening or closing booked balance, so it cannot prove itself. Ask the bank for the complete statement.',
    null,
    at,
  );

export const accountCurrencyDiffers = ({ at }: StatementSummary, found: CurrencyCode, kept: CurrencyCode): Finding =>
  refuse(
    'ingest.account_currency_differs',
    `The statement is in ${found}, the account is kept in ${kept}. Check the registration of the account.`,
    found,
    at,
  );

export const statementDateMissing = ({ at }: StatementSummary): Finding =>
  refuse(
    'ingest.statement_date_missing',
    'Neither the closing balance nor the period of the statement has a date. Ask the bank for the complete statement.',
    null,
    at,
  );

export const statementConflict = ({ bankStatementId, sequence, at }: StatementSummary, date: LocalDate): Finding =>
  refuse(
    'ingest.statement_conflict',
    `Statement ${[bankStatementId, sequence].filter((part) => part !== null).join(' ')} of ${date} is published with other content. Compare the two; the published one stands.`,
    bankStatementId,
    at,
  );

export const entriesAlreadyBooked = ({ at }: StatementSummary, date: LocalDate, overlapCount: number): Finding =>
  refuse(
    'ingest.entries_already_booked',
    `${overlapCount} of its entries are on the account already, under another statement. Nothing was posted twice; compare the statements of ${date}.`,
    String(overlapCount),
    at,
  );

export const statementOutOfChain = ({ bankStatementId, at }: StatementSummary, date: LocalDate): Finding =>
  refuse(
    'ingest.statement_out_of_chain',
    `The account's statements around ${date} are complete without this one; it is held. Ask the bank which of them it stands by.`,
    bankStatementId,
    at,
  );

/** What a statement continues, or is continued by: a published one, or one that waits too. */
type Neighbour = Readonly<{
  link: Pick<ChainLink, 'statementDate' | 'openingMinor' | 'closingMinor' | 'sequence'>;
  isBefore: boolean;
}>;

export function statementGap(
  { sequence, currency, at }: StatementSummary,
  own: Pick<ChainLink, 'statementDate' | 'openingMinor' | 'closingMinor'>,
  { link, isBefore }: Neighbour,
): Finding {
  const written = decimals(currency);
  const ownMinor = isBefore ? own.openingMinor : own.closingMinor;
  const theirMinor = isBefore ? link.closingMinor : link.openingMinor;
  const missing = isBefore ? ownMinor - theirMinor : theirMinor - ownMinor;
  const gap = isBefore
    ? `it opens on ${own.statementDate} with ${written(ownMinor)}, but the statement of ${link.statementDate} closes with ${written(theirMinor)}`
    : `it closes on ${own.statementDate} with ${written(ownMinor)}, but the statement of ${link.statementDate} opens with ${written(theirMinor)}`;
  const [from, to] = isBefore ? [link.sequence, sequence] : [sequence, link.sequence];
  const isNumbered = sequenceNumber(from) !== null && sequenceNumber(to) !== null;
  const numbers = isNumbered ? `, between numbers ${from ?? ''} and ${to ?? ''}` : '';
  return refuse(
    'ingest.statement_gap',
    `A statement is missing: ${gap}${numbers}. Entries of ${written(missing)} in all are missing. This one is kept and is published when the missing one comes.`,
    written(ownMinor),
    at,
  );
}

/** Its neighbour waits for the same missing statement. */
export const waitsBehind = ({ bankStatementId, at }: StatementSummary, { link, isBefore }: Neighbour): Finding =>
  refuse(
    'ingest.statement_gap',
    `It ${isBefore ? 'continues' : 'comes before'} the statement of ${link.statementDate}, which waits for a missing one itself. This one is kept and is published with it.`,
    bankStatementId,
    at,
  );

export const statementTwin = ({ bankStatementId, at }: StatementSummary, day: LocalDate): Finding =>
  refuse(
    'ingest.statement_twin',
    `Another statement of ${day} with the same balances and sums came in the same delivery. If both are right, release this one; else discard it.`,
    bankStatementId,
    at,
  );

export const masterFormatAwaited = (
  { bankStatementId, at }: StatementSummary,
  day: LocalDate,
  master: StatementFormat,
): Finding =>
  refuse(
    'ingest.master_format_awaited',
    `The account is kept in ${master}, and its statement of ${day} is not there yet. This one is compared with it when it comes, never posted.`,
    bankStatementId,
    at,
  );

const comparedWords = {
  openingMinor: 'opening',
  closingMinor: 'closing',
  entryCount: 'entries',
  creditsMinor: 'credits',
  debitsMinor: 'debits',
} as const satisfies Readonly<Record<keyof DayTotals, string>>;

export function crossCheckDiffers(
  { currency, at }: StatementSummary,
  day: LocalDate,
  own: DayTotals,
  posted: DayTotals & Readonly<{ format: StatementFormat }>,
): Finding {
  const written = decimals(currency);
  const show = (value: bigint | number): string => (typeof value === 'bigint' ? written(value) : String(value));
  const keys = Object.keys(comparedWords) as (keyof DayTotals)[];
  const differences = keys
    .filter((key) => own[key] !== posted[key])
    .map((key) => `${comparedWords[key]} ${show(own[key])} instead of ${show(posted[key])}`)
    .join(', ');
  return refuse(
    'ingest.cross_check_differs',
    `It differs from the posted ${posted.format} of ${day}: ${differences}. Compare the two with the bank; the posted one stands.`,
    differences,
    at,
  );
}

export function balanceDerived({ at }: StatementSummary, which: 'opening' | 'closing', derived: string): Finding {
  const message = `The ${which} balance is absent; ${derived} was derived from the other one and the entries. Compare it with what the bank shows.`;
  return { code: 'ingest.balance_derived', severity: 'warn', message, at, found: derived };
}

export function sequenceGap(
  { sequence, at }: StatementSummary,
  missing: Readonly<{ from: number; to: number }>,
): Finding {
  const numbers =
    missing.from === missing.to ? `Number ${missing.from} is` : `Numbers ${missing.from} to ${missing.to} are`;
  const message = `${numbers} missing before ${sequence ?? 'this one'}, though the balances continue. Ask the bank whether such statements exist.`;
  return { code: 'ingest.sequence_gap', severity: 'warn', message, at, found: sequence };
}

export function reportAmbiguous(count: number): Finding {
  const message = `${count} reported entries could mean several booked ones, or several mean the same; they were linked to none.`;
  return { code: 'ingest.report_ambiguous', severity: 'warn', message, at: null, found: String(count) };
}

export function paymentsKept(count: number): Finding {
  const message = `${count} entries are detailed by a report, but their payments were decided on already and stay as they are.`;
  return { code: 'ingest.payments_kept', severity: 'warn', message, at: null, found: String(count) };
}

/** The doubt stays with the statement that is published despite it. */
export const accepted = (finding: Finding): Finding => ({ ...finding, severity: 'warn' });

const decimals =
  (currency: CurrencyCode | null) =>
  (minor: bigint): string =>
    currency === null ? String(minor) : formatDecimal(money(minor, currency));
