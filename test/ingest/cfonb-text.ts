/** Writes CFONB 120 from what it is to say. */
import { dayMonthYear, placed } from './fixed-text.ts';

export type CfonbEntry = Readonly<{
  /** Counted in `scale` decimals; negative is money out. */
  unscaled: bigint;
  /** Interbank code. */
  code?: string;
  label?: string;
  date?: string;
  valueDate?: string;
  reason?: string;
  number?: string;
  reference?: string;
  complements?: readonly (readonly [qualifier: string, text: string])[];
  account?: string;
  currency?: string;
}>;

export type CfonbStatement = Readonly<{
  bank?: string;
  branch?: string;
  account?: string;
  currency?: string;
  scale?: number;
  opening?: bigint;
  /** Taken from the entries when it is left out. */
  closing?: bigint;
  date?: string;
  closingDate?: string;
  closingBank?: string;
  entries?: readonly CfonbEntry[];
}>;

/** Thirteen digits, and the last one with the sign. */
export function overpunched(unscaled: bigint): string {
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(14, '0');
  const last = Number(digits.slice(13));
  return digits.slice(0, 13) + (unscaled < 0n ? '}JKLMNOPQR' : '{ABCDEFGHI').charAt(last);
}

export function cfonbRecords(statement: CfonbStatement): readonly string[] {
  const { bank = '30004', branch = '00820', account = '00010123456', currency = 'EUR', scale = 2 } = statement;
  const { opening = 0n, date = '2026-03-01', closingDate = '2026-03-02', entries = [] } = statement;
  const closing = statement.closing ?? entries.reduce((sum, { unscaled }) => sum + unscaled, opening);
  const begin = (code: string, own: Pick<CfonbEntry, 'account' | 'currency'> = {}): [number, string][] => [
    [1, code],
    [3, bank],
    [12, branch],
    [17, own.currency ?? currency],
    [20, String(scale)],
    [22, own.account ?? account],
  ];
  const balance = (code: string, day: string, unscaled: bigint): string =>
    placed(120, [...begin(code), [35, dayMonthYear(day)], [91, overpunched(unscaled)]]);
  const ofEntry = (entry: CfonbEntry): readonly string[] => {
    const shared: [number, string][] = [
      [8, '0000'],
      [33, entry.code ?? '05'],
      [35, dayMonthYear(entry.date ?? '2026-03-02')],
    ];
    const own: [number, string][] = [
      [41, entry.reason ?? ''],
      [43, entry.valueDate === '' ? '' : dayMonthYear(entry.valueDate ?? '2026-03-02')],
      [49, entry.label ?? 'VIR SEPA RECU'],
      [82, (entry.number ?? '').padStart(7, '0')],
      [91, overpunched(entry.unscaled)],
      [105, entry.reference ?? ''],
    ];
    const complements = (entry.complements ?? []).map(([qualifier, text]) =>
      placed(120, [...begin('05', entry), ...shared, [46, qualifier], [49, text]]),
    );
    return [placed(120, [...begin('04', entry), ...shared, ...own]), ...complements];
  };
  const last = balance('07', closingDate, closing);
  return [
    balance('01', date, opening),
    ...entries.flatMap(ofEntry),
    statement.closingBank === undefined ? last : `07${statement.closingBank}${last.slice(7)}`,
  ];
}

export const cfonbText = (statements: readonly CfonbStatement[], lineEnd = '\n'): string =>
  statements
    .flatMap(cfonbRecords)
    .map((record) => record + lineEnd)
    .join('');
