/** What goes wrong between an invoice and the bank's text: fingers, scanners, narrow fields. */
import type { Random } from './random.ts';

const replaceAt = (text: string, index: number, length: number, replacement: string): string =>
  text.slice(0, index) + replacement + text.slice(index + length);

// Beside each other in the number row and on the number pad.
const neighbours: Readonly<Record<string, string>> = {
  '0': '19',
  '1': '204',
  '2': '135',
  '3': '246',
  '4': '3571',
  '5': '4682',
  '6': '5793',
  '7': '684',
  '8': '795',
  '9': '806',
};

/** One slip of the fingers: a wrong, swapped, missing or doubled digit; in a text without digits, a letter. */
export function mistyped(text: string, random: Random): string {
  const hasDigits = /\d/.test(text);
  const places = [...text.matchAll(hasDigits ? /\d/g : /\p{L}/gu)].map((match) => match.index);
  if (places.length === 0) return text;
  const place = random.pick(places);
  const character = text.charAt(place);
  return random.weighted<() => string>([
    [45, () => replaceAt(text, place, 1, hasDigits ? random.pick((neighbours[character] ?? '0').split('')) : 'E')],
    [30, () => replaceAt(text, place, 2, text.charAt(place + 1) + character)],
    [15, () => replaceAt(text, place, 1, '')],
    [10, () => replaceAt(text, place, 1, character + character)],
  ])();
}

const lookalikes: Readonly<Record<string, string>> = {
  '0': 'O',
  '1': 'I',
  '2': 'Z',
  '5': 'S',
  '6': 'G',
  '8': 'B',
  O: '0',
  I: '1',
  S: '5',
  B: '8',
};

/** One or two characters taken for others that look like them. */
export function misread(text: string, random: Random): string {
  const places = [...text.matchAll(/[0125689OISB]/g)].map((match) => match.index);
  let changed = text;
  for (const place of random.sample(places, random.chance(0.3) ? 2 : 1)) {
    changed = replaceAt(changed, place, 1, lookalikes[text.charAt(place)] ?? text.charAt(place));
  }
  return changed;
}

/** Torn within: a blank, or a new line of the field, at a place inside the number. */
export function torn(text: string, random: Random): string {
  const place = 1 + random.below(Math.max(1, text.length - 1));
  return replaceAt(
    text,
    place,
    0,
    random.weighted([
      [60, ' '],
      [25, '\n'],
      [15, '  '],
    ]),
  );
}

/** Broken at the bank's column width, words or not, as narrow fields do. */
export function wrapped(text: string, width: number): string {
  return (text.match(new RegExp(`[^]{1,${width}}`, 'g')) ?? [text]).join('\n');
}

/** One error of any kind somewhere in the text. */
export function damaged(text: string, random: Random): string {
  return random.weighted<() => string>([
    [50, () => mistyped(text, random)],
    [20, () => misread(text, random)],
    [30, () => torn(text, random)],
  ])();
}
