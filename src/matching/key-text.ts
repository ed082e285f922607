/**
 * Text in comparable form: the letters A-Z and digits 0-9 that a reader sees, and nothing else.
 *
 * `Fa 2024/00123`, `FA2024-00123` and `ＦＡ２０２４００１２３` are one key, `FA202400123`. Accents go, compatibility forms
 * (full width, circled, mathematical) become plain, zero-width and bidi controls vanish without separating anything.
 */
import { hashStep } from './hash.ts';
import { asciiKind, asciiKinds, capitalOf } from './text/ascii.ts';

// Letters that Unicode does not decompose, as a person without the key types them.
const plainForms: Readonly<Record<string, string>> = {
  Æ: 'AE',
  Œ: 'OE',
  Ø: 'O',
  Ł: 'L',
  Đ: 'D',
  Ð: 'D',
  Þ: 'TH',
};
// `Nº 12` and `№12` introduce a number; their compatibility forms (`No`) would stick to it.
const numberSigns: ReadonlySet<string> = new Set(['º', 'ª', '°', '№']);
const vanishing = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;
export const isCapital = (code: number): boolean => code >= 65 && code <= 90;
const isSmall = (code: number): boolean => code >= 97 && code <= 122;
const isKeyCharacter = (code: number): boolean => isDigit(code) || isCapital(code);

/**
 * What one code point contributes to a key: `é` gives `E`, `ß` gives `SS`; a mark or control gives the empty text;
 * null means that it separates.
 */
export function foldCharacter(character: string): string | null {
  const code = character.charCodeAt(0);
  if (character.length === 1 && code < 128) {
    if (isKeyCharacter(code)) return character;
    return isSmall(code) ? String.fromCharCode(code - 32) : null;
  }
  if (vanishing.test(character)) return '';
  if (numberSigns.has(character)) return null;
  let folded = '';
  for (const part of character.normalize('NFKD').toUpperCase().normalize('NFKD')) {
    if (isKeyCharacter(part.charCodeAt(0))) folded += part;
    else folded += plainForms[part] ?? '';
  }
  return folded === '' ? null : folded;
}

/** Hashes the key of a text without making it. @param hash - of what stands before it. */
export function hashKey(hash: number, text: string): number {
  let after = hash;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 127) return hashCharacters(hash, keyOf(text));
    const kind = asciiKinds[code];
    if (kind === asciiKind.letter || kind === asciiKind.digit) after = hashStep(after, capitalOf(code));
  }
  return after;
}

function hashCharacters(hash: number, key: string): number {
  let after = hash;
  for (let at = 0; at < key.length; at += 1) after = hashStep(after, key.charCodeAt(at));
  return after;
}

// oxlint-disable-next-line no-control-regex -- ASCII is what this asks for
const ascii = /^[\u0000-\u007f]*$/;

const key = /^[0-9A-Z]*$/;

/** The key of a whole text: its folded characters without what stood between them. */
export function keyOf(text: string): string {
  if (key.test(text)) return text;
  // Nearly all that banks write: no character of it needs a look of its own.
  if (ascii.test(text)) return text.toUpperCase().replaceAll(/[^0-9A-Z]+/g, '');
  let folded = '';
  for (const character of text) folded += foldCharacter(character) ?? '';
  return folded;
}

const digitCount = (key: string): number => {
  let count = 0;
  for (let index = 0; index < key.length; index += 1) if (isDigit(key.charCodeAt(index))) count += 1;
  return count;
};

/** Longer ones are not looked for in text: no reading goes further than this from where it started. */
const longestReference = 40;

/**
 * The key of a structured creditor reference. One of digits only (QRR, Belgian, Finnish) loses its leading zeros:
 * banks pad and strip them. Null when fewer than four characters are left.
 */
export function creditorReferenceKeyOf(reference: string): string | null {
  const key = keyOf(reference);
  let start = 0;
  if (digitCount(key) === key.length) while (key.charCodeAt(start) === 48) start += 1;
  return key.length - start >= 4 && key.length - start <= longestReference ? key.slice(start) : null;
}
