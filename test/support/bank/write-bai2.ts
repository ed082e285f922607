import { bankAccount, shortDate, type BankDay } from './days.ts';

/** One BAI2 file a day: amounts in cents, control totals of account, group and file. */
export function writeBai2(days: readonly BankDay[], lineEnd = '\r\n'): string {
  return days.flatMap((day) => fileRecords(day)).join(lineEnd) + lineEnd;
}

function fileRecords(day: BankDay): readonly string[] {
  const date = shortDate(day.date);
  const account = [
    `03,${bankAccount.number},EUR,010,${day.openingMinor},,,015,${day.closingMinor},,/`,
    ...day.entries.map(
      (entry) =>
        `16,${entry.side === 'credit' ? '175' : '475'},${entry.amountMinor},V,${shortDate(entry.valueDate)},,` +
        `${entry.reference},,${entry.text.normalize('NFD').replace(/[^\u0020-\u007E]/g, '')}`,
    ),
  ];
  const total = day.entries.reduce((sum, { amountMinor }) => sum + amountMinor, day.openingMinor + day.closingMinor);
  const records = account.length + 1;
  return [
    `01,BANK,DUPONT,${date},0700,${day.sequence},,,2/`,
    `02,DUPONT,BANK,1,${date},,EUR,2/`,
    ...account,
    `49,${total},${records}/`,
    `98,${total},1,${records + 2}/`,
    `99,${total},1,${records + 4}/`,
  ];
}
