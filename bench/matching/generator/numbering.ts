/**
 * How a company numbers its documents, and how payers spell such a number.
 *
 * A scheme is a pattern: `{Y}` year of four digits, `{y}` of two, `{M}` month, `{n5}` the running number in five digits,
 * `{P}` a prefix by kind of document. The number begins anew each year, each month, or never.
 */
import {
  belgianReference,
  creditorReference,
  dutchReference,
  finnishReference,
  swissReference,
} from './checked-numbers.ts';
import { dayText } from './calendar.ts';
import type { BenchItem } from '../types.ts';
import type { Random } from './random.ts';

export type DocumentKind = BenchItem['kind'];
type Structured = 'none' | 'iso11649' | 'belgian' | 'swiss' | 'finnish' | 'dutch';

export type NumberingScheme = Readonly<{
  pattern: string;
  prefixes: Readonly<Record<DocumentKind, string>>;
  restarts: 'yearly' | 'monthly' | 'never';
  structured: Structured;
  /** Highest first number of a series: an old company is far along. */
  startsBelow: number;
  country: string;
}>;

const scheme = (
  country: string,
  pattern: string,
  [inv, cn, dp]: readonly [string, string, string],
  restarts: NumberingScheme['restarts'],
  startsBelow: number,
  structured: Structured = 'none',
): NumberingScheme => ({ country, pattern, prefixes: { inv, cn, dp }, restarts, startsBelow, structured });

/** Schemes of the profile `base`. */
export const baseSchemes: readonly NumberingScheme[] = [
  scheme('FR', '{P}{Y}-{n5}', ['F', 'A', 'AC'], 'yearly', 900),
  scheme('FR', '{P}{y}{M}-{n4}', ['', 'AV', 'AC'], 'monthly', 60),
  scheme('FR', '{P}{y}/{n6}', ['FV', 'AV', 'FA'], 'yearly', 4_000),
  scheme('FR', '{P}-{n6}', ['FAC', 'AVO', 'ACO'], 'never', 300_000),
  scheme('FR', '{P}{Y}{n5}', ['FC', 'AC', 'DA'], 'yearly', 2_000, 'iso11649'),
  scheme('BE', '{P}{Y}/{n5}', ['V', 'CN', 'VS'], 'yearly', 500, 'belgian'),
  scheme('BE', '{P}{y}-{n5}', ['VK', 'CR', 'VA'], 'yearly', 800, 'belgian'),
  scheme('CH', '{P}-{n6}', ['RG', 'GS', 'AZ'], 'never', 200_000, 'swiss'),
  scheme('CH', '{P}{n7}', ['', 'G', 'Z'], 'never', 3_000_000, 'swiss'),
  scheme('DE', '{P}{y}{n6}', ['AR', 'GU', 'AZ'], 'yearly', 3_000, 'iso11649'),
  scheme('DE', '{P}-{Y}-{n5}', ['RE', 'GS', 'AN'], 'yearly', 700),
  scheme('FI', '{P}{n8}', ['', 'H', 'E'], 'never', 60_000_000, 'finnish'),
  scheme('FI', '{P}{y}{n5}', ['', 'H', 'E'], 'yearly', 9_000, 'finnish'),
];

/** Schemes of the profile `shifted`: none of them is like one of {@link baseSchemes}. */
export const shiftedSchemes: readonly NumberingScheme[] = [
  scheme('FR', '{P}{n5}/{y}', ['', 'A', 'D'], 'yearly', 1_000),
  scheme('FR', '{P}{M}{y}{n4}', ['X', 'XA', 'XD'], 'monthly', 40),
  scheme('ES', '{P}.{Y}.{n6}', ['FV', 'AB', 'AN'], 'yearly', 2_000),
  scheme('IT', '{P}{n4}-{Y}', ['', 'NC', 'AC'], 'yearly', 300),
  scheme('IT', '{n6}/{P}', ['VEN', 'NCR', 'ANT'], 'never', 400_000),
  scheme('NL', '{P}{y}{n6}', ['', 'C', 'V'], 'yearly', 30_000, 'dutch'),
  scheme('NL', '{P}-{n7}', ['VF', 'CF', 'AF'], 'never', 2_000_000),
  scheme('DE', '{Y}{P}{n6}', ['R', 'G', 'A'], 'yearly', 5_000, 'iso11649'),
  scheme('ES', '{P}-{n8}', ['S', 'SA', 'SD'], 'never', 20_000_000, 'iso11649'),
];

/** Which documents share a series of running numbers. */
function seriesOf({ restarts }: NumberingScheme, kind: DocumentKind, date: string): string {
  const period = restarts === 'never' ? '' : date.slice(0, restarts === 'yearly' ? 4 : 7);
  return `${kind} ${period}`;
}

/** Gives out numbers of one company, in the order of the days it is asked for. */
export function numberGiver(form: NumberingScheme, random: Random): (kind: DocumentKind, day: number) => string {
  const nextBySeries = new Map<string, number>();
  return (kind, day) => {
    const date = dayText(day);
    const series = seriesOf(form, kind, date);
    const sequence = nextBySeries.get(series) ?? 1 + random.below(form.startsBelow);
    nextBySeries.set(series, sequence + 1);
    return form.pattern
      .replace('{P}', form.prefixes[kind])
      .replace('{Y}', date.slice(0, 4))
      .replace('{y}', date.slice(2, 4))
      .replace('{M}', date.slice(5, 7))
      .replace(/\{n(\d)\}/, (_, width: string) => String(sequence).padStart(+width, '0'))
      .replace(/^[-.]|[/]$/, '');
  };
}

/** The structured reference of a document; empty where the company has none, and on credit notes. */
export function structuredReferenceOf(form: NumberingScheme, number: string, customer: number): string {
  const digits = number.replaceAll(/\D/g, '');
  switch (form.structured) {
    case 'none':
      return '';
    case 'iso11649':
      return creditorReference(number.replaceAll(/[^0-9A-Z]/g, ''));
    case 'belgian':
      return belgianReference(`${customer % 10_000}`.padStart(4, '0') + digits.slice(-6).padStart(6, '0'));
    case 'swiss':
      return swissReference(`31${String(customer).padStart(10, '0')}${digits.padStart(14, '0').slice(-14)}`);
    case 'finnish':
      return finnishReference(digits);
    case 'dutch':
      return dutchReference(digits);
  }
}

/** The running number without what stands before it and without leading zeros: `123` of `F2026-00123`. */
export function shortForm(number: string): string {
  const groups = number.match(/\d+/g) ?? [number];
  const longest = groups.toSorted((a, b) => b.length - a.length)[0] ?? number;
  // Where the year is fused with the number, people leave it out: `26001234` becomes `1234`.
  const tail = longest.length >= 7 ? longest.slice(-5) : longest;
  return tail.replace(/^0+(?=\d)/, '');
}

/** The whole number without its letters in front: `2026-00123` of `F2026-00123`. */
export const withoutPrefix = (number: string): string => number.replace(/^[A-Z]+[-. ]?/, '').replace(/\/[A-Z]+$/, '');

/** Spelled out in full, as people do: other separators, or none. */
export function fullSpelling(number: string, random: Random): string {
  return random.weighted<() => string>([
    [62, () => number],
    [12, () => number.replaceAll(/[^0-9A-Z]/g, '')],
    [9, () => number.replaceAll(/[^0-9A-Z]/g, ' ')],
    [6, () => number.replace(/^([A-Z]+)(?=\d)/, '$1 ')],
    [5, () => number.replaceAll(/[^0-9A-Z]/g, '/')],
    [3, () => number.replaceAll(/[^0-9A-Z]/g, '.')],
    [3, () => number.toLowerCase()],
  ])();
}
