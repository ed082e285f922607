/** What two tiny readers of fixed records share; nothing of it comes from the parsers. */

const decimals: Readonly<Record<string, number>> = { EUR: 2, USD: 2, GBP: 2, CHF: 2, TND: 3, JPY: 0 };
export const decimalsOf = (currency: string): number | null => decimals[currency] ?? null;

/** The lines, each of its full width and plain ASCII but for the trailing blanks of the last; null where they are not so. */
export function plainLines(bytes: Uint8Array, width: number): readonly string[] | null {
  const text = Buffer.from(bytes).toString('latin1');
  if (!/^[\n\r\x20-\x7E]*$/.test(text)) return null;
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  const last = lines.length - 1;
  const padded = lines.map((line, index) => (index === last ? line.padEnd(width) : line));
  return padded.length > 0 && padded.every((line) => line.length === width && !line.startsWith(' ')) ? padded : null;
}

/** `DDMMYY`; undefined for what is no day of any month. */
export function dayOf(written: string): string | undefined {
  const [, day = '', month = '', year = ''] = /^(\d\d)(\d\d)(\d\d)$/.exec(written) ?? [];
  const date = `${Number(year) >= 60 ? '19' : '20'}${year}-${month}-${day}`;
  const read = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(read.valueOf()) && read.toISOString().startsWith(date) ? date : undefined;
}

/** `1234` with two decimals is `12.34`. */
export function pointed(digits: string, scale: number): string {
  const padded = digits.padStart(scale + 1, '0');
  return `${padded.slice(0, padded.length - scale)}.${padded.slice(padded.length - scale)}`;
}
