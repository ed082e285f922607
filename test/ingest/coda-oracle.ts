/** What a few lines of cutting see in a CODA file; they share nothing with the parser. Null where it is not plain. */
import { dayOf, decimalsOf, plainLines, pointed } from './fixed-oracle.ts';
import { plainNumber, type OracleEntry, type OracleStatement } from './oracle.ts';

/** A sign and fifteen digits, three of them decimals. */
function amountOf(written: string): string | null {
  const [, sign, digits = ''] = /^([01])(\d{15})$/.exec(written) ?? [];
  return digits === '' ? null : plainNumber(pointed(digits, 3), sign === '1');
}

/** Per record 1: both balances, and each movement of detail number 0000 with its sign and days. */
export function readCodaFacts(bytes: Uint8Array): readonly OracleStatement[] | null {
  const lines = plainLines(bytes, 128);
  if (lines === null) return null;
  const statements: { opening: string; closing: string | null; entries: OracleEntry[] }[] = [];
  let movement = '';
  for (const line of lines) {
    const statement = statements.at(-1);
    if (line.startsWith('1')) {
      const opening = amountOf(line.slice(42, 58));
      const currency = line.charAt(1) === '0' ? line.slice(18, 21) : line.slice(39, 42);
      if (opening === null || decimalsOf(currency) === null) return null;
      statements.push({ opening, closing: null, entries: [] });
      movement = '';
    } else if (line.startsWith('8')) {
      const closing = amountOf(line.slice(41, 57));
      if (closing === null || statement === undefined) return null;
      statement.closing = closing;
    } else if (line.startsWith('21')) {
      const [sequence, detail, type] = [line.slice(2, 6), line.slice(6, 10), line.charAt(53)];
      // Numbers that begin again are left to the parser.
      if (detail === '0000' && sequence === movement && type >= '5') return null;
      if (detail !== '0000') continue;
      movement = sequence;
      const amount = amountOf(line.slice(31, 47));
      const value = line.slice(47, 53);
      const valueDate = value === '000000' || value === '      ' ? null : dayOf(value);
      const bookingDate = dayOf(line.slice(115, 121));
      if (amount === null || statement === undefined || valueDate === undefined || bookingDate === undefined)
        return null;
      statement.entries.push({ amount, bookingDate, valueDate });
    }
  }
  return statements;
}
