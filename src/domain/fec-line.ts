/**
 * A line in the shape of the French accounting file (FEC): eighteen columns, TAB between them, decimal comma, no quoting.
 *
 * @see Livre des procédures fiscales, art. A47 A-1, VII and XII
 */
import type { LocalDate } from './local-date.ts';

export const fecColumns = [
  'JournalCode',
  'JournalLib',
  'EcritureNum',
  'EcritureDate',
  'CompteNum',
  'CompteLib',
  'CompAuxNum',
  'CompAuxLib',
  'PieceRef',
  'PieceDate',
  'EcritureLib',
  'Debit',
  'Credit',
  'EcritureLet',
  'DateLet',
  'ValidDate',
  'Montantdevise',
  'Idevise',
] as const;

/** The fields of a line as text, line end included. What would end a field or a line, or is no letter, becomes a blank. */
export const fecLine = (fields: readonly string[]): string =>
  `${fields.map((field) => field.replaceAll(unwritable, ' ')).join('\t')}\r\n`;

// Control characters and Unicode's own line ends; `|` is the other separator of the law.
const unwritable = /[\p{Cc}\u2028\u2029|]/gu;

/** `20260302`; blank for none. */
export const fecDate = (date: LocalDate | null): string => date?.replaceAll('-', '') ?? '';

/** `1234,50`, from a decimal with a point. */
export const fecAmount = (decimal: string): string => decimal.replace('.', ',');

/** At least three digits, as the law wants them: `58` is `580`. */
export const fecAccount = (account: string): string => account.padEnd(3, '0');
