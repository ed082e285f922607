/** What a few regular expressions see in an OFX file; they share nothing with the parser. Null where it is not plain. */
import { plainNumber, type OracleEntry, type OracleStatement } from './oracle.ts';

const plainText = /^[\t\r\n\x20-\x7E]*$/;
const nested = /<(?:CURRENCY|ORIGCURRENCY|PAYEE|BANKACCTTO|CCACCTTO)>/i;

/** Per `STMTRS` and its kind: the ledger balance, and each transaction. OFX has no opening balance. */
export function readOfxFacts(bytes: Uint8Array): readonly OracleStatement[] | null {
  const text = Buffer.from(bytes).toString('latin1');
  // Comments and character data may hide or hold anything; attributes and blanks in tags are left to the parser.
  if (!plainText.test(text) || /<!|<\/?[\w.]+\s/.test(text.replace(/<\?[^>]*>/g, ''))) return null;
  const statements: OracleStatement[] = [];
  for (const [, , block = ''] of text.matchAll(/<((?:CC|INV)?STMTRS)>(.*?)<\/\1>/gis)) {
    const entries: OracleEntry[] = [];
    for (const [, name = '', content = ''] of block.matchAll(/<(STMTTRNP?)>(.*?)<\/\1>/gis)) {
      const entry = entryOf(content, name.toUpperCase() === 'STMTTRNP' ? 'DTTRAN' : 'DTPOSTED');
      if (entry === null) return null;
      entries.push(entry);
    }
    statements.push({ opening: null, closing: closingOf(block), entries });
  }
  return statements;
}

function entryOf(content: string, dateName: string): OracleEntry | null {
  const amount = decimalOf(only(content, 'TRNAMT'));
  const bookingDate = dayOf(only(content, dateName));
  const available = only(content, 'DTAVAIL');
  const isPlain = !/<DTAVAIL>/i.test(content) || (!nested.test(content) && dayOf(available) !== null);
  if (amount === null || bookingDate === null || !isPlain) return null;
  return { amount, bookingDate, valueDate: dayOf(available) };
}

/** The value of an element that stands there once; null when it does not, or has an entity. */
function only(content: string, name: string): string | null {
  const [first, second] = [...content.matchAll(new RegExp(`<${name}>([^<]*)`, 'gi'))];
  const value = first?.[1]?.trim() ?? '';
  return second !== undefined || value === '' || value.includes('&') ? null : value;
}

function closingOf(block: string): string | null | undefined {
  const parts = block.split(/<LEDGERBAL>/i);
  if (parts.length === 1) return null;
  const [before = '', after = ''] = parts;
  const counts = ['BANKTRANLISTP?', '/BANKTRANLISTP?', 'AVAILBAL', '/AVAILBAL', 'INVTRANLIST', '/INVTRANLIST'].map(
    (name) => before.match(new RegExp(`<${name}>`, 'gi'))?.length ?? 0,
  );
  const isAtItsPlace = counts[0] === counts[1] && counts[2] === counts[3] && counts[4] === counts[5];
  if (parts.length > 2 || !isAtItsPlace) return undefined;
  const balance = after.split(/<\/LEDGERBAL>/i)[0] ?? '';
  if (/<BALAMT>\s*</i.test(balance) && !/<BALAMT>.*<BALAMT>/is.test(balance)) return null;
  return decimalOf(only(balance, 'BALAMT')) ?? undefined;
}

function decimalOf(written: string | null): string | null {
  const [, sign, digits] = /^([+-]?)([\d.,]+)$/.exec(written ?? '') ?? [];
  return digits === undefined ? null : plainNumber(digits, sign === '-');
}

/** The local day; null where it is not plainly one. */
function dayOf(written: string | null): string | null {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})(?:\d{6}(?:\.\d{3})?)?(?:\[[^\]]*\])?$/.exec(written ?? '') ?? [];
  const text = `${year}-${month}-${day}`;
  const at = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || !at.toISOString().startsWith(text) ? null : text;
}
