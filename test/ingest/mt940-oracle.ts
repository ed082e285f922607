/**
 * A second, tiny reading of MT940 and MT942, to compare the parser with: a few regular expressions over lines, sharing
 * no code with it. It knows money and dates only, and says so when it cannot tell: better no answer than a guess.
 */

/** Amounts are decimals with a point and their sign, without zeros at the end; days as `YYYY-MM-DD`. */
type MtEntryFacts = Readonly<{ amount: string; valueDate: string; bookingDate: string }>;
type MtStatementFacts = Readonly<{
  currency: string | null;
  opening: string | null;
  closing: string | null;
  entries: readonly MtEntryFacts[];
}>;
export type MtFacts = readonly MtStatementFacts[];

type Draft = { currency: string | null; opening: string | null; closing: string | null; entries: MtEntryFacts[] };

const balanceLine = /^:(60|62)[FM]:([CD])\d{6}([A-Z]{3})(\d+(?:,\d*)?)\s*$/;
const entryLine = /^:61:(\d{6})(\d{4})?E?(R?)([CD])[A-Z]?(\d+(?:,\d*)?)(?:[A-Z ].*)?$/;
const floorLine = /^:34F:([A-Z]{3})[CD]?\d/;
/** Lines of fields that carry no money facts, and text. A tag that is none of them may be text or a fault. */
const otherLine = /^(?!:)|^:(?:20|21|25P?|28C?|13D?|64|65|86|NS|90[CD]|34F):/;

/** `-12.5` of `D` and `12,50`. */
function signedDecimal(isDebit: boolean, written: string): string {
  const [whole = '', fraction = ''] = written.split(',');
  const digits = fraction.replace(/0+$/, '');
  const value = whole.replace(/^0+(?=\d)/, '') + (digits === '' ? '' : `.${digits}`);
  return isDebit && value !== '0' ? `-${value}` : value;
}

/** Null for a day that is not in the calendar. */
function dayOf(year: number, monthDay: string): string | null {
  const text = `${String(year)}-${monthDay.slice(0, 2)}-${monthDay.slice(2)}`;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? null : text;
}

function entryFacts(line: RegExpExecArray): MtEntryFacts | null {
  const [, value = '', entry, reversal, mark, written = ''] = line;
  const year = Number(value.slice(0, 2)) + (value.slice(0, 2) < '80' ? 2000 : 1900);
  const valueDate = dayOf(year, value.slice(2));
  if (valueDate === null) return null;
  const near = Date.parse(valueDate);
  const distance = (day: string): number => Math.abs(Date.parse(day) - near);
  const candidates = [year - 1, year, year + 1].flatMap((one) => dayOf(one, entry ?? value.slice(2)) ?? []);
  const [bookingDate] = candidates.toSorted((a, b) => distance(a) - distance(b));
  if (bookingDate === undefined) return null;
  const isDebit = (mark === 'D') !== (reversal === 'R');
  return { amount: signedDecimal(isDebit, written), valueDate, bookingDate };
}

// oxlint-disable-next-line no-control-regex
const controlCharacters = /[\u0001-\u0008\u000B\u000C\u000E-\u001F]/g;

/** @returns null when the bytes are no such file, or hold something that these few lines do not understand. */
export function readMtFacts(bytes: Uint8Array): MtFacts | null {
  // SOH, ETX and SUB stand around messages in real files: they are no part of a line.
  const text = new TextDecoder('windows-1252').decode(bytes).replace(controlCharacters, '');
  const statements: Draft[] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    // Envelopes and lines before the first message are not of interest here, and ends are not checked.
    if (line.includes('{') || line.includes('}') || line.includes('\0')) return null;
    if (line.startsWith(':20:')) statements.push({ currency: null, opening: null, closing: null, entries: [] });
    const statement = statements.at(-1);
    if (statement === undefined) {
      // A message whose beginning is lost: whether it is one is a matter of rules.
      if (balanceLine.test(line) || entryLine.test(line)) return null;
      continue;
    }
    const balance = balanceLine.exec(line);
    const entry = entryLine.exec(line);
    if (balance !== null) {
      const [, tag, mark, currency = '', written = ''] = balance;
      const place = tag === '60' ? 'opening' : 'closing';
      // Out of place, it may be text, or a second one.
      if (statement[place] !== null || (place === 'opening' && statement.entries.length > 0)) return null;
      statement[place] = signedDecimal(mark === 'D', written);
      statement.currency ??= currency;
    } else if (entry !== null) {
      const facts = entryFacts(entry);
      if (facts === null || statement.closing !== null) return null;
      statement.entries.push(facts);
    } else if (!otherLine.test(line)) return null;
    if (statement.opening === null) statement.currency ??= floorLine.exec(line)?.[1] ?? null;
  }
  return statements.length === 0 ? null : statements;
}
