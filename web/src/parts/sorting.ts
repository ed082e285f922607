/** In which order a table stands: asked of the service, kept in the address. */

export type Order = 'ascending' | 'descending';
export type Sorting = Readonly<{ sort: string; order: Order; onSort: (sort: string) => void }>;

/** Words begin at A, amounts with the greatest. */
const usualOrder = (sort: string): Order => (sort === 'code' || sort === 'name' ? 'ascending' : 'descending');

/** The usual order of another column, or the same column the other way round. */
export function sortedBy(
  known: Readonly<{ sort: string; order: Order }>,
  sort: string,
): { sort: string; order: Order } {
  if (known.sort !== sort) return { sort, order: usualOrder(sort) };
  return { sort, order: known.order === 'ascending' ? 'descending' : 'ascending' };
}

/** @param sorts - the first is the usual one. */
export function readSorting<Sort extends string>(
  query: URLSearchParams,
  sorts: readonly [Sort, ...Sort[]],
): Readonly<{ sort: Sort; order: Order }> {
  const sort = sorts.find((one) => one === query.get('sort')) ?? sorts[0];
  const order = query.get('order');
  return { sort, order: order === 'ascending' || order === 'descending' ? order : usualOrder(sort) };
}

/** For an address: what is usual is left away. */
export const sortingQuery = (
  { sort, order }: Readonly<{ sort: string; order: Order }>,
  usual: string,
): Readonly<{ sort: string | null; order: string | null }> => ({
  sort: sort === usual ? null : sort,
  order: order === usualOrder(sort) ? null : order,
});
