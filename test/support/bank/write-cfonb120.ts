import { absolute, bankAccount, dayBefore, reversedDate, type BankDay } from './days.ts';

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

function record(...zones: readonly (string | readonly string[])[]): string {
  const text = zones.flat().join('');
  if (text.length !== 120) throw new Error(`a record has 120 characters, not ${text.length}: ${text}`);
  return text;
}

const ascii = (text: string, width: number): string =>
  text
    .normalize('NFD')
    .replace(/[^\u0020-\u007E]/g, '')
    .slice(0, width)
    .padEnd(width);

/** 14 characters, the last of which holds its digit and the sign. */
function overpunched(minor: bigint): string {
  const digits = String(absolute(minor)).padStart(14, '0');
  return digits.slice(0, 13) + (minor < 0n ? '}JKLMNOPQR' : '{ABCDEFGHI').charAt(Number(digits.at(-1)));
}
