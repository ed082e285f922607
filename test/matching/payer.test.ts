/** How a payer stands to a customer: by its accounts, its name, what people confirmed, and what the text says. */
import { payerLevel, payerLevels } from '../../src/domain/match.ts';
import { describe, expect, test } from 'vitest';
import { identifyPayer, identifyPayerByIban, levelOf } from '../../src/matching/payer/identify-payer.ts';
import { outcome, weigh } from './engine.ts';
import {
  alias,
  atelier,
  background,
  customer,
  customerId,
  garage,
  half,
  invoice,
  known,
  nobody,
  partitionOf,
  payment,
  paymentId,
  sharedAccount,
  type Ledger,
} from './ledgers.ts';

const ledger: Ledger = {
  items: [invoice('FA2026-00123', 12_000), ...background(12_000, 5)],
  aliases: [...sharedAccount, alias(1, 'iban', 'GB82WEST12345698765432'), alias(1, 'name', 'Holding Dupond')],
};

const levelsOf = (fields: Parameters<typeof payment>[2], of: Ledger = ledger): string => {
  const payer = identifyPayer(payment(1, '', fields), partitionOf(of));
  return [0, 1].map((row) => payerLevels[levelOf(payer, row)]).join(' ');
};

test.each([
  ['nothing', {}, 'none none'],
  ['a name nobody has', nobody, 'none none'],
  ['an account of the master data', { from: 'DE89 3704 0044 0532 0130 00' }, 'iban other'],
  ['an account of the master data, small letters', { from: 'de89370400440532013000' }, 'iban other'],
  ['an account that people confirmed', { from: 'GB82WEST12345698765432' }, 'learned none'],
  ['an account that two customers share', half, 'weak weak'],
  ['an account with one digit changed', { from: 'DE89370400440532013001' }, 'none none'],
  ['the name', { by: 'GARAGE MULLER SARL' }, 'exact other'],
  ['the name without its form', known, 'exact other'],
  ['a name that people confirmed', { by: 'HOLDING DUPOND' }, 'learned none'],
  ['the account of one, the name of another', { from: 'DE89370400440532013000', by: 'Atelier Nord SAS' }, 'iban exact'],
])('%s', (_, fields, expected) => {
  expect(levelsOf(fields)).toBe(expected);
});

test('namesakes are told apart by nobody: what fits both is a question', () => {
  const customers = [garage, atelier, customer(3, 'Garage Müller SARL')];
  const namesakes = { items: [...ledger.items, invoice('FA2026-00777', 12_000, { of: 3 })], customers };
  const payer = identifyPayer(payment(1, '', { by: 'Garage Müller SARL' }), partitionOf(namesakes));
  expect(levelOf(payer, 0)).toBe(levelOf(payer, 2));
  expect(levelOf(payer, 0)).toBeLessThan(payerLevel.good);
  expect(outcome(namesakes, payment(12_000, 'VIREMENT', { by: 'Garage Müller SARL' }))).toMatch(
    /^several_explanations/,
  );
});

test('an account of the master data at two customers is certain for neither', () => {
  const twice = { items: [], customers: [garage, { ...atelier, ibans: garage.ibans }] };
  expect(levelsOf({ from: 'DE89370400440532013000' }, twice)).toBe('weak weak');
});

describe('the text names the customer', () => {
  const coded = {
    items: [invoice('FA2026-00123', 12_000), ...background()],
    customers: [{ ...garage, code: '4110815' }, atelier],
  };
  const applied = 'apply FA2026-00123 12000';

  test.each([
    ['by its name', 'POUR GARAGE MULLER SARL', applied],
    ['by its code', 'CLIENT 4110815', applied],
    ['by another code', 'CLIENT 4110816', /^(?!apply)/],
    ['by the same digits of something else', 'FACT 4110815', /^(?!apply)/],
  ])('%s', (_, text, expected) => {
    expect(outcome(coded, payment(12_000, text, { by: 'Holding Martin' }))).toMatch(expected);
  });
});

test('a person who turned it down is not asked again: the item, or the customer as a whole', () => {
  const [item] = ledger.items;
  const paid = payment(12_000, 'FA2026-00123', known);
  const pair = { paymentId: paymentId(1), customerId: customerId(1) };
  expect(weigh(ledger, paid).best).not.toBeNull();
  for (const openItemId of [item?.openItemId ?? null, null]) {
    const { drafts } = weigh(ledger, paid, { declined: [{ ...pair, openItemId }] });
    expect(drafts.filter(({ customer }) => customer === 0)).toEqual([]);
  }
  expect(
    weigh(ledger, paid, { declined: [{ ...pair, customerId: customerId(2), openItemId: null }] }).verdict.reason,
  ).toBeNull();
});

describe('a payer whose account tells the customer', () => {
  const from = 'DE89370400440532013000';

  test.each([
    ['an account of the master data', { from }],
    ['an account that people confirmed', { from: 'GB82WEST12345698765432', by: 'HOLDING DUPOND' }],
    ['an account of one with the name of another', { from, by: 'Atelier Nord SAS' }],
  ])('%s: the first candidate is the same with and without the name', (_, fields) => {
    const [paid, partition] = [payment(1, '', fields), partitionOf(ledger)];
    expect(identifyPayerByIban(paid, partition)?.candidates).toEqual(
      identifyPayer(paid, partition).candidates.slice(0, 1),
    );
  });

  test('an account of two, of nobody, and none tell no customer', () => {
    const partition = partitionOf(ledger);
    for (const fields of [half, { from: 'DE89370400440532013001' }, { by: 'Garage Müller SARL' }])
      expect(identifyPayerByIban(payment(1, '', fields), partition)).toBeNull();
  });

  test('names a document to the cent: nobody else is looked at, whatever its name', () => {
    const { verdict, outlook } = weigh(ledger, payment(12_000, 'FA2026-00123', { from, by: 'Atelier Nord SAS' }));
    expect(verdict.action).toBe('apply');
    expect(outlook.customers).toEqual([0]);
  });

  test('names nothing to the cent: the name is looked at as well', () => {
    const { verdict, outlook } = weigh(ledger, payment(12_001, 'VIREMENT', { from, by: 'Atelier Nord SAS' }));
    expect(verdict.action).toBe('review');
    expect(outlook.customers).toEqual([0, 1]);
  });
});
