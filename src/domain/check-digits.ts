/** Check digits that tell a reference from a number that only looks like one. Texts are upper case, without blanks. */

// Lengths from the SWIFT IBAN registry: they are what tells where an IBAN ends in running text.
const ibanLengths: ReadonlyMap<string, number> = new Map(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ' +
    'ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 ' +
    'LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 ' +
    'PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), +entry.slice(2)]),
);

const letterA = 65;
const letterZ = 90;
const zero = 48;
const nine = 57;
const letterCount = 26;

/** The same lengths by the two letters as a number, so that a text is asked without cutting them off; 0 is none. */
const lengthByLetters = new Uint8Array(letterCount * letterCount);
for (const [country, length] of ibanLengths) {
  lengthByLetters[(country.charCodeAt(0) - letterA) * letterCount + country.charCodeAt(1) - letterA] = length;
}

const isCapital = (code: number): boolean => code >= letterA && code <= letterZ;
const isDigit = (code: number): boolean => code >= zero && code <= nine;

/** The length of an IBAN that begins with these two letters; 0 where none does. */
function lengthFromLetters(first: number, second: number): number {
  if (!isCapital(first) || !isCapital(second)) return 0;
  return lengthByLetters[(first - letterA) * letterCount + second - letterA] ?? 0;
}

/** The length of an IBAN of this country, or null for a country that has none. */
export const ibanLengthOf = (country: string): number | null => ibanLengths.get(country) ?? null;

/**
 * Remainder by 97 of the number that the text spells, A = 10 to Z = 35, behind a remainder; -1 when it has anything else
 * than digits and capitals.
 *
 * @see ISO 7064, MOD 97-10
 */
export function remainderBy97(text: string, start = 0, end = text.length, before = 0): number {
  let remainder = before;
  for (let index = start; index < end; index += 1) {
    const code = text.charCodeAt(index);
    if (isDigit(code)) remainder = remainder * 10 + code - zero;
    else if (isCapital(code)) remainder = remainder * 100 + code - letterA + 10;
    else return -1;
    // Not at each step: a division is dear, and this stays within 31 bits.
    if (remainder > 10_000_000) remainder %= 97;
  }
  return remainder % 97;
}

/**
 * The remainder by 97 of an account as an IBAN counts it, its first four characters last; -1 when it has anything else
 * than digits and capitals. One pass, because every payment asks.
 *
 * @see ISO 13616: 1 for an IBAN with right check digits
 */
export function ibanRemainder(text: string): number {
  const remainder = remainderBy97(text, 4, text.length, 0);
  return remainder === -1 ? -1 : remainderBy97(text, 0, Math.min(4, text.length), remainder);
}

/** True for two letters of a country, two digits, and the length that an IBAN has there. */
export function hasIbanShape(text: string): boolean {
  const length = lengthFromLetters(text.charCodeAt(0), text.charCodeAt(1));
  return length > 0 && length === text.length && isDigit(text.charCodeAt(2)) && isDigit(text.charCodeAt(3));
}

/**
 * True for an IBAN of the length of its country, with right check digits.
 *
 * @see ISO 13616
 */
export const isIban = (text: string): boolean => hasIbanShape(text) && ibanRemainder(text) === 1;

/**
 * True for a creditor reference `RF…` with right check digits.
 *
 * @see ISO 11649: `RF`, two check digits, 1 to 21 characters.
 */
export const isCreditorReference = (text: string): boolean =>
  /^RF\d{2}[A-Z0-9]{1,21}$/.test(text) && ibanRemainder(text) === 1;
