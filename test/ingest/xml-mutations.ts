/** Damage that a seed repeats: the same number makes the same changes. */

/** Numbers from 0 up to `limit`, without it. @see mulberry32 */
export type Dice = (limit: number) => number;

export function dice(seed: number): Dice {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

const characters =
  '<>&/!?="\' \t\n\r]-:;#x1aZé😀\u0000\u0001\u001A\u007F\u0085\u00B7\u0300\u2028\uFEFF\uFFFD\uFFFE\uFFFF';
// One word a piece: what XML is made of, right and wrong.
const words =
  '<!-- --> -- <![CDATA[ ]]> ]] <? ?> </ /> <a <a> </a> <a/> &amp; &lt; &#65; &#x41; &#X41; &#0; &#13; &#xD800; ' +
  '&#x10FFFF; &#x110000; &bank; &; xmlns:x="" <!ELEMENT <?a?b?> <?a??> version encoding="UTF-8"';
const phrases = [
  ' a="1"',
  " b='<'",
  ' a = "&quot;"',
  '<?xml version="1.0"?>',
  '<?xml version="1.1"?>',
  '<?xml ',
  '\r\n',
];
const more = ['<?xml-style x?>', '<!DOCTYPE a>', '<!doctype a>', '<?XML a?>'];

const snippets = Array.from(characters).concat(words.split(' '), phrases, more);

/** One to four changes: cut, double, drop, swap, or put something in. */
export function mutate(text: string, roll: Dice): string {
  let changed = text;
  for (let count = 1 + roll(4); count > 0; count--) changed = change(changed, roll);
  return changed;
}

function change(text: string, roll: Dice): string {
  const at = roll(text.length + 1);
  const end = Math.min(text.length, at + 1 + roll(roll(4) === 0 ? 40 : 3));
  const snippet = snippets[roll(snippets.length)] ?? '';
  switch (roll(12)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(0, at) + text.slice(end);
    case 2:
      return text.slice(0, end) + text.slice(at);
    case 3:
      return text.slice(0, at) + text.slice(at, end).toUpperCase() + text.slice(end);
    case 4:
      return text.slice(0, at) + String.fromCharCode(roll(128)) + text.slice(at + 1);
    case 5:
      return text + snippet;
    case 6:
      return snippet + text;
    default:
      return text.slice(0, at) + snippet + text.slice(roll(2) === 0 ? at : end);
  }
}
