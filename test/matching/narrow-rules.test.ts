/**
 * Rules that believe more than the numbers of the text say. Beside each payment that one applies stands the one that is
 * nearly the same and is for a person.
 */
import { describe, expect, test } from 'vitest';
import type { PartitionItem } from '../../src/domain/partition.ts';
import { outcome, weigh } from './engine.ts';
import {
  atelier,
  background,
  currency,
  customer,
  day,
  garage,
  half,
  invoice,
  invoices,
  known,
  nobody,
  payment,
  sharedAccount,
  type Ledger,
} from './ledgers.ts';

const ledgerOf = (...items: readonly PartitionItem[]): Ledger => ({
  items: [...items, ...background()],
  aliases: sharedAccount,
});
const asked = /^(?!apply)/;

describe('a list that breaks off goes on with what was issued next', () => {
  const issued = (number: string, amount: number, date: string) => invoice(number, amount, { issueDate: day(date) });
  const open = [
    issued('FA2026-00101', 10_100, '2026-01-05'),
    issued('FA2026-00102', 20_300, '2026-01-12'),
    issued('FA2026-00103', 30_700, '2026-01-19'),
    issued('FA2026-00104', 41_100, '2026-01-26'),
  ];
  const rest = invoices(
    'FA2026-',
    200,
    Array.from({ length: 70 }, (_, place) => 1_013 + place * 131),
  );

  test('without a gap, however many sets have the amount', () => {
    const paid = payment(102_200, 'FA2026-00101, FA2026-00102, FA2026-', known);
    expect(weigh(ledgerOf(...open, ...rest), paid).verdict).toMatchObject({ action: 'apply', rule: 'continued' });
  });

  test('not over a gap', () => {
    const paid = payment(71_500, 'FA2026-00101, FA2026-00102, FA2026-', known);
    expect(outcome(ledgerOf(...open, ...rest), paid)).toMatch(asked);
  });

  test('not where the number that was begun is another', () => {
    const paid = payment(102_200, 'FA2026-00101, FA2026-00102, FA2026-002', known);
    expect(outcome(ledgerOf(...open, ...rest), paid)).toMatch(asked);
  });

  test('not where the one that follows has the amount of another', () => {
    const twice = ledgerOf(...open.slice(0, 3), invoice('FA2026-00180', 30_700), ...rest);
    expect(outcome(twice, payment(61_100, 'FA2026-00101, FA2026-00102, FA2026-', known))).toMatch(asked);
  });

  test('not where one number alone is named, which may be that of another payment', () => {
    const books = ledgerOf(...open, ...rest);
    expect(outcome(books, payment(30_400, 'FACT FA2026-00101', known))).toMatch(asked);
    expect(outcome(books, payment(30_400, 'FACT FA2026-00101, FA', known))).toMatch(/^apply/);
  });

  test('not where one that is named may have been paid twice', () => {
    const equal = ledgerOf(...open.slice(0, 2), issued('FA2026-00103', 20_300, '2026-01-19'), ...rest);
    expect(outcome(equal, payment(50_700, 'FA2026-00101 FA2026-00102 MERCI', known))).toMatch(asked);
    expect(outcome(ledgerOf(...open, ...rest), payment(61_100, 'FA2026-00101 FA2026-00102 MERCI', known))).toBe(
      'apply FA2026-00101 10100 + FA2026-00102 20300 + FA2026-00103 30700',
    );
  });
});

describe('the oldest by date of issue', () => {
  const terms = [
    invoice('FA2026-00101', 10_100, { issueDate: day('2026-01-05'), dueDate: day('2026-04-05') }),
    invoice('FA2026-00102', 20_300, { issueDate: day('2026-01-12'), dueDate: day('2026-02-12') }),
    invoice('FA2026-00103', 30_700, { issueDate: day('2026-01-19'), dueDate: day('2026-03-19') }),
    ...invoices(
      'FA2026-',
      200,
      Array.from({ length: 14 }, (_, place) => 1_013 + place * 131),
    ),
  ];

  test('are a set with a name, whatever is due when', () => {
    expect(outcome(ledgerOf(...terms), payment(61_100, 'VIREMENT', known))).toMatch(/^apply FA2026-00101/);
  });

  test('unless one could be exchanged', () => {
    const equal = ledgerOf(...terms, invoice('FA2026-00300', 10_100), invoice('FA2026-00301', 20_300));
    expect(outcome(equal, payment(61_100, 'VIREMENT', known))).toMatch(asked);
  });

  test('a run and the oldest but one are only suggested', () => {
    const many = ledgerOf(
      ...terms,
      ...invoices(
        'FA2026-',
        400,
        Array.from({ length: 60 }, (_, place) => 7_001 + place * 173),
      ),
    );
    expect(outcome(many, payment(51_000, 'VIREMENT', known))).toMatch(asked);
    expect(outcome(many, payment(40_800, 'VIREMENT', known))).toMatch(asked);
  });
});

describe('a part that is paid', () => {
  const one = ledgerOf(invoice('FA2026-00123', 12_000));

  test.each(['ACOMPTE FA2026-00123 REF 70966655', 'FA2026-00123 1ER VERSEMENT', 'FACT FA2026-00123 1. RATE'])(
    '%s',
    (text) => {
      expect(outcome(one, payment(7_000, text, known))).toBe('apply FA2026-00123 7000');
    },
  );

  test('is not believed beside a document of ours, unless the text speaks of a part', () => {
    expect(outcome(one, payment(7_000, 'FA2026-00123 ET FA2026-00999', known))).toMatch(asked);
    expect(outcome(one, payment(7_000, 'ACOMPTE FA2026-00123 CDE FA2026-00999', known))).toBe(
      'apply FA2026-00123 7000',
    );
  });

  test('is not believed where another item has the amount', () => {
    const two = ledgerOf(invoice('FA2026-00123', 12_000), invoice('FA2026-00300', 7_000));
    expect(outcome(two, payment(7_000, 'ACOMPTE FA2026-00123', known))).toMatch(asked);
  });

  test('may stand behind a word of its payer, and behind no other', () => {
    expect(
      outcome(ledgerOf(invoice('2026-0042', 12_000)), payment(7_000, 'METZ 2026-0042', { by: 'Garage Müller Metz' })),
    ).toMatch(/^apply 2026-0042 7000|^amount_differs/);
    expect(outcome(ledgerOf(invoice('2026-0042', 12_000)), payment(7_000, 'METZ 2026-0042', known))).toMatch(asked);
  });

  test('is not ordered by a share that is no number', () => {
    expect(outcome(one, payment(11_400, 'FA2026-00123 DEDUIT RG 5 %', known))).toBe('apply FA2026-00123 11400');
    expect(outcome(one, payment(11_300, 'FA2026-00123 DEDUIT RG 5 %', nobody))).toMatch(asked);
  });
});

describe('somebody who is like a customer pays for another', () => {
  const finance = { by: 'Atelier Nord Invest' };
  const invoiceOfGarage = invoice('FA2026-00123', 12_000);

  test('and only one of them owes the amount', () => {
    expect(outcome(ledgerOf(invoiceOfGarage), payment(12_000, 'FA2026-00123', nobody))).toMatch(/^apply/);
  });

  test('but not where the other owes it as well: the number may be mistyped', () => {
    const both = ledgerOf(invoiceOfGarage, invoice('FA2026-00132', 12_000, { of: 2 }));
    expect(outcome(both, payment(12_000, 'FA2026-00123', finance))).toMatch(asked);
    expect(outcome(both, payment(12_000, 'FA2026-00123 CLIENT ATELIER NORD', half))).toMatch(asked);
  });

  test('for one of two namesakes, and the text says for whom', () => {
    const namesakes = {
      items: [
        invoice('FA2026-00123', 10_090, { of: 3 }),
        invoice('FA2026-00124', 10_090, { of: 4 }),
        ...background(10_090, 2),
      ],
      customers: [garage, atelier, customer(3, 'Elecgaz Rouen SARL'), customer(4, 'Elecgaz Rouen SNC')],
      aliases: [
        {
          ...(sharedAccount[0] ?? expect.fail()),
          customerId: customer(4, '').customerId,
          value: 'FR1420041010050500013M02606',
        },
      ],
    };
    const treasury = { by: 'Elecgaz Finance SAS', from: 'FR1420041010050500013M02606' };
    expect(outcome(namesakes, payment(10_090, 'POUR COMPTE ELECGAZ ROUEN', treasury))).toMatch(asked);
  });
});

describe('an amount alone', () => {
  const many = invoices(
    'FA2026-',
    200,
    Array.from({ length: 14 }, (_, place) => 1_013 + place * 131),
  );

  test('in whole hundreds may be money on account, where many items stand open', () => {
    const one = invoice('FA2026-00123', 30_000);
    expect(outcome(ledgerOf(one), payment(30_000, 'VIREMENT', known))).toBe('apply FA2026-00123 30000');
    expect(outcome(ledgerOf(one, ...many), payment(30_000, 'VIREMENT', known))).toMatch(asked);
    expect(outcome(ledgerOf(invoice('FA2026-00123', 30_050), ...many), payment(30_050, 'VIREMENT', known))).toMatch(
      /^apply/,
    );
  });

  test('of one whom a short name may mean says who, unless many owe it', () => {
    const short = (common: number): Ledger => ({
      items: [invoice('FA2026-00123', 12_090, { of: 3 }), ...background(12_090, common)],
      customers: [garage, atelier, customer(3, 'Chauffage Rolland SAS'), customer(4, 'Rolland Michel SARL')],
    });
    expect(outcome(short(2), payment(12_090, 'VIREMENT', { by: 'C Rolland' }))).toBe('apply FA2026-00123 12090');
    const owed = { ...short(2), items: [...short(2).items, invoice('FA2026-00124', 12_090, { of: 4 })] };
    expect(outcome(owed, payment(12_090, 'VIREMENT', { by: 'C Rolland' }))).toMatch(asked);
  });

  test('of another currency is only suggested', () => {
    const dollars: Ledger = {
      items: [invoice('FA2026-00123', 12_000, { currency: currency('USD') }), ...background()],
      rates: [{ from: currency('USD'), to: currency('EUR'), rate: 0.85 }],
    };
    expect(outcome(dollars, payment(12_000, 'FA2026-00123', known))).toBe('not_certain: FA2026-00123 12000');
    expect(outcome(dollars, payment(10_200, 'FA2026-00123', known))).toBe('apply FA2026-00123 12000');
  });
});

test('a list of several customers is suggested whole, and applied by nobody', () => {
  const two = ledgerOf(invoice('FA2026-00123', 12_000), invoice('FA2026-00500', 4_000, { of: 2 }));
  expect(outcome(two, payment(16_000, 'BORDEREAU FA2026-00123, FA2026-00500', nobody))).toBe(
    'not_certain: FA2026-00123 12000 + FA2026-00500 4000',
  );
  expect(outcome(two, payment(16_001, 'BORDEREAU FA2026-00123, FA2026-00500', nobody))).toMatch(asked);
});
