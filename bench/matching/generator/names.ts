/** Names of customers, and how the same customer's name looks in a bank's field. */
import { mistyped } from './errors.ts';
import { brandEnds, brandMiddles, brandStarts, nameWords, type NameLanguage } from './name-words.ts';
import type { Random } from './random.ts';

/** A name in its parts, so that payers may leave some of them out. */
export type CustomerName = Readonly<{
  language: NameLanguage;
  /** What tells this customer from others. */
  core: string;
  town: string;
  form: string;
}>;

/** As our own books have it. */
export const writtenName = ({ core, town, form }: CustomerName): string =>
  [core, town, form].filter((part) => part !== '').join(' ');

export function inventName(language: NameLanguage, random: Random): CustomerName {
  const { trades, families, firstNames, towns, forms, places } = nameWords[language];
  const brand = (): string => random.pick(brandStarts) + random.pick(brandMiddles) + random.pick(brandEnds);
  const core = random.weighted<() => string>([
    [34, () => `${random.pick(trades)} ${random.pick(families)}`],
    [14, () => `${random.pick(trades)} ${random.pick(places)}`],
    [10, () => `${random.pick(firstNames)} ${random.pick(families)}`],
    [8, () => `${random.pick(families)} & ${random.pick(families)}`],
    [6, () => `${random.pick(trades)} ${random.pick(firstNames)} ${random.pick(families)}`],
    [18, () => brand()],
    [6, () => `${brand()} ${random.pick(trades)}`],
    [4, () => `${random.pick(['ABC', 'CMB', 'EGT', 'LTS', 'MDP', 'PRS', 'SNT', 'TMV'])} ${random.pick(trades)}`],
  ])();
  const hasTown = random.chance(0.34);
  const name = { language, core, town: hasTown ? random.pick(towns) : '', form: random.pick(forms) };
  return random.chance(0.3) ? { ...name, core: core.toUpperCase(), town: name.town.toUpperCase() } : name;
}

/** Another customer that is easily taken for this one: other town, other form, or one more word. */
export function similarName(name: CustomerName, random: Random): CustomerName {
  const { towns, forms, places } = nameWords[name.language];
  return random.weighted<() => CustomerName>([
    [50, () => ({ ...name, town: random.pick(towns) })],
    [25, () => ({ ...name, form: random.pick(forms) })],
    [25, () => ({ ...name, core: `${name.core} ${random.pick(places)}` })],
  ])();
}

const germanLetters: Readonly<Record<string, string>> = { Ä: 'AE', Ö: 'OE', Ü: 'UE', ä: 'ae', ö: 'oe', ü: 'ue' };

/** Letters of SEPA's Latin set: accents dropped, or spelled out as in German. */
export function withoutAccents(text: string, isSpelledOut = false): string {
  const spelled = isSpelledOut ? text.replaceAll(/[ÄÖÜäöü]/g, (letter) => germanLetters[letter] ?? letter) : text;
  return spelled
    .replaceAll('ß', 'ss')
    .replaceAll('’', ' ')
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '');
}

/** `Menuiserie Lemaître` becomes `MEN. LEMAITRE`, `M. LEMAITRE`, `LEMAITRE` or `ML`. */
export function abbreviated(name: CustomerName, random: Random): string {
  const words = withoutAccents(name.core)
    .toUpperCase()
    .split(/[\s&]+/)
    .filter((word) => word !== '');
  const [first = '', ...rest] = words;
  const last = words.at(-1) ?? '';
  if (rest.length === 0) return random.chance(0.5) ? first.slice(0, 6) : `${first.slice(0, 5)} ${name.form}`;
  return random.weighted<() => string>([
    [35, () => `${first.slice(0, 3)} ${rest.join(' ')}`],
    [25, () => `${first.charAt(0)} ${rest.join(' ')}`],
    [20, () => last],
    [12, () => `${first} ${last.slice(0, 4)}`],
    [8, () => words.map((word) => word.charAt(0)).join('') + (name.town === '' ? '' : ` ${withoutAccents(name.town)}`)],
  ])();
}

/** The name as a bank's name field shows it: mostly upper case, without accents, parts left out, turned round or cut. */
export function payerName(name: CustomerName, random: Random): string {
  const withForm = random.chance(0.55);
  const parts = [name.core, name.town, withForm ? name.form : ''].filter((part) => part !== '');
  if (withForm && random.chance(0.18)) parts.unshift(parts.pop() ?? '');
  let text = parts.join(' ');
  if (random.chance(0.85)) text = withoutAccents(text, random.chance(0.3));
  if (random.chance(0.8)) text = text.toUpperCase();
  if (random.chance(0.04)) text = text.replaceAll(' ', '');
  if (random.chance(0.04)) text = mistyped(text, random);
  const width = random.weighted([
    [70, 70],
    [20, 35],
    [10, 27],
  ]);
  return text.slice(0, width).trim();
}
