import { absolute, bankAccount, dayBefore, decimalOf, shortDate, type BankDay } from './days.ts';

/** One MT940 message a day, as a bank sends them without SWIFT envelope. */
export const writeMt940 = (days: readonly BankDay[], lineEnd = '\r\n'): string =>
  days
    .flatMap((day) => [...messageLines(day), '-', ''])
    .join(lineEnd)
    .replaceAll(`-${lineEnd}${lineEnd}`, `-${lineEnd}`);

function messageLines(day: BankDay): readonly string[] {
  return [
    `:20:STMT${day.sequence}`,
    `:25:${bankAccount.iban}`,
    `:28C:${day.sequence}/1`,
    balance('60F', day.openingMinor, dayBefore(day.date)),
    ...day.entries.flatMap((entry) => [
      `:61:${shortDate(entry.valueDate)}${shortDate(day.date).slice(2)}${entry.side === 'credit' ? 'C' : 'D'}` +
        `${decimalOf(entry.amountMinor, ',')}NTRFNONREF//${entry.reference}`,
      `:86:${entry.text}`,
    ]),
    balance('62F', day.closingMinor, day.date),
  ];
}

const balance = (tag: string, minor: bigint, date: string): string =>
  `:${tag}:${minor < 0n ? 'D' : 'C'}${shortDate(date)}EUR${decimalOf(absolute(minor), ',')}`;
