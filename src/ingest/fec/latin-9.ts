import { fromWindows1252 } from '../windows-1252.ts';

// ISO 8859-15 has these eight where latin1 has signs that no French text needs.
const letters: Readonly<Record<string, string>> = {
  '\u00A4': '€',
  '\u00A6': 'Š',
  '\u00A8': 'š',
  '\u00B4': 'Ž',
  '\u00B8': 'ž',
  '\u00BC': 'Œ',
  '\u00BD': 'œ',
  '\u00BE': 'Ÿ',
};

/**
 * ISO 8859-15 of bytes that were read as latin1. Where it has control characters, which are no text, stand the letters
 * of Windows-1252: many programs write that and call it 8859-15.
 */
export const fromLatin9 = (latin1: string): string =>
  fromWindows1252(latin1.replace(/[\u00A4\u00A6\u00A8\u00B4\u00B8\u00BC-\u00BE]/g, (sign) => letters[sign] ?? sign));
