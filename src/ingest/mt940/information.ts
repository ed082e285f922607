/**
 * The information field `:86:`, which SWIFT leaves to the banks. Three spellings are understood:
 * numbered subfields (`?20…?32…`, Germany, Austria, Poland), slash codes (`/NAME/…/REMI/…`, Netherlands, Nordics) and
 * SEPA keywords (`EREF+…SVWZ+…`), alone or inside subfields. Anything else is kept as the lines that it is.
 */
import { isIban } from '../../domain/check-digits.ts';
import { normalizeAccount, realReference, withoutBlanks } from '../written-values.ts';

/** What a `:86:` says about the other party; null or empty where it says nothing. */
export type Information = Readonly<{
  counterpartyName: string | null;
  counterpartyIban: string | null;
  remittance: readonly string[];
  endToEndId: string | null;
  creditorReference: string | null;
  mandateId: string | null;
  returnReason: string | null;
}>;

const nothing: Information = {
  counterpartyName: null,
  counterpartyIban: null,
  remittance: [],
  endToEndId: null,
  creditorReference: null,
  mandateId: null,
  returnReason: null,
};

/** @param lines - the lines of all `:86:` of one entry, without the tag. */
export function readInformation(lines: readonly string[]): Information {
  // Lines break at column 65 within words: joined without a blank, unless one stood at the very end.
  const joined = lines.map(withoutPadding).join('');
  const subfields = readSubfields(joined);
  if (subfields !== null) return fromSubfields(subfields);
  const spoken = slashCode.test(joined)
    ? fromSlashCodes(joined)
    : sepaKeyword.test(joined)
      ? { ...nothing, ...fromSepaKeywords(joined) }
      : nothing;
  if (saysSomething(spoken)) return spoken;
  const kept = lines.map((line) => line.trim()).filter((line) => line !== '');
  return { ...nothing, remittance: kept, counterpartyIban: leadingIban(kept[0] ?? '') };
}

/** A text whose codes are all of other matters is kept as it is, lest it is lost. */
const saysSomething = ({ remittance, ...others }: Information): boolean =>
  remittance.length > 0 || Object.values(others).some((value) => value !== null);

const fullLineChars = 65;

function withoutPadding(line: string): string {
  const trimmed = line.trimEnd();
  return line.length === fullLineChars && trimmed.length === fullLineChars - 1 ? line : trimmed;
}

const ibanOrNull = (written: string): string | null => {
  const account = normalizeAccount(written);
  return isIban(account) ? account : null;
};
const leadingIban = (line: string): string | null => ibanOrNull(line.split(' ', 1)[0] ?? '');
const textOrNull = (text: string): string | null => text.trim() || null;

// --- ?20…?33: three digits of the transaction code, then two digits behind a separator of the bank's choice.

// Without its three digits, `+33` begins a phone number.
const firstSubfield = /^(?:\d{3}([?>^+~@|])|([?>^~@|]))[0-36]\d/;

// Only numbers that exist: a `?99` or `+49…` in the text is text.
const subfieldMarks: ReadonlyMap<string, RegExp> = new Map(
  ['?', '>', '^', '+', '~', '@', '|'].map((separator) => [
    separator,
    new RegExp(`\\${separator}(0[01]|10|2\\d|3[0-5]|38|6[0-5])`),
  ]),
);

/** Values by subfield number, those of 20 to 29 and 60 to 65 apart; null when the text is not laid out so. */
type Subfields = Readonly<{ byNumber: ReadonlyMap<string, string>; texts: readonly string[] }>;

function readSubfields(text: string): Subfields | null {
  const [, coded, bare] = firstSubfield.exec(text) ?? [];
  const mark = subfieldMarks.get(coded ?? bare ?? '');
  const parts = mark === undefined ? [] : text.split(mark);
  // One mark may be chance.
  if (parts.length < 5) return null;
  const byNumber = new Map<string, string>();
  const texts: string[] = [];
  for (let index = 1; index + 1 < parts.length; index += 2) {
    const [number = '', value = ''] = parts.slice(index, index + 2);
    if (number.startsWith('2') || number.startsWith('6')) texts.push(value);
    else byNumber.set(number, (byNumber.get(number) ?? '') + value);
  }
  return { byNumber, texts };
}

function fromSubfields({ byNumber, texts }: Subfields): Information {
  const joined = texts.join('');
  const sepa = sepaKeyword.test(joined) ? fromSepaKeywords(joined) : null;
  return {
    ...nothing,
    remittance: texts.map((line) => line.trim()).filter((line) => line !== ''),
    ...sepa,
    counterpartyName: textOrNull((byNumber.get('32') ?? '') + (byNumber.get('33') ?? '')),
    counterpartyIban:
      ibanOrNull(byNumber.get('38') ?? '') ?? ibanOrNull(byNumber.get('31') ?? '') ?? sepa?.counterpartyIban ?? null,
  };
}

// --- EREF+…MREF+…SVWZ+…: the purpose of payment as German banks lay it out.

const sepaKeyword = /(?:EREF|SVWZ|MREF|KREF|CRED)\+/;
const sepaKeywords = /(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|IBAN|BIC|RREF|BREF|PURP)\+/;

function fromSepaKeywords(text: string): Partial<Information> {
  const [before = '', ...rest] = text.split(sepaKeywords);
  const values = new Map<string, string>();
  for (let index = 0; index + 1 < rest.length; index += 2) {
    const keyword = rest[index] ?? '';
    values.set(keyword, (values.get(keyword) ?? '') + (rest[index + 1] ?? ''));
  }
  return {
    endToEndId: realReference(values.get('EREF') ?? null),
    mandateId: realReference(values.get('MREF') ?? null),
    counterpartyIban: ibanOrNull(values.get('IBAN') ?? ''),
    remittance: [before, values.get('SVWZ') ?? ''].map((part) => part.trim()).filter((part) => part !== ''),
  };
}

// --- /NAME/…/REMI/…: each code ends where the next one begins.

const slashNames =
  'TRTP|IBAN|BIC|NAME|REMI|EREF|PREF|KREF|ORDP|BENM|ADDR|CSID|MARF|CNTP|RTRN|SVCL|ISDT|PURP|ULTC|ULTD|ULTB|INIT|ACCT|ACC|BBAN|RREF|CRED|SWOC|EXCH|CHGS|OCMT|TRCD|CDTRREF|CDTRREFTP|FX|ID';
const slashCode = /^\/(?:TRTP|IBAN|BIC|NAME|REMI|EREF|PREF|KREF|ORDP|BENM|CSID|MARF|CNTP|RTRN|RREF|TRCD)\//;
const slashCodes = new RegExp(`/(${slashNames})/`);

function fromSlashCodes(text: string): Information {
  const [, ...rest] = text.split(slashCodes);
  const valuesOf = (code: string): readonly string[] =>
    rest.flatMap((value, index) => {
      const written = index % 2 === 1 && rest[index - 1] === code ? withoutOuterSlashes(value) : '';
      return written === '' ? [] : [written];
    });
  const valueOf = (code: string): string => valuesOf(code)[0] ?? '';
  // /CNTP/ account / BIC / name / town
  const [account = '', , name = ''] = valueOf('CNTP').split('/');
  return {
    ...nothing,
    ...slashRemittance(valuesOf('REMI')),
    counterpartyName: textOrNull(valueOf('NAME')) ?? textOrNull(name),
    counterpartyIban: ibanOrNull(valueOf('IBAN')) ?? ibanOrNull(account),
    endToEndId: realReference(valueOf('EREF')),
    mandateId: realReference(valueOf('MARF')),
    returnReason: textOrNull(valueOf('RTRN')),
  };
}

const withoutOuterSlashes = (text: string): string =>
  text
    .trim()
    .replace(/^\/+|\/+$/g, '')
    .trim();

/** Each is `USTD//words`, `STRD/CUR/reference`, or plain words. The first reference is the structured one. */
function slashRemittance(texts: readonly string[]): Pick<Information, 'remittance' | 'creditorReference'> {
  const remittance: string[] = [];
  let creditorReference: string | null = null;
  for (const text of texts) {
    const structured = /^STRD\/(?:CUR|ISO|CCR|KID)\/(.+)$/.exec(text);
    const words = structured?.[1] ?? withoutOuterSlashes(text.replace(/^USTD\/+/, ''));
    if (structured !== null && creditorReference === null) creditorReference = withoutBlanks(words);
    else if (words !== '') remittance.push(words);
  }
  return { remittance, creditorReference };
}
