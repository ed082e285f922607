/**
 * fuse.js 7.5 (npm, Apache-2.0) in four ways: the whole text over documents, the same with its token search, one search
 * for each number of the text, and the payer's name over customers followed by the amount.
 *
 * `ignoreLocation` is on everywhere: with the default a number is found only near the beginning of a field.
 * Left out: extended search operators, which need somebody who writes the query.
 *
 * @see https://www.fusejs.io/api/options.html
 */
import { loadPeer } from '../../decisions/peers.ts';
import type { BenchCustomer, BenchLine, OpenEngine } from '../types.ts';
import { paysExactly } from './amounts.ts';
import type { CompanyBooks, OpenDocument } from './desk.ts';
import { numbersIn } from './numbers-in-text.ts';
import { hitLimit, searchPeer, textOf, type DocumentSearch, type Hit } from './search-peer.ts';

type FuseOptions = Readonly<{
  keys: readonly string[];
  includeScore: true;
  ignoreLocation?: boolean;
  useTokenSearch?: boolean;
  threshold?: number;
}>;
type FuseSearch<Row> = Readonly<{
  search(text: string, options: Readonly<{ limit: number }>): readonly Readonly<{ item: Row; score: number }>[];
  add(row: Row): void;
  remove(isGone: (row: Row) => boolean): void;
}>;
type FuseModule = new <Row>(rows: readonly Row[], options: FuseOptions) => FuseSearch<Row>;

/** @throws Error with the command that installs the peers. */
export function openFuse<Row>(rows: readonly Row[], options: FuseOptions): FuseSearch<Row> {
  const fuse = new (loadPeer<FuseModule>('fuse.js'))(rows, options);
  return {
    // For an empty text it gives all rows, without a score.
    search: (text, limits) => (text.trim() === '' ? [] : fuse.search(text, limits)),
    add: (row) => fuse.add(row),
    remove: (isGone) => fuse.remove(isGone),
  };
}

type DocumentRow = Readonly<{ number: string; sref: string; po: string; name: string; document: OpenDocument }>;

const rowOf = (document: OpenDocument): DocumentRow => {
  const { number, sref, po } = document.item;
  return { number, sref, po, name: document.customerName, document };
};

const referenceKeys = ['number', 'sref', 'po'] as const;

/** Fuse scores run from 0, perfect, to 1. */
const hitsOf = (found: readonly Readonly<{ item: DocumentRow; score: number }>[]): readonly Hit[] =>
  found.map(({ item, score }) => ({ document: item.document, score: 1 - score }));

function fuseOverDocuments(
  options: Omit<FuseOptions, 'includeScore'>,
  searchLine: (fuse: FuseSearch<DocumentRow>, line: BenchLine) => readonly Hit[],
): DocumentSearch {
  const fuse = openFuse<DocumentRow>([], { ...options, includeScore: true });
  return {
    add: (documents) => {
      for (const document of documents) fuse.add(rowOf(document));
    },
    remove: () => fuse.remove(({ document }) => document.residual === 0),
    search: (line) => searchLine(fuse, line),
  };
}

const searchText = (fuse: FuseSearch<DocumentRow>, line: BenchLine): readonly Hit[] =>
  hitsOf(fuse.search(textOf(line), { limit: hitLimit }));

function searchNumbers(fuse: FuseSearch<DocumentRow>, line: BenchLine): readonly Hit[] {
  const best = new Map<number, Hit>();
  for (const number of numbersIn(line)) {
    for (const hit of hitsOf(fuse.search(number, { limit: hitLimit }))) {
      const { id } = hit.document.item;
      if (hit.score > (best.get(id)?.score ?? 0)) best.set(id, hit);
    }
  }
  return [...best.values()].toSorted((a, b) => b.score - a.score).slice(0, hitLimit);
}

export const fuseWholeText: OpenEngine = searchPeer('fuse.js, whole text', () =>
  fuseOverDocuments({ keys: [...referenceKeys, 'name'], ignoreLocation: true }, searchText),
);

export const fuseTokenSearch: OpenEngine = searchPeer('fuse.js, token search', () =>
  fuseOverDocuments({ keys: [...referenceKeys, 'name'], ignoreLocation: true, useTokenSearch: true }, searchText),
);

export const fuseNumbers: OpenEngine = searchPeer('fuse.js, each number', () =>
  fuseOverDocuments({ keys: referenceKeys, ignoreLocation: true, threshold: 0.2 }, searchNumbers),
);

export const fuseCustomers: OpenEngine = searchPeer('fuse.js, payer then amount', fuseOverCustomers);

/** Customers of which a document is looked for. */
const customerLimit = 5;

function fuseOverCustomers({ customers }: CompanyBooks): DocumentSearch {
  const fuse = openFuse<BenchCustomer>(customers, {
    keys: ['name'],
    includeScore: true,
    ignoreLocation: true,
    threshold: 0.4,
  });
  const documentsOf = new Map<number, OpenDocument[]>(customers.map(({ id }) => [id, []]));
  return {
    add: (documents) => {
      for (const document of documents) documentsOf.get(document.item.customer)?.push(document);
    },
    remove: (documents) => {
      for (const customer of new Set(documents.map(({ item }) => item.customer))) {
        documentsOf.set(customer, documentsOf.get(customer)?.filter(({ residual }) => residual !== 0) ?? []);
      }
    },
    search(line) {
      const found = fuse.search(line.name === '' ? line.text : line.name, { limit: customerLimit });
      return found
        .flatMap(({ item, score }) => {
          const documents = documentsOf.get(item.id) ?? [];
          const exact = documents.filter((document) => paysExactly(line, document));
          return (exact.length > 0 ? exact : documents.slice(0, 1)).map((document) => ({ document, score: 1 - score }));
        })
        .slice(0, hitLimit);
    },
  };
}
