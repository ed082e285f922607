/**
 * Payments of just the amount of a document that they seem to name, where the number or the money may mean something
 * else. Each is for a person; beside each stands the case that is as certain as it looks.
 */
import { describe, expect, test } from 'vitest';
import { asked, outcome } from './engine.ts';
import {
  atelier,
  closed,
  creditNote,
  customer,
  day,
  garage,
  half,
  invoice,
  known,
  ledgerOf,
  nobody,
  payment,
  sharedAccount,
  stranger,
  type Ledger,
} from './ledgers.ts';

describe('one number, two customers', () => {
  const both = ledgerOf(invoice('2026-0042', 12_000), invoice('2026-0042', 12_000, { of: 2 }));

  test('and one amount: nobody knows which', () => {
    expect(outcome(both, payment(12_000, 'FACT 2026-0042', nobody))).toMatch(/^several_explanations/);
    expect(outcome(both, payment(12_000, 'FACT 2026-0042', half))).toMatch(/^several_explanations/);
  });

  test('the payer tells them apart', () => {
    expect(outcome(both, payment(12_000, 'FACT 2026-0042', known))).toBe('apply 2026-0042 12000');
    expect(outcome(both, payment(12_000, 'FACT 2026-0042', stranger))).toBe('apply 2026-0042 12000');
  });

  test('letters left out in front are no difference', () => {
    const lettered = ledgerOf(invoice('FA2026-00777', 12_000), invoice('2026-00777', 12_000, { of: 2 }));
    expect(outcome(lettered, payment(12_000, '2026-00777', nobody))).toMatch(/^several_explanations/);
    expect(outcome(lettered, payment(12_000, 'FA2026-00777', nobody))).toBe('apply FA2026-00777 12000');
  });

  test('numbers of two customers that are paid together', () => {
    const two = ledgerOf(invoice('FA2026-00123', 12_000), invoice('FA2026-00500', 4_000, { of: 2 }));
    expect(outcome(two, payment(16_000, 'FA2026-00123 FA2026-00500', nobody))).toMatch(asked);
    expect(outcome(two, payment(16_000, 'FA2026-00123 FA2026-00500', known))).toMatch(asked);
  });
});

describe('the same number as an invoice and as a credit note', () => {
  const both = ledgerOf(invoice('2026-0042', 12_000), creditNote('2026-0042', 2_000));

  test('is the invoice, unless a word says otherwise', () => {
    expect(outcome(both, payment(12_000, 'FACT 2026-0042', known))).toBe('apply 2026-0042 12000');
    expect(outcome(both, payment(10_000, 'FACT 2026-0042 AVOIR 2026-0042', known))).toBe(
      'apply 2026-0042 12000 + 2026-0042 2000',
    );
  });

  test('nobody pays a credit note', () => {
    const alone = ledgerOf(creditNote('AV2026-00042', 12_000));
    expect(outcome(alone, payment(12_000, 'AV2026-00042', known))).toMatch(asked);
  });
});

describe('a number that is wrapped', () => {
  test('is the joined one, where that is a document', () => {
    const both = ledgerOf(invoice('FA2026-001', 12_000), invoice('FA2026-00123', 12_000, { of: 2 }));
    expect(outcome(both, payment(12_000, 'FACTURE FA2026-001\n23 MERCI', nobody))).toBe('apply FA2026-00123 12000');
  });

  test('is not its tail, though that is a document', () => {
    const tail = ledgerOf(invoice('FA2026-00123', 12_000), invoice('00123', 12_000, { of: 2 }));
    expect(outcome(tail, payment(12_000, 'FACTURE FA2026-\n00123', nobody))).toBe('apply FA2026-00123 12000');
    expect(outcome(tail, payment(7_000, 'FACTURE FA2026-\n00123', stranger))).toMatch(asked);
  });

  test('is no part payment of its stem', () => {
    const stem = ledgerOf(invoice('FA2026-001', 12_000));
    expect(outcome(stem, payment(7_000, 'FACTURE FA2026-001\n23 MERCI', known))).toMatch(asked);
  });

  test('a list over two lines is one', () => {
    const list = ledgerOf(invoice('10405443', 12_000), invoice('10405444', 9_000));
    expect(outcome(list, payment(21_000, 'FACTURES 10405443\n10405444', nobody))).toBe(
      'apply 10405443 12000 + 10405444 9000',
    );
  });
});

describe('a part of a number', () => {
  const year = (amount: number): Ledger => ({
    items: [
      invoice('FA2024-20240', amount, { issueDate: day('2024-05-01') }),
      ...Array.from({ length: 14 }, (_, place) =>
        invoice(`FA2024-0${4_000 + place}`, 700 + place, { of: 2, issueDate: day('2024-05-01') }),
      ),
    ],
    aliases: sharedAccount,
  });

  test('cut off behind the year is no serial number that begins like it', () => {
    expect(outcome(year(12_000), payment(12_000, 'FACT FA20240', nobody))).toMatch(asked);
    expect(outcome(year(12_000), payment(7_000, 'FACT FA20240', known))).toMatch(asked);
    expect(outcome(year(12_000), payment(12_000, 'FACT FA2024-20240', nobody))).toBe('apply FA2024-20240 12000');
  });

  test('that several documents of the customer share', () => {
    const years = ledgerOf(invoice('FA2025-00123', 12_000), invoice('FA2026-00123', 12_000));
    expect(outcome(years, payment(12_000, 'FACT 00123', known))).toMatch(/^several_explanations/);
    expect(outcome(years, payment(12_000, 'FACT 2025 00123', known))).toBe('apply FA2025-00123 12000');
  });
});

describe('a document that is paid', () => {
  const paid = ledgerOf(closed('FA2026-00123'), invoice('FA2026-00124', 12_000));

  test('is not paid again by the next of its amount', () => {
    expect(outcome(paid, payment(12_000, 'FA2026-00123', known))).toMatch(/^reference_already_paid/);
    expect(outcome(paid, payment(12_000, 'FA2026-00123', nobody))).toMatch(asked);
  });

  test('beside one that is open', () => {
    expect(outcome(paid, payment(12_000, 'FA2026-00124 RAPPEL FA2026-00123', known))).toBe('apply FA2026-00124 12000');
    expect(outcome(paid, payment(7_000, 'FA2026-00124 FA2026-00123', known))).toMatch(asked);
  });
});

describe('numbers of another purpose', () => {
  const plain = ledgerOf(invoice('10405443', 12_000), invoice('2026-0042', 9_000));

  test.each([
    'CDE N° 10405443',
    'BESTELL-NR. 10405443',
    'CLIENT 10405443',
    'CONTRAT 2026-0042',
    'DEVIS 2026-0042',
    'CHEQUE 10405443',
    'LIVRAISON DU BON 2026-0042',
    'COMMANDE CLIENT 2026-0042',
    'TEL 10405443',
    'SIREN 10405443',
    'DU 12/05/2026',
  ])('%s', (text) => {
    for (const amount of [12_000, 9_000]) expect(outcome(plain, payment(amount, text, nobody))).toMatch(asked);
    expect(outcome(plain, payment(4_000, text, known))).toMatch(asked);
  });

  test.each(['99 2026 0042 00', '7-2026-0042', '2026-0042-7', '2026, 0042'])(
    'inside other digits it is no part payment: %s',
    (text) => {
      expect(outcome(plain, payment(4_000, text, known))).toMatch(asked);
    },
  );

  test('more digits are another number', () => {
    expect(outcome(plain, payment(4_000, '110405443', known))).toMatch(asked);
    expect(outcome(plain, payment(4_000, '104054430', known))).toMatch(asked);
  });
});

describe('the payer', () => {
  const one = ledgerOf(invoice('FA2026-00123', 12_000));

  test('is certainly another customer, whatever the text says', () => {
    for (const text of ['FA2026-00123', 'FACT 00123', 'FACT 123', 'FA2026-00132'])
      expect(outcome(one, payment(12_000, text, stranger)), text).toMatch(asked);
    expect(outcome(one, payment(12_000, '', { ...stranger, creditorReference: 'FA2026-00123' }))).toMatch(
      /^payer_is_other_customer/,
    );
  });

  test('may be two: what both owe is a question', () => {
    const twins = ledgerOf(invoice('FA2026-00123', 12_000), invoice('FA2026-00500', 12_000, { of: 2 }));
    expect(outcome(twins, payment(12_000, 'VIREMENT', half))).toMatch(asked);
    expect(outcome(twins, payment(12_000, 'FACT 00500', half))).toBe('apply FA2026-00500 12000');
  });

  test('a customer that was entered twice', () => {
    const twice = {
      ...ledgerOf(invoice('FA2026-00123', 12_000), invoice('FA2026-00300', 12_000, { of: 3 })),
      customers: [garage, atelier, customer(3, garage.name, ...garage.ibans)],
    };
    expect(outcome(twice, payment(12_000, 'VIREMENT', { by: garage.name, from: garage.ibans[0] ?? '' }))).toMatch(
      asked,
    );
    expect(outcome(twice, payment(12_000, 'FA2026-00300', { by: garage.name }))).toBe('apply FA2026-00300 12000');
  });
});
