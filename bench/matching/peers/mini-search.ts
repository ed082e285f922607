/**
 * MiniSearch 7.2 (npm, MIT): BM25+ over the words of a document, words may differ by a fifth of their letters.
 *
 * Numbers are also indexed without their marks, so that `2024-00123` is found as `202400123`. Clean-up of discarded
 * documents in the background is off: with it the library threw while documents were being discarded.
 *
 * @see https://lucaong.github.io/minisearch/types/MiniSearch.SearchOptions.html
 */
import { loadPeer } from '../../decisions/peers.ts';
import type { OpenEngine } from '../types.ts';
import type { OpenDocument } from './desk.ts';
import { compact } from './numbers-in-text.ts';
import { hitLimit, searchPeer, textOf, type DocumentSearch } from './search-peer.ts';

type MiniSearchModule = new (
  options: Readonly<{
    fields: readonly string[];
    autoVacuum: false;
    searchOptions: Readonly<{ fuzzy: number; prefix: boolean }>;
  }>,
) => Readonly<{
  addAll(rows: readonly Readonly<{ id: number }>[]): void;
  discardAll(ids: readonly number[]): void;
  search(text: string): readonly Readonly<{ id: number; score: number }>[];
}>;

export const miniSearch: OpenEngine = searchPeer('MiniSearch, whole text', openMiniSearch);

function openMiniSearch(): DocumentSearch {
  const index = new (loadPeer<MiniSearchModule>('minisearch'))({
    fields: ['number', 'joined', 'sref', 'po', 'name'],
    autoVacuum: false,
    searchOptions: { fuzzy: 0.2, prefix: false },
  });
  const documentById = new Map<number, OpenDocument>();
  return {
    add: (documents) => {
      for (const document of documents) documentById.set(document.item.id, document);
      index.addAll(
        documents.map(({ item, customerName }) => {
          const { id, number, sref, po } = item;
          return { id, number, joined: compact(number), sref, po, name: customerName };
        }),
      );
    },
    remove: (documents) => index.discardAll(documents.map(({ item }) => item.id)),
    search: (line) =>
      index
        .search(textOf(line))
        .slice(0, hitLimit)
        .flatMap(({ id, score }) => {
          const document = documentById.get(id);
          return document === undefined ? [] : [{ document, score }];
        }),
  };
}
