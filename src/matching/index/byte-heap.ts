/** Texts one behind the other as UTF-8, in one growing array. */
export type ByteHeap = Readonly<{
  append(text: string): void;
  /** The text and a 0 behind it; zeros inside the text are left out. */
  appendEnded(text: string): void;
  sizeBytes(): number;
  bytes(): Uint8Array;
}>;

/** @param expectedBytes - reserved at once; doubled whenever it does not suffice. */
export function byteHeap(expectedBytes: number): ByteHeap {
  let held = Buffer.alloc(Math.max(expectedBytes, 64));
  let used = 0;
  const append = (text: string): void => {
    // No UTF-16 unit takes more than three bytes: room for the worst case saves a pass to count.
    const needed = used + text.length * 3 + 1;
    if (needed > held.length) {
      const larger = Buffer.alloc(Math.max(needed, held.length * 2));
      held.copy(larger, 0, 0, used);
      held = larger;
    }
    const start = used;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code > 127) {
        used = start + held.write(text, start, 'utf8');
        return;
      }
      held[used] = code;
      used += 1;
    }
  };
  return {
    append,
    appendEnded(text) {
      append(text.includes('\0') ? text.replaceAll('\0', '') : text);
      held[used] = 0;
      used += 1;
      if (used === held.length) append('');
    },
    sizeBytes: () => used,
    bytes: () => held.subarray(0, used),
  };
}
