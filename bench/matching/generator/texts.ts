/** The remittance text of a line: a phrase with its references, then what the bank and chance put around it. */
import { dottedDay, europeanDay } from './calendar.ts';
import { inventSiret, inventVatNumber } from './checked-numbers.ts';
import { damaged, wrapped } from './errors.ts';
import type { NameLanguage } from './name-words.ts';
import { fullSpelling, shortForm, withoutPrefix } from './numbering.ts';
import { andWords, monthNames, phrases, type Purpose } from './phrases.ts';
import type { Profile } from './profile.ts';
import type { Random } from './random.ts';

export type PhraseValues = Readonly<{
  references?: string;
  /** A second number: of a credit note, of what is already paid. */
  other?: string;
  day?: number;
  month?: number;
  percent?: number;
  count?: number;
  total?: number;
  customer?: string;
  code?: string;
}>;

/** A phrase for the purpose, filled in. `{o}` in a phrase is a phrase for one document. */
export function phrase(purpose: Purpose, language: NameLanguage, values: PhraseValues, random: Random): string {
  const outer = random.pick(phrases[language][purpose]);
  const isMany = /[,;+&]| \w+ .*\d/.test(values.references ?? '');
  const inner = outer.includes('{o}') ? random.pick(phrases[language][isMany ? 'many' : 'one']) : '';
  const day = values.day ?? 0;
  const filled: Readonly<Record<string, string>> = {
    r: values.references ?? '',
    x: values.other ?? '',
    d: language === 'de' ? dottedDay(day) : europeanDay(day),
    m: monthNames[language][(values.month ?? 1) - 1] ?? '',
    p: String(values.percent ?? ''),
    n: String(values.count ?? ''),
    t: String(values.total ?? ''),
    c: values.customer ?? '',
    k: values.code ?? '',
  };
  return outer
    .replace('{o}', inner)
    .replaceAll(/\{(\w)\}/g, (_, key: string) => filled[key] ?? '')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
}

/** Numbers one after the other, all spelled alike, as one person writes them. */
export function numberList(numbers: readonly string[], language: NameLanguage, random: Random): string {
  const spell = random.weighted<(number: string) => string>([
    [50, (number) => number],
    [14, withoutPrefix],
    [20, shortForm],
    [16, (number) => number.replaceAll(/[^0-9A-Z]/g, '')],
  ]);
  const spelled = numbers.map(spell);
  const separator = random.weighted([
    [34, ', '],
    [16, ' '],
    [14, ' + '],
    [12, ';'],
    [10, ','],
    [8, ' & '],
    [6, ' / '],
  ]);
  if (!random.chance(0.3) || spelled.length < 2) return spelled.join(separator);
  return `${spelled.slice(0, -1).join(separator)} ${andWords[language]} ${spelled.at(-1) ?? ''}`;
}

/** One number as the payer spells it in full. */
export const oneNumber = fullSpelling;

/** A number that has nothing to do with what is paid, as texts are full of. */
function decoy(values: Readonly<{ day: number; code: string; strangeNumber: string }>, random: Random): string {
  return random.weighted<() => string>([
    [24, () => `${random.pick(['DU', 'LE', 'VOM', 'ECH', 'DATE'])} ${europeanDay(values.day - random.below(60))}`],
    [14, () => `TEL 0${random.between(1, 9)} ${(random.digits(8).match(/../g) ?? []).join(' ')}`],
    [12, () => `SIRET ${inventSiret(random)}`],
    [10, () => `TVA ${inventVatNumber(random)}`],
    [
      20,
      () =>
        `${random.pick(['CDE', 'CONTRAT', 'BL', 'DOSSIER', 'BEST.', 'ORDER'])} ${withoutPrefix(values.strangeNumber)}`,
    ],
    [10, () => `${random.pick(['N/REF', 'DOSSIER', 'AFF', 'CHANTIER'])} ${random.digits(random.between(4, 7))}`],
    [10, () => `${random.pick(['CLIENT', 'KD', 'CPTE'])} ${values.code}`],
  ])();
}

/** What banks print around the payer's words. */
function framed(text: string, name: string, endToEndId: string, random: Random): string {
  const reference = endToEndId === '' ? 'NOTPROVIDED' : endToEndId;
  return random
    .weighted<() => string>([
      [24, () => `VIREMENT SEPA RECU DE ${name} ${text}`],
      [16, () => `VIR /DE ${name} /MOTIF ${text} /REF ${reference}`],
      [14, () => `SVWZ+${text} EREF+${reference}`],
      [10, () => `EREF+${reference} SVWZ+${text}`],
      [10, () => `/EREF/${reference}//REMI/${text}`],
      [10, () => `${random.digits(7)}X ${text} REF ${random.digits(9)}`],
      [8, () => `VIR INST ${name} MOTIF ${text}`],
      [8, () => `${text} ID ${random.digits(12)}`],
    ])()
    .replaceAll(/ {2,}/g, ' ')
    .trim();
}

/** What {@link surround} has to know of the line. */
type Surroundings = Readonly<{
  name: string;
  endToEndId: string;
  day: number;
  code: string;
  /** The number of somebody else's document. */
  strangeNumber: string;
}>;

/** Adds a decoy, a second error and the bank's frame, each by the profile's chance. */
export function surround(text: string, around: Surroundings, profile: Profile, random: Random): string {
  let result = text;
  if (random.chance(profile.secondErrorShare)) result = damaged(result, random);
  if (random.chance(profile.decoyShare)) {
    const extra = decoy(around, random);
    result = random.chance(0.75) ? `${result} ${extra}` : `${extra} ${result}`;
  }
  if (random.chance(profile.boilerplateShare)) result = framed(result, around.name, around.endToEndId, random);
  if (random.chance(0.03)) result = wrapped(result, random.pick([27, 32, 35]));
  return result.slice(0, 560).trim();
}
