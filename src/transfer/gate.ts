/** Lets so many through at a time; the others wait in the order in which they came. */
type Gate = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Pulls at once in one process. Each holds a connection to the database for its lock and needs another to store: as many
 * pulls as the pool has connections would wait for each other for ever.
 */
export const pullsAtOnce = 4;

export function gateOf(width: number): Gate {
  let free = width;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
