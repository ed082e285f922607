/** What a file is, from its first bytes and never from its name. */
import { roughText } from './decode-text.ts';
import type { FormatReader } from './format.ts';
import { formats } from './formats.ts';

/** The format that recognises the first bytes, 16 KiB of them where the file has as many. */
export function detectFormat(head: Uint8Array): FormatReader | null {
  const text = beginning(head);
  return formats.find((format) => format.recognises(text)) ?? null;
}

/** The first characters as a person may see them, for the refusal. */
export function describeBeginning(head: Uint8Array): string {
  const shown = beginning(head)
    .slice(0, 60)
    .replace(/[^\u0020-\u007E]+/g, ' ')
    .trim();
  return shown === '' ? 'no readable text' : `"${shown}"`;
}

/** True when there is nothing but blanks and padding. */
export const isBlank = (head: Uint8Array): boolean => beginning(head) === '';

// oxlint-disable-next-line no-control-regex
const invisible = /^(?:\uFEFF|\u00EF\u00BB\u00BF|[\u0000-\u0020])+/;

const beginning = (head: Uint8Array): string => roughText(head).replace(invisible, '');
