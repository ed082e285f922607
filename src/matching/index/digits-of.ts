import { longestDigits, readDocumentDigits, type DocumentDigits } from './document-number.ts';

const read: DocumentDigits = { digits: 0, size: 0, prefix: 0, grouping: 0 };
/** All digits of a code as one number; -1 when there are none, or too many to hold. */
export function digitsOf(code: string): number {
  readDocumentDigits(code, read);
  return read.size === 0 || read.size >= longestDigits ? -1 : read.digits;
}
