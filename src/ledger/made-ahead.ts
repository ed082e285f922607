/**
 * A result that is made beside other work on the same transaction. It fails where it is awaited, after that work: a
 * transaction must not be rolled back while somebody still writes in it.
 */
export function madeAhead<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}
