/** Texts one behind the other as UTF-8, in one growing array. */
export type TextHeap = Readonly<{
  /** Returns the bytes it took. */
  append(text: string): number;
  sizeBytes(): number;
  /** Copies a range of bytes to the place given. */
  copyTo(target: Uint8Array, at: number, from: number, to: number): void;
  text(from: number, to: number): string;
}>;

/** Reads texts back from memory that may be shared, which `TextDecoder` refuses. */
export type TextView = (from: number, to: number) => string;

export function viewTexts(memory: SharedArrayBuffer): TextView {
  const bytes = Buffer.from(memory);
  return (from, to) => bytes.toString('utf8', from, to);
}

/** @param expectedBytes - reserved at once; doubled whenever it does not suffice. */
export function textHeap(expectedBytes: number): TextHeap {
  let held = Buffer.alloc(Math.max(expectedBytes, 64));
  let usedBytes = 0;
  const reserve = (neededBytes: number): void => {
    if (neededBytes <= held.length) return;
    const larger = Buffer.alloc(Math.max(neededBytes, held.length * 2));
    held.copy(larger, 0, 0, usedBytes);
    held = larger;
  };
  return {
    append(text) {
      // No UTF-16 unit takes more than three bytes: room for the worst case saves a pass to count.
      reserve(usedBytes + text.length * 3);
      const writtenBytes = held.write(text, usedBytes, 'utf8');
      usedBytes += writtenBytes;
      return writtenBytes;
    },
    sizeBytes: () => usedBytes,
    copyTo(target, at, from, to) {
      for (let index = from; index < to; index += 1) target[at + index - from] = held[index] ?? 0;
    },
    text: (from, to) => held.toString('utf8', from, to),
  };
}
