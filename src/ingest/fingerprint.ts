/**
 * Identities made of content: the same entry, or statement, delivered again in another file is known again.
 *
 * Neither position nor file name, line ends or layout count. Two really identical entries of one day share a
 * fingerprint on purpose: who stores them counts their rank among equals, so that both stay.
 */
import { createHash, hash } from 'node:crypto';
import type { Entry, EntryDetail, StatementSummary } from '../domain/statement.ts';

type Canonical = string | boolean | null | readonly Canonical[];

/** JSON of arrays has one spelling only: no key order, no blanks. */
const sha256 = (content: Canonical): string => hash('sha256', JSON.stringify(content), 'hex');

/**
 * Identifies an entry within its account: 64 hexadecimal digits.
 *
 * The bank's own reference decides with account, day and signed amount. Without it everything the bank said counts.
 */
export function entryFingerprint(entry: Entry): string {
  const { amount, side, bookingDate, accountServicerReference } = entry;
  const key: readonly Canonical[] = [amount.currency, bookingDate, side, signedMinor(entry)];
  return accountServicerReference === null
    ? sha256(['entry/1', ...key, 'content', entryContent(entry)])
    : sha256(['entry/1', ...key, 'reference', accountServicerReference]);
}

/** Digests a statement as its entries stream by: equal for the same statement delivered twice. */
export type StatementDigest = Readonly<{
  add: (entry: Entry) => void;
  finish: (statement: StatementSummary) => string;
}>;

// Handing text to OpenSSL costs more than hashing it: the lines of some hundred entries go together.
const bufferedCharacters = 64 * 1024;

export function statementDigest(): StatementDigest {
  const digest = createHash('sha256');
  let lines = '';
  return {
    add(entry) {
      lines += `${JSON.stringify(entryContent(entry))}\n`;
      if (lines.length < bufferedCharacters) return;
      digest.update(lines);
      lines = '';
    },
    finish: (statement) => digest.update(lines + JSON.stringify(statementContent(statement))).digest('hex'),
  };
}

const signedMinor = ({ amount, side }: Entry): string => `${side === 'debit' ? '-' : ''}${String(amount.minor)}`;

const entryContent = (entry: Entry): Canonical => [
  entry.amount.currency,
  signedMinor(entry),
  entry.isReversal,
  entry.status,
  entry.bookingDate,
  entry.valueDate,
  entry.bankTransactionCode,
  entry.accountServicerReference,
  entry.additionalInformation,
  entry.batchCount === null ? null : String(entry.batchCount),
  entry.details.map(detailContent),
];

const detailContent = (detail: EntryDetail): Canonical => [
  detail.amount === null ? null : String(detail.amount.minor),
  detail.side,
  detail.endToEndId,
  detail.counterpartyName,
  detail.counterpartyIban,
  detail.remittance,
  detail.creditorReference,
  detail.mandateId,
  detail.returnReason,
];

const statementContent = (statement: StatementSummary): Canonical => [
  'statement/1',
  statement.bankStatementId,
  statement.sequence,
  statement.account,
  statement.currency,
  statement.fromDate,
  statement.toDate,
  ...[statement.openingBalance, statement.closingBalance].map((balance) =>
    balance === null ? null : [balance.amount.currency, String(balance.amount.minor), balance.date],
  ),
  String(statement.entryCount),
  String(statement.bookedCount),
  String(statement.bookedCreditsMinor),
  String(statement.bookedDebitsMinor),
];
