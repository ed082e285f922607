import { describe, expect, test } from 'vitest';
import type { Payment } from '../../src/domain/match.ts';
import { checkCertificate } from '../../src/matching/check-certificate.ts';
import type { PartitionCustomer, PartitionItem } from '../../src/matching/partition.ts';
import { propose } from '../../src/matching/propose.ts';
import { atelier, customer, customerId, garage, item, partitionOf, payment } from './sample-ledger.ts';

type Ledger = Readonly<{ items: readonly PartitionItem[]; customers?: readonly PartitionCustomer[] }>;

/** Proposes, checks the certificate, and tells the outcome in a line. */
function outcome(fields: Partial<Payment>, { items, customers }: Ledger): string {
  const { certificate, claim } = propose(payment(fields), partitionOf(items, customers));
  expect(checkCertificate(certificate)).toEqual([]);
  expect(claim === null).toBe(certificate.action === 'review');
  const lines =
    certificate.chosen?.lines.map((line) => `${line.documentNumber} ${line.cleared}`).join(' + ') ?? 'nothing';
  const rung = `${certificate.chosen?.strategy ?? 'no rule'} ${certificate.chosen?.confidenceBp ?? 0}`;
  return certificate.action === 'apply' ? `apply ${lines} (${rung})` : `${certificate.reason ?? ''}: ${lines}`;
}

const invoice = item(1, 'FA2026-00123', { creditorReference: 'RF96R24000941' });
const byText = { remittance: ['FACTURE FA2026-00123'] };

describe('rung 1, a creditor reference', () => {
  const ledger = { items: [invoice] };

  test('in the structured field, amount equal', () => {
    expect(outcome({ creditorReference: 'RF96R24000941' }, ledger)).toBe(
      'apply FA2026-00123 120.00 (creditor_reference/1 9900)',
    );
  });

  test.each([
    ['one cent under', 11_999n, 'amount_differs: FA2026-00123 119.99'],
    ['one cent over', 12_001n, 'amount_differs: FA2026-00123 120.00'],
  ])('%s is for a person', (_, unappliedMinor, expected) => {
    expect(outcome({ creditorReference: 'RF96R24000941', unappliedMinor }, ledger)).toBe(expected);
  });

  test('of a payer known as somebody else', () => {
    const fields = { creditorReference: 'RF96R24000941', counterpartyName: 'Atelier Nord' };
    expect(outcome(fields, ledger)).toBe('payer_is_other_customer: FA2026-00123 120.00');
  });

  test('RF around a document number that has no stored reference', () => {
    expect(outcome({ creditorReference: 'RF60 1040 5443' }, { items: [item(1, '10405443')] })).toBe(
      'apply 10405443 120.00 (creditor_reference/1 9900)',
    );
  });

  test('of two items', () => {
    const twice = { items: [invoice, item(2, 'FA2026-00124', { creditorReference: 'RF96R24000941' })] };
    expect(outcome({ creditorReference: 'RF96R24000941' }, twice)).toMatch(/^reference_ambiguous: /);
  });

  test('beside another document in the text: both are weighed', () => {
    const items = [invoice, item(2, 'FA2026-00124', { residualMinor: 500n })];
    const fields = { creditorReference: 'RF96R24000941', remittance: ['FA2026-00124'] };
    expect(outcome(fields, { items })).toMatch(/^amount_differs: /);
    expect(outcome({ ...fields, unappliedMinor: 12_500n }, { items })).toBe(
      'apply FA2026-00123 120.00 + FA2026-00124 5.00 (document_numbers/1 9500)',
    );
  });
});

describe('rung 2, document numbers', () => {
  const ledger = { items: [invoice, item(2, 'FA2026-00124', { residualMinor: 8_000n })] };

  test.each([
    ['payer known by IBAN', { counterpartyIban: 'DE89 3704 0044 0532 0130 00' }, 9_800],
    ['payer known by name', { counterpartyName: 'GARAGE MULLER' }, 9_800],
    ['payer unknown', { counterpartyName: 'Factofrance' }, 9_500],
    ['no payer', {}, 9_500],
  ])('%s', (_, payer, confidence) => {
    expect(outcome({ ...byText, ...payer }, ledger)).toBe(
      `apply FA2026-00123 120.00 (document_numbers/1 ${confidence})`,
    );
  });

  test('several, to the cent', () => {
    const both = { remittance: ['FA2026-00124 FA2026-00123, FA2026-00124'] };
    expect(outcome({ ...both, unappliedMinor: 20_000n }, ledger)).toBe(
      'apply FA2026-00124 80.00 + FA2026-00123 120.00 (document_numbers/1 9500)',
    );
    expect(outcome({ ...both, unappliedMinor: 20_001n }, ledger)).toMatch(/^amount_differs/);
    expect(outcome({ ...both, unappliedMinor: 19_999n }, ledger)).toBe(
      'amount_differs: FA2026-00124 80.00 + FA2026-00123 119.99',
    );
  });

  test('a credit note counts against the payment', () => {
    const items = [invoice, item(2, 'AV2026-00007', { kind: 'credit_note', residualMinor: 2_000n })];
    const fields = { remittance: ['FA2026-00123 MOINS AVOIR AV2026-00007'], unappliedMinor: 10_000n };
    expect(outcome(fields, { items })).toBe('apply FA2026-00123 120.00 + AV2026-00007 20.00 (document_numbers/1 9500)');
    expect(outcome({ ...fields, unappliedMinor: 12_000n }, { items })).toMatch(/^amount_differs: FA2026-00123 120.00$/);
  });

  test('only a credit note named: there is nothing to pay', () => {
    const items = [item(2, 'AV2026-00007', { kind: 'credit_note' })];
    expect(outcome({ remittance: ['AV2026-00007'] }, { items })).toBe('amount_differs: nothing');
  });

  test('an invoice and a credit note that cancel each other prove nothing', () => {
    const items = [invoice, item(2, 'FA2026-00124'), item(3, 'AV2026-00007', { kind: 'credit_note' })];
    const fields = { remittance: ['FA2026-00123 FA2026-00124 AV2026-00007'] };
    expect(outcome(fields, { items })).toMatch(/^several_explanations: FA2026-00123 120.00 \+ FA2026-00124 120.00/);
  });

  test('nothing left of the payment settles nothing, even where items cancel each other', () => {
    const items = [invoice, item(3, 'AV2026-00007', { kind: 'credit_note' })];
    const fields = { remittance: ['FA2026-00123 AV2026-00007'], unappliedMinor: 0n };
    expect(outcome(fields, { items })).toBe('amount_differs: nothing');
  });

  test('of a payer known as somebody else, by IBAN or by name', () => {
    expect(outcome({ ...byText, counterpartyName: 'Atelier Nord' }, ledger)).toMatch(/^payer_is_other_customer/);
    const byIban = { ...byText, counterpartyIban: 'FR7630006000011234567890189' };
    expect(outcome(byIban, ledger)).toMatch(/^payer_is_other_customer/);
  });

  test('IBAN of one customer, name of another', () => {
    const fields = { ...byText, counterpartyIban: 'DE89370400440532013000', counterpartyName: 'Atelier Nord' };
    expect(outcome(fields, ledger)).toMatch(/^payer_is_other_customer/);
  });

  test('homonyms: the name neither agrees nor speaks against', () => {
    const customers = [garage, atelier, customer(3, 'GARAGE MULLER SA')];
    const fields = { ...byText, counterpartyName: 'Garage Müller' };
    expect(outcome(fields, { ...ledger, customers })).toBe('apply FA2026-00123 120.00 (document_numbers/1 9500)');
  });
});

describe('one number, two customers', () => {
  const items = [item(1, '2026-0042'), item(2, '2026-0042', { customerId: customerId(2) })];
  const text = { remittance: ['FACT 2026-0042'] };

  test('means the payer that is known', () => {
    expect(outcome({ ...text, counterpartyName: 'Atelier Nord' }, { items })).toBe(
      'apply 2026-0042 120.00 (document_numbers/1 9800)',
    );
  });

  test('is ambiguous otherwise', () => {
    expect(outcome(text, { items })).toMatch(/^reference_ambiguous: 2026-0042/);
  });

  test('two numbers of two customers are for a person', () => {
    const both = [invoice, item(2, 'FA2026-00200', { customerId: customerId(2) })];
    const fields = { remittance: ['FA2026-00123 FA2026-00200'], unappliedMinor: 24_000n };
    expect(outcome(fields, { items: both })).toMatch(/^reference_ambiguous/);
  });
});

describe('gates that no score overrides', () => {
  const items = [invoice, item(2, 'FA2025-09999', { residualMinor: 0n })];

  test.each([
    ['money out', { side: 'debit' }, 'outgoing_payment: nothing'],
    ['a returned debit', { side: 'debit', returnReason: 'AC04' }, 'returned_payment: nothing'],
    ['a reversal', { isReversal: true }, 'returned_payment: nothing'],
    ['our own transfer come back', { bankTransactionCode: 'PMNT/ICDT/RRTN' }, 'returned_payment: nothing'],
    ['money in from a transfer of ours', { bankTransactionCode: 'PMNT/ICDT/ESCT' }, 'returned_payment: nothing'],
    ['money in from a debit of ours', { bankTransactionCode: 'PMNT/RDDT/UPDD' }, 'returned_payment: nothing'],
    ['a returned item of MT940', { bankTransactionCode: 'NRTI' }, 'returned_payment: nothing'],
    ['an outgoing transfer', { side: 'debit', bankTransactionCode: 'PMNT/ICDT/ESCT' }, 'outgoing_payment: nothing'],
    ['a batch', { batchCount: 3 }, 'batch_without_details: nothing'],
    ['a detail that contradicts its entry', { batchCount: 1 }, 'batch_without_details: FA2026-00123 120.00'],
    ['refund wording', { remittance: ['REMBOURSEMENT FA2026-00123'] }, 'refund_wording: FA2026-00123 120.00'],
    [
      'a paid document beside it',
      { remittance: ['FA2026-00123 ET RAPPEL FA2025-09999'] },
      'reference_already_paid: FA2026-00123 120.00',
    ],
    [
      "the payer's credit note with the number of an invoice of ours",
      { remittance: ['AVOIR FA2026-00123'] },
      'refund_wording: FA2026-00123 120.00',
    ],
    ['a paid document alone', { remittance: ['FA2025-09999'] }, 'reference_already_paid: nothing'],
    ['no reference', { remittance: ['VIREMENT'] }, 'no_reference_found: nothing'],
  ] satisfies [string, Partial<Payment>, string][])('%s', (_, fields, expected) => {
    expect(outcome({ ...byText, ...fields }, { items })).toBe(expected);
  });

  test('the most precise reason is the one given', () => {
    const fields = { remittance: ['FA2025-09999 FA2026-00123'], counterpartyName: 'Atelier Nord', unappliedMinor: 1n };
    const { certificate } = propose(payment(fields), partitionOf(items));
    expect(certificate.reason).toBe('reference_already_paid');
    expect(certificate.gates.filter(({ passed }) => !passed).map(({ gate }) => gate)).toEqual([
      'reference_already_paid',
      'payer_is_other_customer',
      'amount_differs',
    ]);
  });
});

describe('suggestions without a reference', () => {
  const known = { counterpartyName: 'Garage Müller', remittance: ['VIREMENT'] };

  test('the only open item of that amount', () => {
    const items = [invoice, item(2, 'FA2026-00124', { residualMinor: 500n })];
    const { certificate } = propose(payment(known), partitionOf(items));
    expect(certificate.chosen?.strategy).toBe('payer_amount/1');
    expect(certificate.chosen?.evidence[0]).toMatchObject({ kind: 'only_item_with_amount', openItemCount: 2 });
  });

  test('the whole account', () => {
    const items = [invoice, item(2, 'FA2026-00124', { residualMinor: 500n })];
    expect(outcome({ ...known, unappliedMinor: 12_500n }, { items })).toBe(
      'no_reference_found: FA2026-00123 120.00 + FA2026-00124 5.00',
    );
  });

  test('three at most, when many items have the amount', () => {
    const items = Array.from({ length: 9 }, (_, index) => item(index, `FA2026-0020${index}`));
    const { certificate } = propose(payment(known), partitionOf(items));
    expect(certificate.alternatives).toHaveLength(2);
    expect(certificate.chosen?.evidence.map(({ kind }) => kind)).toEqual(['payer_name_equal', 'amount_equal']);
  });
});

test('the runner-up of an applied payment is a real rival: another item of the same amount', () => {
  const items = [invoice, item(2, 'FA2026-00124')];
  const { certificate } = propose(payment(byText), partitionOf(items));
  expect(certificate.action).toBe('apply');
  expect(certificate.alternatives.map(({ lines }) => lines[0]?.documentNumber)).toEqual(['FA2026-00124']);
});

test('payments that nothing tells apart are twins; another text or amount makes them strangers', () => {
  const partition = partitionOf([invoice, item(2, 'FA2026-00124')]);
  const twinKey = (fields: Partial<Payment>) => propose(payment(fields), partition).claim?.twinKey;
  const first = twinKey({ ...byText, endToEndId: 'A-1' });
  expect(twinKey({ ...byText, endToEndId: 'A-2' })).toBe(first);
  expect(twinKey({ remittance: ['facture', 'fa2026-00123'] })).toBe(first);
  expect(twinKey({ remittance: ['FACTURE FA2026-00124'] })).not.toBe(first);
  expect(twinKey({ ...byText, counterpartyName: 'Factofrance' })).not.toBe(first);
});
