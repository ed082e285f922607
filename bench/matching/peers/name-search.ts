/** From the name a bank wrote to the customer: our index, and the libraries that one would take for it. */
import { loadPeer } from '../../decisions/peers.ts';
import { nameIndexBuilder, openNameIndex } from '../../../src/matching/names/name-index.ts';
import type { BenchCustomer } from '../types.ts';
import { openFuse } from './fuse.ts';

/** Customer ids, best first. */
export type NameSearch = (name: string) => readonly number[];

export type NamePeer = Readonly<{
  name: string;
  open(customers: readonly BenchCustomer[]): NameSearch;
  /** Queries of the canonical size that it is given. */
  sampleCount: number;
}>;

const customerLimit = 5;

type MiniSearchModule = new (
  options: Readonly<{ fields: readonly string[]; searchOptions: Readonly<{ fuzzy: number; prefix: boolean }> }>,
) => Readonly<{
  addAll(rows: readonly BenchCustomer[]): void;
  search(text: string): readonly Readonly<{ id: number }>[];
}>;

const openMiniSearch = (customers: readonly BenchCustomer[]): NameSearch => {
  const index = new (loadPeer<MiniSearchModule>('minisearch'))({
    fields: ['name'],
    searchOptions: { fuzzy: 0.2, prefix: true },
  });
  index.addAll(customers);
  return (name) =>
    index
      .search(name)
      .slice(0, customerLimit)
      .map(({ id }) => id);
};

const openFuseNames =
  (useTokenSearch: boolean) =>
  (customers: readonly BenchCustomer[]): NameSearch => {
    const fuse = openFuse(customers, { keys: ['name'], includeScore: true, useTokenSearch });
    return (name) => fuse.search(name, { limit: customerLimit }).map(({ item }) => item.id);
  };

function openOurs(customers: readonly BenchCustomer[]): NameSearch {
  const builder = nameIndexBuilder();
  // The index knows its owners as rows of a table.
  for (const [row, { name }] of customers.entries()) builder.add(row, name);
  const index = openNameIndex(builder.finish());
  return (name) => index.find(name, customerLimit).flatMap(({ owner }) => customers[owner]?.id ?? []);
}

export const namePeers: readonly NamePeer[] = [
  { name: 'Lettrage, name index', open: openOurs, sampleCount: 10_000 },
  { name: 'fuse.js 7.5, default', open: openFuseNames(false), sampleCount: 400 },
  { name: 'fuse.js 7.5, token search', open: openFuseNames(true), sampleCount: 400 },
  { name: 'MiniSearch 7.2, fuzzy and prefix', open: openMiniSearch, sampleCount: 2_000 },
];
