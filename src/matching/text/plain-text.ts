/** A line as ASCII, with the way back to where each character stood. */
import { foldCharacter } from '../key-text.ts';

/** `places` is null when nothing was changed: then a character stands where it stood. */
export type PlainText = Readonly<{ text: string; places: Uint32Array | null }>;

const dash = /^[\p{Pd}\u2212]$/u;
const blank = /^\s$/u;
const numberSigns: ReadonlySet<string> = new Set(['º', 'ª', '°', '№']);
// oxlint-disable-next-line no-control-regex -- ASCII is what this asks for
const ascii = /^[\u0000-\u007f]*$/;

/** `é` gives `E`, `ß` gives `SS`, a full-width digit its digit, a dash `-`; marks and controls vanish. */
export function plainTextOf(line: string): PlainText {
  if (ascii.test(line)) return { text: line, places: null };
  let text = '';
  const places: number[] = [];
  let at = 0;
  for (const character of line) {
    const plain = plainCharacter(character);
    for (let index = 0; index < plain.length; index += 1) places.push(at);
    text += plain;
    at += character.length;
  }
  places.push(at);
  return { text, places: Uint32Array.from(places) };
}

function plainCharacter(character: string): string {
  if (character.charCodeAt(0) < 128) return character;
  const folded = foldCharacter(character);
  if (folded !== null) return folded;
  if (dash.test(character)) return '-';
  return blank.test(character) || numberSigns.has(character) ? ' ' : '!';
}
