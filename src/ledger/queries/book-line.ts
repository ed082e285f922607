/** A line of the books as accounting software takes it: of one of our postings, or a document of the ERP. */
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { Side } from '../../domain/money.ts';
import { accountLabel, journalLabel } from '../account-labels.ts';
import { valueInBase } from '../plan/exchange.ts';
import { letteringCode } from '../plan/lettering-code.ts';
import { decimalOf } from './export-rows.ts';

/** Texts that do not apply are empty. Amounts are decimal strings ≥ 0, `''` on the side where the line does not stand. */
export type BookLine = Readonly<{
  /** Empty for a document of the ERP: its journal was not told. */
  journal: string;
  journalLabel: string;
  /** 1, 2, 3… in each journal, in the order of booking. */
  entryNumber: string;
  /** 1, 2, 3… in each entry. */
  lineNumber: string;
  postingId: string;
  entryDate: LocalDate;
  account: string;
  accountLabel: string;
  customerCode: string;
  customerName: string;
  /** A document's number; of a posting what it records: an entry of the bank, a payment, a command. */
  reference: string;
  referenceDate: LocalDate;
  label: string;
  debit: string;
  credit: string;
  currency: string;
  /** The same in the ledger's base currency; both empty when nobody has said the value. */
  baseDebit: string;
  baseCredit: string;
  baseCurrency: CurrencyCode;
  letteringCode: string;
  letteringDate: LocalDate | null;
  /** The day, in UTC, on which it came into the books. */
  bookedOn: LocalDate | null;
}>;

/** As the database gives it. */
export type BookLineRow = Readonly<{
  journal: string | null;
  entryNumber: bigint | null;
  lineIndex: number | null;
  postingId: string | null;
  entryDate: LocalDate;
  account: string;
  bankName: string | null;
  customerCode: string | null;
  customerName: string | null;
  reference: string;
  referenceDate: LocalDate;
  label: string;
  side: Side;
  amountMinor: bigint;
  currency: CurrencyCode;
  baseMinor: bigint | null;
  /** Of the day that gives a line its value where none was noted; null: there is no such day, or no rate. */
  rate: string | null;
  baseCurrency: CurrencyCode;
  codeNumber: number | null;
  letterKind: 'lettered' | 'partly_lettered' | null;
  letteringDate: LocalDate | null;
  bookedOn: LocalDate | null;
}>;

export function bookLineOf(row: BookLineRow): BookLine {
  const { side, codeNumber } = row;
  const baseMinor = row.baseMinor ?? atRate(row);
  const amount = decimalOf(row.amountMinor, row.currency);
  const base = baseMinor === null ? '' : decimalOf(baseMinor, row.baseCurrency);
  return {
    journal: row.journal ?? '',
    journalLabel: row.journal === null ? '' : journalLabel(row.journal),
    entryNumber: row.entryNumber === null ? '' : String(row.entryNumber),
    lineNumber: row.lineIndex === null ? '' : String(row.lineIndex + 1),
    postingId: row.postingId ?? '',
    entryDate: row.entryDate,
    account: row.account,
    accountLabel: row.bankName ?? accountLabel(row.account),
    customerCode: row.customerCode ?? '',
    customerName: row.customerName ?? '',
    reference: row.reference,
    referenceDate: row.referenceDate,
    label: row.label,
    debit: side === 'debit' ? amount : '',
    credit: side === 'credit' ? amount : '',
    currency: row.currency,
    baseDebit: side === 'debit' ? base : '',
    baseCredit: side === 'credit' ? base : '',
    baseCurrency: row.baseCurrency,
    letteringCode: codeNumber === null ? '' : letteringCode(codeNumber, row.letterKind === 'lettered'),
    letteringDate: row.letteringDate,
    bookedOn: row.bookedOn,
  };
}

const atRate = ({ amountMinor, currency, rate, baseCurrency }: BookLineRow): bigint | null =>
  rate === null ? null : valueInBase(amountMinor, currency, rate, baseCurrency);

/**
 * Parts of `with`: `numbered`, every posting that has lines with its number in its journal. One whose lines net to nothing
 * has none, and takes no number. Needs {@link bookedPostings} before it.
 */
export const numberedPostings = `
  numbered as (
    select p.id, p.journal, p.posting_date, p.source_id, p.label, b.sequence, b.at, e.entry_index,
      row_number() over (partition by p.journal order by b.sequence, e.entry_index, p.id) as number
    from posting p left join booked b on b.posting_id = p.id
    left join entry e on p.source = 'entry' and e.ledger_id = $1 and e.id = p.source_id
    where p.ledger_id = $1
      and exists (select from posting_line l where l.ledger_id = $1 and l.posting_id = p.id)),
  bank as (select gl_account, min(name) as name from bank_account where ledger_id = $1 group by gl_account),
  base as (select base_currency from ledger where id = $1)`;
