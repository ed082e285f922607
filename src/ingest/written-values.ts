/** Small readings that every format shares: accounts, absent references, blanks. */

/** An account in comparable form: upper case, blanks removed. Bank and currency written around it are kept. */
export const normalizeAccount = (written: string): string => withoutBlanks(written).toUpperCase();

export const withoutBlanks = (text: string): string => text.replace(/\s+/g, '');

/** Banks write these where a reference is mandatory and they have none. */
const placeholders: ReadonlySet<string> = new Set(['NOTPROVIDED', 'NOTAVAILABLE', 'NONREF', 'NOREF', 'NOTPROV']);

/** The reference, or null where the bank wrote a word for "none". */
export function realReference(written: string | null): string | null {
  if (written === null) return null;
  const trimmed = written.trim();
  // All of them begin with an N.
  if (trimmed !== '' && !/^n/i.test(trimmed)) return trimmed;
  return trimmed === '' || placeholders.has(trimmed.toUpperCase().replace(/[\s_-]/g, '')) ? null : trimmed;
}
