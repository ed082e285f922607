/** A second XML parser of another make reads the same camt files: amounts, sides, dates and counts have to agree. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { formatDecimal } from '../../src/domain/money.ts';
import type { Entry } from '../../src/domain/statement.ts';
import { camtFixtures, readFixture } from './fixtures.ts';
import { readBytes } from './read-file.ts';
import { corpusFolder, hasCorpus, plainDecimal } from './shared-corpus.ts';

const parser = new XMLParser({
  ignoreAttributes: false,
  parseTagValue: false,
  parseAttributeValue: false,
  removeNSPrefix: true,
  preserveOrder: true,
});

type Node = Readonly<Record<string, unknown>>;
type Facts = Readonly<{ amount: string; side: string; bookingDate: string | null; detailCount: number }>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const childrenOf = (node: Node, name: string): readonly Node[] => {
  const value = node[name];
  return Array.isArray(value) ? value.filter(isNode) : [];
};

/** All content lists of elements with that name, at any depth. */
function findAll(nodes: readonly Node[], name: string): readonly (readonly Node[])[] {
  return nodes.flatMap((node) =>
    Object.keys(node).flatMap((key) => {
      if (key === ':@' || key === '#text') return [];
      const children = childrenOf(node, key);
      return key === name ? [children] : findAll(children, name);
    }),
  );
}

const textIn = (nodes: readonly Node[]): string =>
  nodes
    .map((node) => node['#text'])
    .filter((text) => typeof text === 'string')
    .join('')
    .trim();

/** The text of a direct child. */
const direct = (nodes: readonly Node[], name: string): string =>
  nodes.filter((node) => name in node).map((node) => textIn(childrenOf(node, name)))[0] ?? '';

function entryFacts(entry: readonly Node[]): Facts {
  const [booking = []] = findAll(entry, 'BookgDt');
  const day = direct(booking, 'Dt') || direct(booking, 'DtTm');
  return {
    // `+120`, `012` and `12.` are spellings of one number.
    amount: plainDecimal(direct(entry, 'Amt').replace(/^\+?0*(?=\d)|\.$/g, '')),
    side: direct(entry, 'CdtDbtInd'),
    bookingDate: day === '' ? null : day.slice(0, 10),
    detailCount: findAll(entry, 'TxDtls').length,
  };
}

const ourFacts = (entry: Entry): Facts => ({
  amount: plainDecimal(formatDecimal(entry.amount)),
  side: entry.side === 'credit' ? 'CRDT' : 'DBIT',
  bookingDate: entry.bookingDate,
  detailCount: entry.details.length,
});

const ours = (bytes: Uint8Array): readonly (readonly Facts[])[] =>
  readBytes(bytes).statements.map(({ entries }) => entries.map(ourFacts));

function theirs(bytes: Uint8Array): readonly (readonly Facts[])[] {
  const { encoding } = readBytes(bytes).file;
  const tree: unknown = parser.parse(new TextDecoder(encoding ?? 'utf-8').decode(bytes));
  const nodes = Array.isArray(tree) ? tree.filter(isNode) : [];
  const containers = ['Stmt', 'Rpt', 'Ntfctn'].flatMap((name) => findAll(nodes, name));
  return containers.map((container) => findAll(container, 'Ntry').map(entryFacts));
}

// The other parser has no word for two documents in one text.
const single = camtFixtures.filter((name) => !name.includes('two-documents'));

test.each(single)('agrees on %s', (name) => {
  const bytes = readFixture(name);
  expect(ours(bytes)).toEqual(theirs(bytes));
});

describe.runIf(hasCorpus)('the shared corpus, where present', () => {
  const folders = ['camt052', 'camt053', 'camt054'].filter((folder) => existsSync(corpusFolder + folder));
  const files = folders
    .flatMap((folder) => readdirSync(corpusFolder + folder).map((name) => `${folder}/${name}`))
    .filter((name) => readBytes(readFileSync(corpusFolder + name)).file.outcome === 'accepted')
    .filter((name) => !name.includes('more-than-one-xml'));

  test.each(files)('agrees on %s', (name) => {
    const bytes = readFileSync(corpusFolder + name);
    expect(ours(bytes)).toEqual(theirs(bytes));
  });
});
