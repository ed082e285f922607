/**
 * The statement line `:61:`, whose parts follow each other without separators:
 * `2001010219 RD R 1027,25 N068 NONREF // bank reference` (blanks added here).
 *
 * @see SWIFT field 61: 6!n[4!n]2a[1!a]15d1!a3!c16x[//16x][34x]
 */
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { Money, Side } from '../../domain/money.ts';
import type { SourcePosition } from '../../domain/statement.ts';
import { refusal } from '../findings.ts';
import { readMonthDay, readSwiftAmount, readSwiftDate } from './amount.ts';

export type StatementLine = Readonly<{
  valueDate: LocalDate;
  /** True for a 30 February. */
  isValueDateClamped: boolean;
  bookingDate: LocalDate;
  side: Side;
  /** RC and RD: the reversal of a credit is money out, of a debit money in. */
  isReversal: boolean;
  /** EC and ED, in MT942: expected, not booked. */
  isExpected: boolean;
  amount: Money;
  isAmountRegular: boolean;
  /** `NTRF`, `N051`; null when the bank left it out. */
  transactionType: string | null;
  customerReference: string | null;
  /** What old files write behind the reference, padded to column 16: the other party's name. */
  trailingText: string | null;
  bankReference: string | null;
}>;

// The funds letter after the mark is the third letter of the currency: RCR is RC + R of EUR, CR is C + R.
const grammar =
  /^(?<value>\d{6})(?<entry>\d{4}| {4})?(?<mark>E?R?[CD])(?<funds>[A-Z])?(?<amount>\d[\d.,]*) ?(?<type>[A-Z][A-Z0-9 ]{3}|[A-Z]\d{2}(?![A-Z0-9]))?(?<rest>.*)$/s;

/**
 * @param line - the first line of the field without `:61:`.
 * @throws IngestRefusal `ingest.entry_line_unreadable`, `ingest.date_unreadable`, and those of {@link readSwiftAmount}
 */
export function readStatementLine(line: string, currency: CurrencyCode, at: SourcePosition): StatementLine {
  const parts = grammar.exec(line)?.groups;
  if (parts === undefined) throw refusal('ingest.entry_line_unreadable', 'The :61: line cannot be read', at, line);
  const value = readSwiftDate(parts['value'] ?? '');
  if (value === null) throw refusal('ingest.date_unreadable', 'The value date does not exist', at, line);
  const written = (parts['entry'] ?? '').trim();
  // The entry date may be left out when it is the value date.
  const bookingDate = written === '' ? value.date : readMonthDay(written, value.date);
  if (bookingDate === null) throw refusal('ingest.date_unreadable', 'The entry date does not exist', at, line);

  const mark = parts['mark'] ?? '';
  const funds = parts['funds'];
  if (funds !== undefined && funds !== currency.at(2)) {
    throw refusal('ingest.entry_line_unreadable', `"${funds}" before the amount is not of ${currency}`, at, line);
  }
  const { amount, isRegular } = readSwiftAmount(parts['amount'] ?? '', currency, at);
  return {
    valueDate: value.date,
    isValueDateClamped: value.isClamped,
    bookingDate,
    side: mark.endsWith('C') === mark.includes('R') ? 'debit' : 'credit',
    isReversal: mark.includes('R'),
    isExpected: mark.startsWith('E'),
    amount,
    isAmountRegular: isRegular,
    transactionType: (parts['type'] ?? '').trim() || null,
    ...readReferences(parts['rest'] ?? ''),
  };
}

/** The owner's reference up to `//`, the bank's after it. Neither is cut at 16: banks put IBANs there. */
function readReferences(rest: string): Pick<StatementLine, 'customerReference' | 'trailingText' | 'bankReference'> {
  const slashes = rest.indexOf('//');
  const own = slashes === -1 ? rest : rest.slice(0, slashes);
  const bank = slashes === -1 ? '' : rest.slice(slashes + 2);
  const padded = own.length > 16 ? /^(\S+(?: \S+)*) {2,}(\S.*)$/s.exec(own) : null;
  return {
    customerReference: (padded?.[1] ?? own).trim() || null,
    trailingText: padded?.[2]?.trim() ?? null,
    bankReference: bank.trim() || null,
  };
}
