/**
 * The text form of COPY, both ways. Binary COPY was measured and is not faster in JavaScript.
 *
 * @see PostgreSQL manual, COPY, "Text Format"
 */

export type CopyValue = string | number | bigint | boolean | null;

/** One field: NULL as `\N`; tab, line ends and backslash escaped; NUL, which PostgreSQL can't store, as U+FFFD. */
function copyField(value: CopyValue): string {
  if (value === null) return '\\N';
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (typeof value !== 'string') return String(value);
  return /[\\\t\n\r\0]/.test(value)
    ? value.replaceAll(/[\\\t\n\r\0]/g, (character) => escapes[character] ?? '')
    : value;
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\0': '�',
};

export const copyRow = (fields: readonly CopyValue[]): string => `${fields.map(copyField).join('\t')}\n`;

/** A row of a `COPY … TO STDOUT`: its fields, null for `\N`. */
export type CopiedRow = readonly (string | null)[];

/**
 * Rows of a `COPY … TO STDOUT` as they come, those of one network chunk at a time: half a million rows handed over one by
 * one would wait half a million times.
 */
export async function* readCopyRows(source: AsyncIterable<Buffer>): AsyncGenerator<readonly CopiedRow[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const bytes of source) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield lines.map(readLine);
  }
}

const unescaped: Readonly<Record<string, string>> = {
  t: '\t',
  n: '\n',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  '\\': '\\',
};

const readLine = (line: string): CopiedRow =>
  line.includes('\\') ? line.split('\t').map(unescapeField) : line.split('\t');

function unescapeField(field: string): string | null {
  if (field === '\\N') return null;
  if (!field.includes('\\')) return field;
  return field.replaceAll(/\\(.)/gs, (_, character: string) => unescaped[character] ?? character);
}
