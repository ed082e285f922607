/** Several engines over the same days: who sees what, and when. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blnk } from '../../bench/matching/peers/blnk.ts';
import { rowOf } from '../../bench/matching/peers/row.ts';
import { evenSample, runSideBySide } from '../../bench/matching/peers/side-by-side.ts';
import type { BenchEngine } from '../../bench/matching/types.ts';
import { books, customer, invoice, paid, receipt } from './peers-books.ts';

const firstDay = receipt(0, 12_000, 'FA2026-00017');
const secondDay = receipt(1, 8_000, 'FA2026-00018', { day: 1, date: '2026-01-21' });
const again = receipt(2, 12_000, 'FA2026-00017', { day: 1, date: '2026-01-21' });
const data = books(
  [customer(1, 'Garage Morel')],
  [invoice(1, 'FA2026-00017', 12_000), invoice(2, 'FA2026-00018', 8_000, { issued: '2026-01-21' })],
  {
    lines: [firstDay, secondDay, again],
    truth: [paid(0, [{ item: 1, cleared: 12_000 }]), paid(1, [{ item: 2, cleared: 8_000 }]), paid(2)],
  },
);
const peer = { name: 'after Blnk', open: blnk, sampleCount: 3 };

describe('side by side', () => {
  test('a paid document is gone the next day, a new one is there', async () => {
    const [outcome] = await runSideBySide(data, [peer]);
    expect(outcome?.run?.decisions.map(({ alloc }) => alloc.map(({ item }) => item))).toEqual([[1], [2], []]);
  });

  test('the row counts what came out', async () => {
    const [outcome] = await runSideBySide(data, [peer]);
    expect(outcome === undefined ? null : rowOf(data, outcome)).toMatchObject({
      lines: 3,
      autoMatchPercent: 100,
      precisionPercent: 100,
      falsePosts: 0,
      applied: 2,
      recallAt1Percent: 100,
      threshold: 'its own rules',
    });
  });

  test('right answers come after the decisions of their day, also of lines that were not asked', async () => {
    const seen: string[] = [];
    const engine: BenchEngine = {
      name: 'listener',
      decideDay: (day, _date, lines) => {
        seen.push(`asked ${String(day)}: ${lines.map(({ id }) => id).join()}`);
        return lines.map(({ id }) => ({
          line: id,
          action: 'none',
          customer: null,
          alloc: [],
          suggestions: [],
          reason: '',
        }));
      },
      learn: (day, truths) => void seen.push(`told ${String(day)}: ${truths.map(({ line }) => line).join()}`),
    };
    await runSideBySide(data, [{ name: 'listener', open: () => engine, sampleCount: 1 }]);
    expect(seen).toEqual(['asked 0: ', 'asked 0: 0', 'told 0: 0', 'asked 1: ', 'asked 1: ', 'told 1: 1,2']);
  });

  test('a peer that cannot be opened says why, and the others run', async () => {
    const absent = {
      name: 'absent',
      open: () => {
        throw new Error('not installed');
      },
      sampleCount: 1,
    };
    const outcomes = await runSideBySide(data, [absent, peer]);
    expect(outcomes.map((outcome) => rowOf(data, outcome))).toMatchObject([
      { notAvailable: 'not installed' },
      { lines: 3 },
    ]);
  });
});

test('a sample has the size wanted, from the first line on, at equal distances', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 }), (lineCount, wanted) => {
      const lines = Array.from({ length: lineCount }, (_, id) => receipt(id, 1, ''));
      const ids = [...evenSample(lines, wanted)];
      const gaps = ids.slice(1).map((id, index) => id - (ids[index] ?? 0));
      expect(ids[0]).toBe(0);
      expect(ids).toHaveLength(Math.min(wanted, lineCount));
      expect(Math.max(0, ...gaps) - Math.min(Infinity, ...gaps)).toBeLessThanOrEqual(1);
    }),
  );
});
