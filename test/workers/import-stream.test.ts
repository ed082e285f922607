/** Rows of a stream: who else wants the event loop has it in between. */
import { expect, test } from 'vitest';
import { exchangeRateForm } from '../../src/ingest/open-items/exchange-rate-row.ts';
import { readRowChunks } from '../../src/workers/jobs/import-stream.ts';

const row = (index: number) =>
  `${JSON.stringify({ rateDate: '2026-03-02', currency: 'USD', rate: `1.${String(index).padStart(6, '0')}` })}\n`;
const rows = Array.from({ length: 10_000 }, (_, index) => row(index)).join('');

async function* inPiecesOf(size: number) {
  const bytes = Buffer.from(rows);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

test.each([7, 8_192, 1_000_000])(
  'in pieces of %i bytes are the same rows, and others have their turn',
  async (size) => {
    let turns = 0;
    let other = setImmediate(function turn() {
      turns += 1;
      other = setImmediate(turn);
    });
    const lines: number[] = [];
    for await (const chunk of readRowChunks({ format: 'jsonl', bytes: inPiecesOf(size) }, exchangeRateForm))
      for (const record of chunk) lines.push(record.kind === 'row' ? record.line : -1);
    clearImmediate(other);
    expect(lines).toEqual(Array.from({ length: 10_000 }, (_, index) => index + 1));
    expect(turns).toBeGreaterThan(rows.length / 10_000);
  },
);
