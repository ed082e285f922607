/** Character references: `&amp;` and its kind, `&#233;`. */

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const reference = /&(?:#(\d{1,7})|#x([0-9A-Fa-f]{1,6})|([A-Za-z][A-Za-z0-9]{0,31}));|&/g;

/**
 * The text with its references replaced. XML allows no other `&`; in OFX 1 people write names such as `A & B` with it.
 *
 * @returns null when an XML text has a `&` that refers to nothing.
 */
export function withoutEntities(text: string, isXml: boolean): string | null {
  if (!text.includes('&')) return text;
  let isBroken = false;
  const replaced = text.replace(reference, (whole, decimal?: string, hexadecimal?: string, name?: string) => {
    const code = decimal === undefined ? (hexadecimal === undefined ? null : `0x${hexadecimal}`) : decimal;
    const character = code === null ? (named[name ?? ''] ?? spaceOf(name, isXml)) : characterOf(+code);
    if (character !== null) return character;
    isBroken ||= isXml;
    return whole;
  });
  return isBroken ? null : replaced;
}

// OFX 1 names this one too.
const spaceOf = (name: string | undefined, isXml: boolean): string | null => (name === 'nbsp' && !isXml ? ' ' : null);

/** Null for what XML 1.0 does not have: controls, surrogates, and beyond Unicode. */
function characterOf(code: number): string | null {
  const isCharacter =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff);
  return isCharacter ? String.fromCodePoint(code) : null;
}
