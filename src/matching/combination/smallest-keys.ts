/** The smallest of the numbers shown to it, ascending: how solutions keep their order without all being stored. */
export type SmallestKeys = Readonly<{
  /** Forgets everything and keeps up to `limit` from now on. */
  start(limit: number): void;
  add(key: number): void;
  /** How many are kept. */
  size(): number;
  at(place: number): number;
}>;

export function smallestKeys(): SmallestKeys {
  let keys = new Float64Array(16);
  let limit = 0;
  let size = 0;
  return {
    start(most) {
      if (most > keys.length) keys = new Float64Array(most);
      limit = most;
      size = 0;
    },
    add(key) {
      if (size === limit && (size === 0 || key >= (keys[size - 1] ?? 0))) return;
      if (size < limit) size += 1;
      let place = size - 1;
      while (place > 0 && (keys[place - 1] ?? 0) > key) {
        keys[place] = keys[place - 1] ?? 0;
        place -= 1;
      }
      keys[place] = key;
    },
    size: () => size,
    at: (place) => keys[place] ?? 0,
  };
}
