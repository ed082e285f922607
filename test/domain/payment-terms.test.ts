import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseLocalDate, type LocalDate } from '../../src/domain/local-date.ts';
import { dueDateOf, formatPaymentTerms, parsePaymentTerms } from '../../src/domain/payment-terms.ts';

const day = (text: string): LocalDate => {
  const date = parseLocalDate(text);
  if (!date.ok) throw new Error(text);
  return date.value;
};
const due = (issued: string, terms: string): string => {
  const parsed = parsePaymentTerms(terms);
  return parsed.ok ? dueDateOf(day(issued), parsed.value) : parsed.error;
};

// The two readings of "45 days end of month", and the 60 days of L441-10: service-public.fr, F23211.
describe('a due date', () => {
  test.each([
    ['2026-01-15', 'eom:45', '2026-03-31'],
    ['2026-01-15', 'eom_then:45', '2026-03-17'],
    ['2026-01-15', 'net:60', '2026-03-16'],
    ['2026-03-10', 'eom:45', '2026-04-30'],
    ['2026-03-10', 'eom_then:45', '2026-05-15'],
    ['2026-03-10', 'net:60', '2026-05-09'],
    ['2026-01-31', 'net:30', '2026-03-02'],
    ['2024-01-30', 'net:30', '2024-02-29'],
    ['2024-01-15', 'eom:30', '2024-02-29'],
    ['2026-02-28', 'eom:0', '2026-02-28'],
    ['2026-12-16', 'eom:15', '2026-12-31'],
    ['2026-12-17', 'eom:15', '2027-01-31'],
    ['2026-12-31', 'eom_then:30', '2027-01-30'],
    ['2026-05-04', 'net:0', '2026-05-04'],
  ])('of a document of %s at %s is %s', (issued, terms, expected) => {
    expect(due(issued, terms)).toBe(expected);
  });

  test('end of month, then days: the same for every document of a month', () => {
    const days = Array.from({ length: 30 }, (_, index) => `2026-04-${String(index + 1).padStart(2, '0')}`);
    expect(new Set(days.map((issued) => due(issued, 'eom_then:45')))).toEqual(new Set(['2026-06-14']));
  });

  test('days, then end of month: never before the days are over, and on the last day of a month', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 20_000 }), (days, fromEpoch) => {
        const issued = new Date((fromEpoch + 10_000) * 86_400_000).toISOString().slice(0, 10);
        const end = due(issued, `eom:${days}`);
        expect(end >= due(issued, `net:${days}`)).toBe(true);
        expect(due(end, 'net:1').slice(8)).toBe('01');
      }),
    );
  });
});

describe('payment terms', () => {
  test.each(['net:30', 'eom:45', 'eom_then:45', 'net:0', 'eom:999'])('%s are written as they were read', (text) => {
    const terms = parsePaymentTerms(text);
    expect(terms.ok && formatPaymentTerms(terms.value)).toBe(text);
  });

  test.each(['', '30', 'net', 'net:', 'net:-1', 'net:1000', 'net:3.5', 'eom_now:45', 'NET:30', 'net:30 '])(
    '%j are not known',
    (text) => {
      expect(parsePaymentTerms(text)).toEqual({ ok: false, error: 'terms_unknown' });
    },
  );
});
