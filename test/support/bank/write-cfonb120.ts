import { absolute, bankAccount, dayBefore, reversedDate, type BankDay } from './days.ts';
import { ascii, recordOf } from './fixed-width.ts';

const record = recordOf(120);

/** Relevé de compte of 120 characters a record: 01 opening, 04 entry, 05 its words, 07 closing. */
export const writeCfonb120 = (days: readonly BankDay[], lineEnd = '\r\n'): string =>
  days.flatMap((day) => records(day)).join(lineEnd) + lineEnd;

const { bank, branch, number } = bankAccount;

function records(day: BankDay): readonly string[] {
  return [
    balance('01', day.openingMinor, dayBefore(day.date)),
    ...day.entries.flatMap((entry, index) => [
      record(
        ['04', bank, '0000', branch, 'EUR2 ', number, entry.side === 'credit' ? '18' : '23'],
        [reversedDate(day.date), '  ', reversedDate(entry.valueDate), ascii(entry.text, 31), '  '],
        [String(index + 1).padStart(7, '0'), '  '],
        [overpunched(entry.side === 'credit' ? entry.amountMinor : -entry.amountMinor), entry.reference.padEnd(16)],
      ),
      record(
        ['05', bank, '0000', branch, 'EUR2 ', number, entry.side === 'credit' ? '18' : '23'],
        [reversedDate(day.date), '     ', 'LCC', ascii(entry.text, 70), '  '],
      ),
    ]),
    balance('07', day.closingMinor, day.date),
  ];
}

const balance = (code: string, minor: bigint, date: string): string =>
  record(
    code,
    bank,
    '    ',
    branch,
    'EUR2 ',
    number,
    '  ',
    reversedDate(date),
    ' '.repeat(50),
    overpunched(minor),
    ' '.repeat(16),
  );

/** 14 characters, the last of which holds its digit and the sign. */
function overpunched(minor: bigint): string {
  const digits = String(absolute(minor)).padStart(14, '0');
  return digits.slice(0, 13) + (minor < 0n ? '}JKLMNOPQR' : '{ABCDEFGHI').charAt(Number(digits.at(-1)));
}
