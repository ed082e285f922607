/**
 * FlexSearch 0.8 (npm, Apache-2.0): an index of whole words; `suggest` ranks documents that have only some of the words.
 *
 * The words are cut by our own encoder, because its default cuts numbers into groups of three digits. It returns a
 * ranking without scores, so the rank is the score. `fastupdate` keeps the places of a document: without it taking one
 * away reads the whole index.
 *
 * @see https://github.com/nextapps-de/flexsearch#index-options
 */
import { loadPeer } from '../../decisions/peers.ts';
import type { OpenEngine } from '../types.ts';
import type { OpenDocument } from './desk.ts';
import { compact, numbersIn, wordsOf } from './numbers-in-text.ts';
import { hitLimit, searchPeer, type DocumentSearch } from './search-peer.ts';

type FlexSearchModule = Readonly<{
  Index: new (
    options: Readonly<{ tokenize: 'strict'; encode: (text: string) => readonly string[]; fastupdate: boolean }>,
  ) => Readonly<{
    add(id: number, text: string): void;
    remove(id: number): void;
    search(text: string, options: Readonly<{ limit: number; suggest: boolean }>): readonly number[];
  }>;
}>;

export const flexSearch: OpenEngine = searchPeer('FlexSearch, words', openFlexSearch);

function openFlexSearch(): DocumentSearch {
  const { Index } = loadPeer<FlexSearchModule>('flexsearch');
  const index = new Index({ tokenize: 'strict', encode: wordsOf, fastupdate: true });
  const documentById = new Map<number, OpenDocument>();
  return {
    add: (documents) => {
      for (const document of documents) {
        const { id, number, sref, po } = document.item;
        documentById.set(id, document);
        index.add(id, [compact(number), number, sref, po, document.customerName].join(' '));
      }
    },
    remove: (documents) => {
      for (const { item } of documents) index.remove(item.id);
    },
    search(line) {
      // Numbers first, with and without their marks: words that stand first weigh most.
      const numbers = numbersIn(line).flatMap((number) => [compact(number), number]);
      const found = index.search([...numbers, line.name].join(' '), { limit: hitLimit, suggest: true });
      return found.flatMap((id, rank) => {
        const document = documentById.get(id);
        return document === undefined ? [] : [{ document, score: 1 / (1 + rank) }];
      });
    },
  };
}
