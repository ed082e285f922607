/** An invented bank account and its days, which every format can be written from: opening + entries = closing, day by day. */
import { random } from '../random.ts';

export type BankEntry = Readonly<{
  /** Cents, > 0. */
  amountMinor: bigint;
  side: 'credit' | 'debit';
  valueDate: string;
  reference: string;
  text: string;
}>;

/** One statement. Balances are signed cents; dates `YYYY-MM-DD`. */
export type BankDay = Readonly<{
  /** From 1, without a hole. */
  sequence: number;
  date: string;
  openingMinor: bigint;
  closingMinor: bigint;
  entries: readonly BankEntry[];
}>;

/** One account under the names that the formats give it. */
export const bankAccount = {
  iban: 'FR7630006000011234567890189',
  bank: '30006',
  branch: '00001',
  number: '12345678901',
  belgianIban: 'BE68539007547034',
} as const;

const words = [
  'FACTURE',
  'LOYER',
  'Société',
  'DURAND',
  'RF18539007547034',
  'avoir',
  'n° 2026',
  'ACOMPTE',
  'SEPA',
  'Müller',
];

type DaysWanted = Readonly<{ seed: string; dayCount: number; entriesPerDay: number }>;

/**
 * Days on which banks are open, in order. Among them: a day without entries, days with two entries that are the same
 * to the letter, balances below zero.
 */
export function bankDays({ seed, dayCount, entriesPerDay }: DaysWanted): readonly BankDay[] {
  const { below, pick } = random(`days ${seed}`);
  const days: BankDay[] = [];
  let balance = 10_000_00n;
  for (let sequence = 1; sequence <= dayCount; sequence++) {
    const date = bankingDay(sequence - 1);
    const entries: BankEntry[] = [];
    const count = sequence % 17 === 5 ? 0 : entriesPerDay;
    while (entries.length < count) {
      const cents = below(3) === 0 ? 1 + below(500) : 1 + below(300_000);
      const entry: BankEntry = {
        amountMinor: BigInt(cents),
        side: below(2) === 0 ? 'credit' : 'debit',
        valueDate: date,
        reference: `B${sequence}${String(below(1_000_000)).padStart(6, '0')}`,
        text: `${pick(words)} ${pick(words)} ${below(100_000)}`,
      };
      entries.push(entry);
      // Two payments that nothing tells apart are still two.
      if (entries.length < count && below(8) === 0) entries.push(entry);
    }
    const moved = entries.reduce((sum, entry) => sum + signedMinor(entry), 0n);
    // A day that moves nothing can be missed without a trace: here each day with entries moves something.
    const last = entries.at(-1);
    if (last !== undefined && moved === 0n)
      entries[entries.length - 1] = { ...last, amountMinor: last.amountMinor + 1n };
    const closing = entries.reduce((sum, entry) => sum + signedMinor(entry), balance);
    days.push({ sequence, date, openingMinor: balance, closingMinor: closing, entries });
    balance = closing;
  }
  return days;
}

export const signedMinor = ({ amountMinor, side }: Pick<BankEntry, 'amountMinor' | 'side'>): bigint =>
  side === 'credit' ? amountMinor : -amountMinor;

const dayMs = 86_400_000;

/** The nth day from Monday, 2 March 2026 on, weekends left out. */
function bankingDay(index: number): string {
  const days = Math.floor(index / 5) * 7 + (index % 5);
  return new Date(Date.UTC(2026, 2, 2) + days * dayMs).toISOString().slice(0, 10);
}

/** The day before, as opening balances are dated. */
export const dayBefore = (date: string): string => new Date(Date.parse(date) - dayMs).toISOString().slice(0, 10);

/** `1234.05` of 123405 cents; below zero with its sign. */
export function decimalOf(minor: bigint, point = '.'): string {
  const digits = String(minor < 0n ? -minor : minor).padStart(3, '0');
  return `${minor < 0n ? '-' : ''}${digits.slice(0, -2)}${point}${digits.slice(-2)}`;
}

export const absolute = (minor: bigint): bigint => (minor < 0n ? -minor : minor);
/** `YYYYMMDD`, `YYMMDD`, `DDMMYY`. */
export const compactDate = (date: string): string => date.replaceAll('-', '');
export const shortDate = (date: string): string => compactDate(date).slice(2);
export const reversedDate = (date: string): string => date.slice(8) + date.slice(5, 7) + date.slice(2, 4);
