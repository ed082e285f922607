/** What a person is shown where no rule applies anything, and in which order. */
import { describe, expect, test } from 'vitest';
import type { Payment } from '../../src/domain/match.ts';
import { checkCertificate } from '../../src/matching/check-certificate.ts';
import { everything } from '../../src/matching/decision/verdict.ts';
import { explainInWords } from '../../src/matching/explain.ts';
import { openProposer } from '../../src/matching/propose.ts';
import { randomFrom } from './combination/every-set.ts';
import {
  atelier,
  creditNote,
  customer,
  day,
  invoice,
  known,
  ledgerOf,
  partitionOf,
  payment,
  type Ledger,
} from './ledgers.ts';

const iban = { from: 'DE89370400440532013000' };

/** The certificate of a review, checked by its own words. */
function reviewed(ledger: Ledger, asked: Payment) {
  const partition = partitionOf(ledger);
  const { certificate } = openProposer(partition, partition.columns.itemResiduals, everything).propose(asked);
  expect(certificate.action).toBe('review');
  expect(checkCertificate(certificate)).toEqual([]);
  return certificate;
}

/** `3 7`: the last digits of each suggestion's documents, a suggestion a line; a part with what it clears. */
function shown(ledger: Ledger, asked: Payment): readonly string[] {
  const { chosen, alternatives } = reviewed(ledger, asked);
  return [...(chosen === null ? [] : [chosen]), ...alternatives].map(({ lines }) =>
    lines
      .map(({ documentNumber, cleared, residual }) => {
        const number = String(Number(documentNumber.slice(-3)));
        return cleared === residual ? number : `${number} (${cleared})`;
      })
      .join(' '),
  );
}

const random = randomFrom(20_260_302);
/** Amounts without any order, so that few sets have the same sum; made once. */
const someAmounts = Array.from({ length: 100 }, () => 10_000 + Math.floor(random() * 190_000));
const anyAmount = (place: number): number => someAmounts[place] ?? 0;

/** Invoices of customer 1, `FA2026-00001` and so on, due and issued one day after the other, none like another. */
const account = (length: number, amountOf = anyAmount) =>
  Array.from({ length }, (_, place) => {
    const date = new Date(Date.UTC(2026, 0, 2 + place)).toISOString().slice(0, 10);
    return invoice(`FA2026-${String(place + 1).padStart(5, '0')}`, amountOf(place), {
      dueDate: day(date),
      issueDate: day(date),
    });
  });
const sumOf = (items: ReturnType<typeof account>, ...places: readonly number[]): number =>
  places.reduce((sum, place) => sum + Number(items[place]?.residualMinor ?? 0n), 0);

describe('an account of many items', () => {
  const items = account(70);
  const ledger = ledgerOf(...items);

  test('a few of the oldest are found among any number of items', () => {
    for (const places of [
      [0, 2, 3, 5],
      [1, 2, 6, 8],
      [0, 1, 2, 3, 5, 6, 8],
    ])
      expect(shown(ledger, payment(sumOf(items, ...places), '', iban))[0]).toBe(
        places.map((place) => place + 1).join(' '),
      );
  });

  test('and the search that found them is told', () => {
    const certificate = reviewed(ledger, payment(sumOf(items, 1, 2, 6, 8), '', iban));
    expect(certificate.chosen?.evidence).toContainEqual(
      expect.objectContaining({ kind: 'items_combined', isComplete: false, itemCount: 24 }),
    );
    expect(certificate.chosen?.notes).toContain('early');
    expect(explainInWords(certificate, payment(1, ''))).toContain('among the oldest 24 open items');
  });

  test('where an item outside has the amount of one inside, the other set is shown as well', () => {
    const equal = account(9, (place) => (place === 1 || place === 3 ? 12_000 : 20_011 + place * 997));
    const [first, ...others] = shown(ledgerOf(...equal), payment(sumOf(equal, 0, 1), '', iban));
    expect(first).toBe('1 2');
    expect(others).toContain('1 4');
  });

  test('the account but one item, credit notes deducted', () => {
    const withCredit = [...account(20), creditNote('AV2026-00099', 3_003, { dueDate: day('2026-01-04') })];
    const paid =
      Number(withCredit.reduce((sum, { residualMinor }) => sum + residualMinor, 0n)) - 2 * 3_003 - sumOf(withCredit, 6);
    expect(shown(ledgerOf(...withCredit), payment(paid, '', iban))[0]?.split(' ')).toHaveLength(20);
  });
});

describe('a part of an item', () => {
  test('the oldest that are large enough', () => {
    const items = account(30, (place) => (place % 2 === 0 ? 2_000 + place : 91_013 + place * 13));
    expect(shown(ledgerOf(...items), payment(45_077, 'A VALOIR', iban))).toEqual([
      '2 (450.77)',
      '4 (450.77)',
      '6 (450.77)',
    ]);
  });

  test('whole hundreds are sooner a part than a sum of many', () => {
    const pairs = new Map([
      [0, 90_000],
      [24, 12_000],
      [27, 18_000],
      [28, 18_000],
    ]);
    const items = account(30, (place) => pairs.get(place) ?? 1_007 + place);
    const [first, ...others] = shown(ledgerOf(...items), payment(30_000, '', iban));
    expect(first).toBe('1 (300.00)');
    expect(others).toContain('25 28');
  });

  test('of each customer that the payer may be, its oldest', () => {
    const customers = [customer(1, 'Intersys SARL'), atelier, customer(3, 'Intersys SAS')];
    const items = [
      ...account(3, (place) => 60_001 + place),
      invoice('FA2026-00301', 70_003, { of: 3 }),
      invoice('FA2026-00302', 70_005, { of: 3, dueDate: day('2026-04-01') }),
    ];
    const numbers = shown({ items, customers }, payment(20_000, 'A VALOIR', { by: 'INTERSYS' }));
    expect(numbers).toContain('1 (200.00)');
    expect(numbers).toContain('301 (200.00)');
  });

  test('by a number that is nearly right, before the oldest', () => {
    const items = account(12, (place) => 60_001 + place * 13);
    const ledger = ledgerOf(...items, invoice('FA2026-04711', 50_021));
    expect(shown(ledger, payment(40_000, 'ACOMPTE FA2026-04771', iban))[0]).toBe('711 (400.00)');
    expect(shown(ledger, payment(53_333, 'FACTURE FA2026-04771', iban))[0]).toBe('711');
    expect(shown(ledger, payment(40_000, 'ACOMPTE FA2026-09999', iban))[0]).toBe('1 (400.00)');
  });
});

describe('a list', () => {
  const items = account(80);
  const ledger = ledgerOf(...items);
  const text = (...places: readonly number[]): string =>
    `FACT ${places.map((place) => `FA2026-${String(place + 1).padStart(5, '0')}`).join(', ')}`;

  test('that is paid short clears what is written first, and the last in part', () => {
    const [first] = shown(ledger, payment(sumOf(items, 7, 2) + 500, text(7, 2, 4), known));
    expect(first).toBe('8 3 5 (5.00)');
  });

  test('that breaks off goes on early in what was issued next', () => {
    const paid = payment(sumOf(items, 3, 4, 7, 9, 13), `${text(3, 4)}, FA`, iban);
    expect(shown(ledger, paid)).toContain('4 5 8 10 14');
  });

  test('and in any series', () => {
    const deposit = invoice('AC2026-00012', 22_679, { dueDate: day('2026-01-12'), issueDate: day('2026-01-12') });
    const paid = payment(sumOf(items, 3, 4, 7) + 22_679, `${text(3, 4)}, FA`, iban);
    expect(
      shown(ledgerOf(...items, deposit), paid).map((numbers) => numbers.split(' ').toSorted().join(' ')),
    ).toContain('12 4 5 8');
  });
});
