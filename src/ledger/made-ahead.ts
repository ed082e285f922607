/**
 * A result that is made beside other work on the same transaction. It fails where it is awaited, after that work: a
 * transaction must not be rolled back while somebody still writes in it.
 */
export function madeAhead<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}

/** Results in the order of their makers: while the caller is at one, the next is made, and only that. */
export async function* oneAhead<T>(makers: readonly (() => Promise<T>)[]): AsyncGenerator<T> {
  const [first, ...others] = makers;
  if (first === undefined) return;
  let ahead = madeAhead(first());
  for (const make of others) {
    const result = await ahead;
    ahead = madeAhead(make());
    yield result;
  }
  yield await ahead;
}
