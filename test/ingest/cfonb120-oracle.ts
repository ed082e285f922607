/** What a few lines of cutting see in a CFONB 120 file; they share nothing with the parser. Null where it is not plain. */
import { dayOf, decimalsOf, plainLines, pointed } from './fixed-oracle.ts';
import { plainNumber, type OracleEntry, type OracleStatement } from './oracle.ts';

/** A letter for the last digit and the sign of the whole. */
function amountOf(line: string): string | null {
  const digits = line.slice(90, 103);
  const letter = line.charAt(103);
  const [credit, debit] = ['{ABCDEFGHI'.indexOf(letter), '}JKLMNOPQR'.indexOf(letter)];
  if (!/^\d{13}$/.test(digits) || !/^\d$/.test(line.charAt(19)) || Math.max(credit, debit) < 0) return null;
  return plainNumber(pointed(digits + String(Math.max(credit, debit)), Number(line.charAt(19))), debit >= 0);
}

/** Per record 01: both balances, and each 04 with its sign and days. */
export function readCfonbFacts(bytes: Uint8Array): readonly OracleStatement[] | null {
  const lines = plainLines(bytes, 120);
  if (lines === null) return null;
  const statements: { opening: string; closing: string | null; entries: OracleEntry[] }[] = [];
  let currency = '';
  for (const line of lines) {
    const code = line.slice(0, 2);
    if (code === '05') continue;
    if (code === '01') currency = line.slice(16, 19);
    // Entries that leave the currency out, or have another one, are left to the parser.
    if (decimalsOf(currency) === null || line.slice(16, 19) !== currency) return null;
    const amount = amountOf(line);
    const bookingDate = dayOf(line.slice(34, 40));
    const statement = statements.at(-1);
    if (amount === null || bookingDate === undefined) return null;
    if (code === '01') statements.push({ opening: amount, closing: null, entries: [] });
    else if (statement === undefined) return null;
    else if (code === '07') statement.closing = amount;
    else if (code === '04') {
      const value = line.slice(42, 48);
      const valueDate = value === '      ' || value === '000000' ? null : dayOf(value);
      if (valueDate === undefined) return null;
      statement.entries.push({ amount, bookingDate, valueDate });
    } else return null;
  }
  return statements;
}
