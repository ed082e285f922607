/** Damaged statement files: made from good ones of every format, each from its number alone, so that any can be made again. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { StatementFormat } from '../../src/domain/statement.ts';
import { bankDays } from '../support/bank/days.ts';
import { bytesOf, writtenFormats } from '../support/bank/formats.ts';
import { writeCamt053 } from '../support/bank/write-camt053.ts';
import { random, type Random } from '../support/random.ts';
import { fixturePath } from './fixtures.ts';

type Original = Readonly<{ name: string; format: StatementFormat; bytes: Uint8Array }>;
type Mutant = Readonly<{ original: Original; bytes: Uint8Array; changes: readonly string[] }>;

const formatOfFolder: Readonly<Record<string, StatementFormat>> = {
  camt: 'camt.053',
  mt940: 'mt940',
  cfonb120: 'cfonb120',
  coda: 'coda',
  bai2: 'bai2',
  ofx: 'ofx',
};

// A mutant costs its size: the hard cases are small.
const largestBytes = 12_000;

/** The fixtures of every format, and days written in each; grouped so that each format has the same share. */
export function originals(): readonly (readonly Original[])[] {
  const days = bankDays({ seed: 'mutants', dayCount: 3, entriesPerDay: 5 });
  const written = writtenFormats.flatMap((format) =>
    days.map((day) => ({ name: `${format} day ${day.sequence}`, format, bytes: bytesOf(format, day) })),
  );
  const styled: readonly Original[] = [{ prefix: 'p' }, { indent: false }, { withTotals: true, lineEnd: '\r\n' }].map(
    (style, index) => ({
      name: `camt style ${index}`,
      format: 'camt.053',
      bytes: Buffer.from(writeCamt053(days.slice(0, 2), style)),
    }),
  );
  const everything = [...written, ...styled, ...fixtures()];
  return writtenFormats.map((wanted) => everything.filter(({ format }) => format === wanted));
}

const fixtures = (): readonly Original[] =>
  Object.entries(formatOfFolder)
    .filter(([folder]) => existsSync(fixturePath(folder)))
    .flatMap(([folder, format]) =>
      readdirSync(fixturePath(folder))
        .filter((name) => !/\.(?:json|md)$/.test(name))
        .map((name) => ({ name: `${folder}/${name}`, format, bytes: readFileSync(fixturePath(`${folder}/${name}`)) })),
    )
    .filter(({ bytes }) => bytes.length <= largestBytes);

type Change = (bytes: Buffer, random: Random, another: () => Uint8Array) => Buffer;

const replaced = (bytes: Buffer, at: number, length: number, by: Uint8Array): Buffer =>
  Buffer.concat([bytes.subarray(0, at), by, bytes.subarray(at + length)]);

const someLength = ({ below }: Random): number => 1 + below(below(4) === 0 ? 200 : 6);

type Match = Readonly<{ at: number; text: string }>;

/** One of the places that the global pattern finds: the first behind a place chosen by chance. */
function someMatch(bytes: Buffer, pattern: RegExp, { below }: Random): Match | null {
  const text = bytes.toString('latin1');
  pattern.lastIndex = below(text.length);
  const found = pattern.exec(text) ?? pattern.exec(text);
  return found === null ? null : { at: found.index, text: found[0] };
}

/** Puts two of the matches in each other's place. */
function swapped(bytes: Buffer, pattern: RegExp, own: Random): Buffer {
  const [one, other] = [someMatch(bytes, pattern, own), someMatch(bytes, pattern, own)];
  if (one === null || other === null) return bytes;
  const [first, second] = one.at < other.at ? [one, other] : [other, one];
  if (first.at + first.text.length > second.at) return bytes;
  const swappedLater = replaced(bytes, second.at, second.text.length, Buffer.from(first.text, 'latin1'));
  return replaced(swappedLater, first.at, first.text.length, Buffer.from(second.text, 'latin1'));
}

/** Puts another text in the place of one of the matches. */
function exchanged(bytes: Buffer, pattern: RegExp, by: (text: string) => string, own: Random): Buffer {
  const match = someMatch(bytes, pattern, own);
  if (match === null) return bytes;
  return replaced(bytes, match.at, match.text.length, Buffer.from(by(match.text), 'latin1'));
}

/** Texts that mean the contrary of each other, or what the other one means elsewhere. */
const pairs =
  'CRDT DBIT|CREDIT DEBIT|C D|+ -|{ }|A J|I R|175 475|OPBD CLBD|60F 62F|BOOK PDNG|0000 0001|true false|EUR JPY|. ,';
const opposites: ReadonlyMap<string, string> = new Map(
  pairs.split('|').flatMap((pair) => {
    const [one = '', other = ''] = pair.split(' ');
    return [
      [one, other],
      [other, one],
    ] as const;
  }),
);
const opposite = /CRDT|DBIT|CREDIT|DEBIT|OPBD|CLBD|BOOK|60F|62F|0000|true|EUR|175|475|[CD+\-{}AJIR.,]/g;

const changes: Readonly<Record<string, Change>> = {
  flip: (bytes, { below }) => {
    const at = below(bytes.length);
    return replaced(bytes, at, 1, Uint8Array.of((bytes[at] ?? 0) ^ (1 << below(8))));
  },
  insert: (bytes, { below, bytes: some }) => replaced(bytes, below(bytes.length), 0, some(1 + below(3))),
  delete: (bytes, own) => replaced(bytes, own.below(bytes.length), someLength(own), Buffer.alloc(0)),
  double: (bytes, own) => {
    const at = own.below(bytes.length);
    return replaced(bytes, at, 0, bytes.subarray(at, at + someLength(own)));
  },
  digit: (bytes, own) => exchanged(bytes, /\d/g, () => String(own.below(10)), own),
  'swap digits': (bytes, own) => swapped(bytes, /\d/g, own),
  'swap neighbours': (bytes, own) => exchanged(bytes, /\d\d/g, (text) => text.charAt(1) + text.charAt(0), own),
  'swap tokens': (bytes, own) => swapped(bytes, /[A-Za-z0-9.,]+/g, own),
  'swap lines': (bytes, own) => swapped(bytes, /[^\r\n]+/g, own),
  'double a line': (bytes, own) => exchanged(bytes, /[^\r\n]+\r?\n/g, (text) => text + text, own),
  'delete a line': (bytes, own) => exchanged(bytes, /[^\r\n]+\r?\n/g, () => '', own),
  'turn a sign': (bytes, own) => exchanged(bytes, opposite, (text) => opposites.get(text) ?? text, own),
  'turn the case': (bytes, own) =>
    exchanged(
      bytes,
      /[A-Za-z]+/g,
      (text) => (text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase()),
      own,
    ),
  cut: (bytes, { below }) => bytes.subarray(0, below(bytes.length)),
  splice: (bytes, { below }, another) => {
    const other = another();
    return Buffer.concat([bytes.subarray(0, below(bytes.length)), other.subarray(below(other.length))]);
  },
};
const changeNames = Object.keys(changes);

/** The mutant of this number: one to three changes to a file whose format has its turn. */
export function mutantOf(groups: readonly (readonly Original[])[], seed: string, index: number): Mutant {
  const own = random(`${seed} ${index}`);
  const group = groups[index % groups.length] ?? [];
  const original = own.pick(group);
  // Most often of the same format: what is spliced then has a chance to be taken.
  const another = (): Uint8Array => own.pick(own.below(4) === 0 ? own.pick(groups) : group).bytes;
  const names: string[] = [];
  let bytes: Buffer = Buffer.from(original.bytes);
  for (let count = 1 + own.below(3); count > 0 && bytes.length > 0; count--) {
    const name = own.pick(changeNames);
    names.push(name);
    bytes = changes[name]?.(bytes, own, another) ?? bytes;
  }
  return { original, bytes, changes: names };
}
