import { absolute, bankAccount, dayBefore, reversedDate, signedMinor, type BankDay } from './days.ts';
import { ascii, recordOf } from './fixed-width.ts';

const record = recordOf(128);

/** CODA version 2, 128 characters a record: one file a day, one behind the other. */
export const writeCoda = (days: readonly BankDay[], lineEnd = '\r\n'): string =>
  days.flatMap((day) => fileRecords(day)).join(lineEnd) + lineEnd;

function fileRecords(day: BankDay): readonly string[] {
  const sequence = String(day.sequence).padStart(3, '0');
  const account = `${bankAccount.belgianIban.padEnd(34)}EUR`;
  const date = reversedDate(day.date);
  const inside = [
    record(
      '1',
      '2',
      sequence,
      account,
      amount(day.openingMinor),
      reversedDate(dayBefore(day.date)),
      'SOCIETE DUPONT'.padEnd(26),
      ' '.repeat(35),
      sequence,
    ),
    ...day.entries.map((entry, index) =>
      record(
        ['2', '1', String(index + 1).padStart(4, '0'), '0000', entry.reference.padEnd(21), amount(signedMinor(entry))],
        [reversedDate(entry.valueDate), entry.side === 'credit' ? '00150000' : '00101000', '0', ascii(entry.text, 53)],
        [date, sequence, '0', '0', ' ', '0'],
      ),
    ),
    record('8', sequence, account, amount(day.closingMinor), date, ' '.repeat(64), '0'),
  ];
  const sumOf = (side: string): bigint =>
    day.entries.filter((entry) => entry.side === side).reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  const header = record(
    [
      '0',
      '0000',
      date,
      '539',
      '05',
      ' ',
      ' '.repeat(7),
      'REF'.padEnd(10),
      'SOCIETE DUPONT'.padEnd(26),
      'TRIOBEBB'.padEnd(11),
    ],
    ['00123456789', ' ', '00000', ' '.repeat(16), ' '.repeat(16), ' '.repeat(7), '2'],
  );
  const trailer = record(
    ['9', ' '.repeat(15), String(inside.length).padStart(6, '0'), unsigned(sumOf('debit')), unsigned(sumOf('credit'))],
    [' '.repeat(75), '2'],
  );
  return [header, ...inside, trailer];
}

/** Sign and 15 digits, the last three behind the point. */
const amount = (minor: bigint): string => `${minor < 0n ? '1' : '0'}${unsigned(minor)}`;
const unsigned = (minor: bigint): string => String(absolute(minor) * 10n).padStart(15, '0');
