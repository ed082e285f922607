/** One day in two formats, cut as banks cut days: compared by its balances, its sums and its number of entries. */
import { describe, expect, test } from 'vitest';
import type { LocalDate } from '../../src/domain/local-date.ts';
import { planPublication } from '../../src/ledger/plan/publication.ts';
import { chainOf, statement, type Circumstances, type Given } from '../support/plan-statements.ts';

const inMaster: Circumstances = { masterFormat: 'camt.053' };
const day = { day: '2026-03-03', opening: 250n, closing: 300n, format: 'mt940', entries: 3 } as const;
const posted = { ...day, format: 'camt.053' } as const;
const plan = (givens: readonly Given[], links: readonly Given[], around = inMaster) =>
  planPublication(
    givens.map((given, index) => statement({ ...given, content: `mt ${index}` }, index, around)),
    chainOf(...links),
  );

describe('a statement in a second format', () => {
  test('that says the same is checked, and adds nothing', () => {
    expect(plan([day], [posted])).toMatchObject({ state: 'cross_checked', findings: [], publish: [] });
  });

  test.each([
    ['opening', { opening: 249n }, 'opening 2.49 instead of 2.50'],
    ['closing', { closing: 301n }, 'closing 3.01 instead of 3.00'],
    ['entries', { entries: 4 }, 'entries 4 instead of 3'],
    ['credits', { closing: 301n }, 'credits 0.51 instead of 0.50'],
  ] as const)('that differs in its %s is set aside, and says how', (_what, change, words) => {
    const made = plan([{ ...day, ...change }], [posted]);
    expect(made).toMatchObject({ state: 'quarantined', findings: [{ code: 'ingest.cross_check_differs' }] });
    expect(made.findings[0]?.message).toContain(words);
  });

  test('that differs is accepted when a person releases it; the posted one stands', () => {
    const made = plan([{ ...day, entries: 4 }], [posted], { ...inMaster, isReleased: true });
    expect(made).toMatchObject({
      state: 'cross_checked',
      publish: [],
      findings: [{ code: 'ingest.cross_check_differs', severity: 'warn' }],
    });
  });

  test('waits for the master format, also where its balances would continue the account', () => {
    const before = { day: '2026-03-02', opening: 100n, closing: 250n };
    expect(plan([day], [before])).toMatchObject({
      state: 'held',
      findings: [{ code: 'ingest.master_format_awaited' }],
    });
  });

  test('of a day without movement needs no counterpart', () => {
    const idle = { day: '2026-03-04', opening: 300n, closing: 300n, entries: 0, format: 'mt940' } as const;
    const next = { day: '2026-03-05', opening: 300n, closing: 310n };
    expect(plan([idle], [posted, next]).state).toBe('cross_checked');
    expect(plan([idle], [posted]).state).toBe('held');
  });

  test('may be cut otherwise: pages against one statement, one statement against pages, a week against days', () => {
    const pages = [
      { ...day, id: 'P1', closing: 280n, entries: 1 },
      { ...day, id: 'P2', opening: 280n, entries: 2 },
    ] as const;
    expect(plan(pages, [posted]).state).toBe('cross_checked');
    const postedPages = pages.map((page, rank) => ({
      ...page,
      format: 'camt.053' as const,
      rank,
      content: `c ${rank}`,
    }));
    expect(plan([day], postedPages).state).toBe('cross_checked');
    expect(plan([pages[1]], postedPages).state).toBe('cross_checked');
    const before = { day: '2026-03-02', opening: 100n, closing: 250n };
    const week = { ...day, opening: 100n, entries: 4 };
    const around = { ...inMaster, lack: { fromDate: '2026-03-02' as LocalDate } };
    expect(plan([week], [before, posted], around).state).toBe('cross_checked');
  });
});

test('when the master format is changed, a day that is posted in the old one is still only compared', () => {
  const idle = { ...day, closing: 250n, entries: 2 };
  const made = plan([idle], [{ ...idle, format: 'camt.053' }], { masterFormat: 'mt940' });
  expect(made.state).toBe('cross_checked');
  const next = { day: '2026-03-04', opening: 250n, closing: 260n, format: 'mt940' } as const;
  expect(plan([next], [{ ...idle, format: 'camt.053' }], { masterFormat: 'mt940' }).state).toBe('published');
});
