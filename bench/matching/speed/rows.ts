/** Rows of a file that we wrote ourselves, one JSON document a line: read in pieces, a million of them never at once. */
import { closeSync, openSync, readSync } from 'node:fs';

const pieceBytes = 1 << 20;

/** Each line of a file of UTF-8 text that ends with a line feed, and the byte at which it starts. */
export function* linesOf(path: string): Generator<Readonly<{ text: string; start: number }>> {
  const file = openSync(path, 'r');
  try {
    const piece = Buffer.alloc(pieceBytes);
    let held = Buffer.alloc(0);
    let heldStart = 0;
    for (let size = readSync(file, piece); size > 0; size = readSync(file, piece)) {
      const bytes = Buffer.concat([held, piece.subarray(0, size)]);
      let start = 0;
      for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
        yield { text: bytes.toString('utf8', start, end), start: heldStart + start };
        start = end + 1;
      }
      held = bytes.subarray(start);
      heldStart += start;
    }
  } finally {
    closeSync(file);
  }
}

/** The rows as they were written: nothing is checked, because this program wrote them. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller's word on the type is all there is
export function* rowsOf<Row>(path: string): Generator<Row> {
  for (const { text } of linesOf(path)) yield JSON.parse(text) as Row;
}
