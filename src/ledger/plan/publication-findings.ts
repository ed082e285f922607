/** Why a statement is not published: what is wrong, and what to do. The codes are listed in docs/errors.md. */
import { formatDecimal, money } from '../../domain/money.ts';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { Finding, StatementFormat, StatementSummary } from '../../domain/statement.ts';
import type { ChainLink } from './publication.ts';

const refusal = (says: string, next: string) => ({ severity: 'refuse', says, next }) as const;

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
  'ingest.format_not_posted': refusal(
    'Reports and notifications make no entries; only statements of account (camt.053, MT940) do.',
    'Send the statement of the day.',
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

export function statementGap(
  { openingBalance, closingBalance, at }: StatementSummary,
  date: LocalDate,
  neighbour: Readonly<{ link: ChainLink; isBefore: boolean }>,
): Finding {
  const own = neighbour.isBefore ? openingBalance?.amount : closingBalance?.amount;
  if (own === undefined) throw new Error('a statement without balances was judged for a gap');
  const { openingMinor, closingMinor, statementDate } = neighbour.link;
  const theirs = formatDecimal(money(neighbour.isBefore ? closingMinor : openingMinor, own.currency));
  const gap = neighbour.isBefore
    ? `it opens on ${date} with ${formatDecimal(own)}, but the account closed on ${statementDate} with ${theirs}`
    : `it closes on ${date} with ${formatDecimal(own)}, but the account opened on ${statementDate} with ${theirs}`;
  return refuse(
    'ingest.statement_gap',
    `A statement is missing: ${gap}. This one is kept and is published when the missing one comes.`,
    formatDecimal(own),
    at,
  );
}

export const formatNotPosted = (format: StatementFormat | null): Finding =>
  refuse(
    'ingest.format_not_posted',
    `${format ?? 'This format'} reports movements before or beside the statement of account; only camt.053 and MT940 make entries. The file is kept; nothing was posted.`,
    format,
  );
