/**
 * A column of many rows as the text of one PostgreSQL array, for `unnest($1::uuid[])`. The driver would spell the array
 * value by value, each looked through for quotes: an eighth of the time that applying took in Node.js.
 *
 * @param values - ids, days, amounts, code words: what has no quotes, commas, braces or blanks in it, and is not empty.
 * @throws TypeError when a value would have to be quoted.
 * @see PostgreSQL manual, "Array Input and Output Syntax"
 */
export function arrayText(values: readonly (string | number | bigint | null)[]): string {
  const inside = values.map((value) => value ?? 'NULL').join(',');
  const commaCount = inside.length - inside.replaceAll(',', '').length;
  if (values.length > 0 && (commaCount !== values.length - 1 || needsQuotes.test(inside)))
    throw new TypeError('an array of plain words holds a value that needs quotes');
  return `{${inside}}`;
}

const needsQuotes = /[{}"\\\s]|^,|,,|,$|^$/;
