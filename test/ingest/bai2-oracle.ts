/** What a few lines of splitting see in a BAI2 file; they share nothing with the parser. Null where it is not plain. */
import { plainNumber, type OracleEntry, type OracleStatement } from './oracle.ts';

const plainText = /^[\t\r\n\x20-\x7E]*$/;
const decimalsOf = (currency: string): number =>
  /^(?:BIF|CLP|DJF|GNF|ISK|JPY|KMF|KRW|PYG|RWF|UGX|UYI|VND|VUV|XAF|XOF|XPF)$/.test(currency)
    ? 0
    : /^(?:BHD|IQD|JOD|KWD|LYD|OMR|TND)$/.test(currency)
      ? 3
      : 2;

/** Per account: balances, and each detail with the day of its group and its own value date. */
export function readBaiFacts(bytes: Uint8Array): readonly OracleStatement[] | null {
  const text = Buffer.from(bytes).toString('latin1');
  // A record inside a line, and a line that is no record, are left to the parser.
  if (!plainText.test(text) || /\/[^\S\r\n]+\d\d\s*,/.test(text)) return null;
  const rows: [code: string, content: string][] = [];
  for (const line of text.split(/[\r\n]+/).map((row) => row.trim())) {
    if (line === '') continue;
    const [, code = '', content = ''] = /^(\d\d),(.*)$/.exec(line) ?? [];
    if (code === '') return null;
    const own = content.trimEnd().replace(/\/$/, '');
    const last = rows.at(-1);
    if (code !== '88') rows.push([code, own]);
    else if (last !== undefined) last[1] += `,${own}`;
    if (code !== '16' && code !== '88' && content.trimEnd().replace(/\/$/, '').includes('/')) return null;
  }
  return statementsOf(rows.map(([code, content]) => [code, content.split(',').map((field) => field.trim())]));
}

type Row = readonly [code: string, fields: readonly string[]];

function statementsOf(rows: readonly Row[]): readonly OracleStatement[] | null {
  const statements: { opening: string | null; closing: string | null; entries: OracleEntry[] }[] = [];
  let [day, groupCurrency, isFinal, decimals] = ['', 'USD', true, 2];
  for (const [code, fields] of rows) {
    if (code === '02') {
      day = dayOf(fields[3] ?? '');
      groupCurrency = fields[5] || 'USD';
      isFinal = !/^[24]$/.test(fields[2] ?? '') && !/^[13]$/.test(fields[6] ?? '');
    }
    if (code === '03') {
      decimals = decimalsOf(fields[1] || groupCurrency);
      const amounts = amountsOf(fields.slice(2));
      if (amounts === null) return null;
      const opening = decimalOf(amounts.get('010'), decimals);
      statements.push({ opening, closing: isFinal ? decimalOf(amounts.get('015'), decimals) : null, entries: [] });
    }
    if (code !== '16' || (fields[0] === '890' && /^[+-]?0*$/.test(fields[1] ?? ''))) continue;
    const type = Number(fields[0]);
    const isDebit = (type >= 400 && type <= 699) || (type >= 960 && type <= 999);
    const amount = decimalOf(fields[1], decimals);
    if (amount === null || amount.startsWith('-')) return null;
    const valueDate = fields[2]?.toUpperCase() === 'V' && (fields[3] ?? '') !== '' ? dayOf(fields[3] ?? '') : null;
    const isNegative = isDebit && amount !== '0';
    statements.at(-1)?.entries.push({ amount: isNegative ? `-${amount}` : amount, bookingDate: day, valueDate });
  }
  return statements;
}

/** The first amount of each type of an account record. */
function amountsOf(fields: readonly string[]): ReadonlyMap<string, string> | null {
  const amounts = new Map<string, string>();
  for (let at = 0; at < fields.length;) {
    const [type = '', amount = '', , funds = ''] = fields.slice(at, at + 4);
    const kind = funds.toUpperCase();
    if (amount !== '' && !amounts.has(type)) amounts.set(type, amount);
    at += 4 + (kind === 'V' ? 2 : kind === 'S' ? 3 : kind === 'D' ? 1 + 2 * Number(fields[at + 4]) : 0);
    if (Number.isNaN(at)) return null;
  }
  return amounts;
}

function dayOf(written: string): string {
  const full = written.length === 6 ? `${Number(written.slice(0, 2)) >= 80 ? '19' : '20'}${written}` : written;
  return `${full.slice(0, 4)}-${full.slice(4, 6)}-${full.slice(6)}`;
}

function decimalOf(written: string | undefined, decimals: number): string | null {
  const [, sign, digits = ''] = /^([+-]?)(\d+)$/.exec(written ?? '') ?? [];
  if (digits === '') return null;
  const padded = digits.padStart(decimals + 1, '0');
  const point = padded.length - decimals;
  return plainNumber(`${padded.slice(0, point)}.${padded.slice(point)}`, sign === '-');
}
