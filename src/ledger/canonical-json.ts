type Json = string | number | boolean | null | bigint | readonly Json[] | { readonly [key: string]: Json };
export type CanonicalValue = Json;

/**
 * One text per value: keys sorted, no blanks, bigints as decimal strings. What is hashed must have one spelling only.
 *
 * @see RFC 8785, of which this is the part without floating-point numbers.
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'bigint') return `"${value}"`;
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new TypeError(`not a whole number: ${value}`);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  let inside = '';
  if (isList(value)) {
    for (const each of value) inside += `${inside === '' ? '' : ','}${canonicalJson(each)}`;
    return `[${inside}]`;
  }
  for (const key of Object.keys(value).toSorted())
    inside += `${inside === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`;
  return `{${inside}}`;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
