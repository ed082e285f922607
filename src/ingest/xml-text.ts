/** Text of an XML file as it is meant: line ends made one, references replaced. What they may be was checked before. */

const predefined: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/**
 * The character that `&name;` stands for; null when it is none of the five, or no number of a character.
 *
 * @param name - what stands between `&` and `;`.
 * @see XML 1.0, 4.1 and 4.6: other entities would need a DOCTYPE, which is refused.
 */
export function characterNamed(name: string): string | null {
  const known = predefined.get(name);
  if (known !== undefined) return known;
  const digits = /^#(?:x0*([0-9A-Fa-f]{1,6})|0*([0-9]{1,7}))$/.exec(name);
  if (digits === null) return null;
  const code = digits[1] === undefined ? +(digits[2] ?? '') : +`0x${digits[1]}`;
  return isCharacter(code) ? String.fromCodePoint(code) : null;
}

const isCharacter = (code: number): boolean =>
  code < 0x20
    ? code === 0x09 || code === 0x0a || code === 0x0d
    : (code < 0xd800 || code > 0xdfff) && code !== 0xfffe && code !== 0xffff && code <= 0x10ffff;

/** Line ends first: a carriage return that was written as `&#13;` stays one. */
const withLineFeeds = (raw: string): string => (raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw);

const withCharacters = (text: string): string =>
  text.includes('&') ? text.replace(/&([^;]*);/g, (_, name: string) => characterNamed(name) ?? '') : text;

export const textOfRaw = (raw: string): string => withCharacters(withLineFeeds(raw));
export const textOfRawSection = withLineFeeds;
/** @see XML 1.0, 3.3.3: blanks of any kind become spaces. */
export const textOfRawAttribute = (raw: string): string =>
  /[&\t\n\r]/.test(raw) ? withCharacters(withLineFeeds(raw).replace(/[\t\n]/g, ' ')) : raw;

const blank = String.raw`[ \t\r\n]`;
const attribute = (name: string, value: string): string =>
  `${blank}+${name}${blank}*=${blank}*(?:"(?:${value})"|'(?:${value})')`;
const xmlDeclaration = new RegExp(
  `^<\\?xml${attribute('version', '1\\.0')}(?:${attribute('encoding', '[A-Za-z][A-Za-z0-9._-]*')})?` +
    `(?:${attribute('standalone', 'yes|no')})?${blank}*\\?>$`,
);

/** @see XML 1.0, production 23. Version 1.1 has other line ends and characters, and no bank sends it: refused. */
export const isXmlDeclaration = (text: string): boolean => xmlDeclaration.test(text);
