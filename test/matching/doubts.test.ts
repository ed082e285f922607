/**
 * Payments of exactly the amount of the document that they seem to name, where the number may mean something else.
 * Each is for a person; beside each stands the case that is as certain as it looks.
 */
import { describe, expect, test } from 'vitest';
import type { Payment } from '../../src/domain/match.ts';
import { checkCertificate } from '../../src/matching/check-certificate.ts';
import type { PartitionItem } from '../../src/matching/partition.ts';
import { propose } from '../../src/matching/propose.ts';
import { customerId, item, partitionOf, payment } from './sample-ledger.ts';

function outcome(fields: Partial<Payment>, items: readonly PartitionItem[]): string {
  const { certificate } = propose(payment(fields), partitionOf(items));
  expect(checkCertificate(certificate)).toEqual([]);
  const numbers = certificate.chosen?.lines.map(({ documentNumber }) => documentNumber).join(' + ') ?? 'nothing';
  return `${certificate.reason ?? 'apply'}: ${numbers}`;
}

const text = (...remittance: readonly string[]) => ({ remittance });

/** The text with blanks in front, as long as a line of the bank. */
const fullLine = (end: string, length: number) => `${'VIREMENT '.repeat(20)}${end}`.slice(-length);

describe('letters left out in front of a number', () => {
  const own = item(2, '2026-00123', { customerId: customerId(2) });
  const rival = item(1, 'FA2026-00123');

  test('another document has the number behind its letters', () => {
    expect(outcome(text('2026-00123'), [rival, own])).toBe('reference_ambiguous: 2026-00123');
    expect(outcome({ creditorReference: '2026-00123' }, [rival, own])).toBe('reference_ambiguous: 2026-00123');
  });

  test('both are suggested, the number only as evidence of its own document', () => {
    const { certificate } = propose(payment(text('2026-00123')), partitionOf([rival, own]));
    const shown = [certificate.chosen, ...certificate.alternatives].map((proposal) => [
      proposal?.lines[0]?.documentNumber,
      proposal?.evidence[0]?.kind,
    ]);
    expect(shown).toEqual([
      ['2026-00123', 'document_number_equal'],
      ['FA2026-00123', 'payer_unknown'],
    ]);
  });

  test('that document is paid already, or of another amount', () => {
    expect(outcome(text('2026-00123'), [{ ...rival, residualMinor: 0n }, own])).toMatch(/^reference_ambiguous/);
    expect(outcome(text('2026-00123'), [{ ...rival, residualMinor: 1n }, own])).toMatch(/^reference_ambiguous/);
  });

  test('the payer tells them apart, when only one is the payer’s', () => {
    const known = { ...text('2026-00123'), counterpartyName: 'Atelier Nord' };
    expect(outcome(known, [rival, own])).toBe('apply: 2026-00123');
    expect(outcome(known, [{ ...rival, customerId: customerId(2) }, own])).toMatch(/^reference_ambiguous/);
    expect(outcome({ ...known, counterpartyName: 'Garage Müller' }, [rival, own])).toMatch(/^reference_ambiguous/);
  });

  test('nobody pays a credit note', () => {
    expect(outcome(text('2026-00123'), [item(1, 'AV2026-00123', { kind: 'credit_note' }), own])).toMatch(/^apply/);
  });

  test('a rival alone is never applied', () => {
    expect(outcome(text('2026-00123'), [rival])).toBe('no_reference_found: nothing');
  });

  test('more series than are kept: no number without letters is certain', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
    const many = Array.from({ length: 300 }, (_, index) =>
      item(index + 10, `${letters[Math.floor(index / 26)] ?? ''}${letters[index % 26] ?? ''}00${index}`),
    );
    expect(outcome(text('2026-00123'), [own, ...many])).toBe('reference_ambiguous: 2026-00123');
    expect(outcome(text('FA2026-00123'), [rival, ...many])).toBe('apply: FA2026-00123');
  });
});

describe('a number at the end of a line that is full', () => {
  const items = [item(1, 'FA2026-12'), item(2, 'FA2026-123', { customerId: customerId(2) })];

  test.each([27, 35, 65, 140])('of %i characters', (length) => {
    expect(outcome(text(fullLine(' FA2026-12', length)), items)).toBe('reference_ambiguous: FA2026-12');
    expect(outcome(text(`${fullLine(' FA2026-12', length)}\nMERCI`), items)).toBe('reference_ambiguous: FA2026-12');
    expect(outcome(text(fullLine(' FA2026-12', length - 1)), items)).toBe('apply: FA2026-12');
  });

  test('no longer number begins with it', () => {
    expect(outcome(text(fullLine(' FA2026-12', 35)), [items[0] ?? item(1, ''), item(2, 'FA2026-133')])).toMatch(
      /^apply/,
    );
    expect(outcome(text(fullLine(' FA2026-123', 35)), items)).toBe('apply: FA2026-123');
  });

  test('many digits or letters may be missing', () => {
    const long = item(2, 'FA2026-12999');
    expect(outcome(text(fullLine(' FA2026-12', 35)), [item(1, 'FA2026-12'), long])).toMatch(/^reference_ambiguous/);
    const lettered = item(2, 'FA2026-12B');
    expect(outcome(text(fullLine(' FA2026-12', 35)), [item(1, 'FA2026-12'), lettered])).toMatch(/^reference_ambiguous/);
  });
});

describe('a number at the end of a line, and digits open the next', () => {
  const stem = item(1, 'FA2026-001');
  const whole = item(2, 'FA2026-00123', { customerId: customerId(2) });
  const wrapped = ['FACTURE FA2026-001', '23 MERCI'];

  test('whether or not the joined number is a document', () => {
    expect(outcome(text(...wrapped), [stem])).toBe('reference_ambiguous: FA2026-001');
    expect(outcome(text(...wrapped), [stem, whole])).toBe('reference_ambiguous: FA2026-00123');
    expect(outcome(text(wrapped.join('\n')), [stem, whole])).toBe('reference_ambiguous: FA2026-00123');
    expect(outcome(text('FACTURE FA2026-001-', '23 MERCI'), [stem, whole])).toMatch(/^reference_ambiguous/);
  });

  test('only the joined number is a document', () => {
    expect(outcome(text(...wrapped), [whole])).toBe('apply: FA2026-00123');
  });

  test('a number of digits only', () => {
    expect(outcome(text('FACTURE 10405443', '7 EUROS'), [item(1, '10405443')])).toBe('reference_ambiguous: 10405443');
    expect(outcome(text('FACTURE 10405443', '7EUROS'), [item(1, '10405443')])).toMatch(/^reference_ambiguous/);
  });

  test.each([
    ['a word', 'MERCI'],
    ['a day', '12/02/2026'],
    ['a number too long to belong to it', '7000123456'],
  ])('%s in the next line is none', (_, next) => {
    expect(outcome(text('FACTURE 10405443', next), [item(1, '10405443')])).toBe('apply: 10405443');
  });

  test('a list over two lines is one', () => {
    const items = [item(1, '10405443'), item(2, '10405444')];
    const fields = { ...text('FACTURES 10405443', '10405444'), unappliedMinor: 24_000n };
    expect(outcome(fields, items)).toBe('apply: 10405443 + 10405444');
  });
});

describe('a number written like ours that we do not have', () => {
  const items = [item(1, 'FA2026-00123'), item(2, '10405443'), item(3, '2405-1061')];

  test.each([
    ['beside', text('FA2026-00123 FA2026-00999')],
    ['before, in other parts', text('fa 2026/00999, FA2026-00123')],
    ['further away', text('FA2026-00123 DU 12/02/2026', 'SOLDE FA2026-00999')],
    ['in the end-to-end id', { ...text('FA2026-00123'), endToEndId: 'FA2026-00999' }],
    ['in the structured field', { ...text('FA2026-00123'), creditorReference: 'FA2026-00999' }],
    ['of digits only', text('10405443 10405999')],
    ['of digits only, behind a word', text('10405999 ET 10405443')],
    ['of digits only, in parts', text('FACT 2405-1061, FACT 2405-1099')],
  ])('%s', (_, fields) => {
    expect(outcome(fields, items)).toMatch(/^no_reference_found: (FA2026-00123|10405443|2405-1061)$/);
  });

  test.each([
    ['an order', text('FA2026-00123 CDE FA2026-00999')],
    ['of another shape', text('FA2026-00123 FA2026-0999')],
    ['of digits only, elsewhere', text('FACT 10405443 REF: 12271492')],
    ['a day of as many digits', text('FACT 10405443 12022026')],
  ])('not %s', (_, fields) => {
    expect(outcome(fields, items)).toMatch(/^apply/);
  });
});

describe("letters of another company's series", () => {
  const items = [item(1, '2026-0042'), item(2, 'FA2026-0077')];

  test.each(['SIG 2026-0042', 'F 2026-0042', 'SIG-2026-0042', 'PAIEMENT XY/2026-0042', 'FA2026-0077 SIG 2026-0042'])(
    '%s',
    (written) => {
      expect(outcome(text(written), items)).toMatch(/^no_reference_found/);
    },
  );

  test.each([
    'FACT 2026-0042',
    'F/2026-0042',
    'INV 2026-0042',
    'RE 2026-0042',
    'NR. 2026-0042',
    'DUPONT SAS 2026-0042',
  ])('not %s', (written) => {
    expect(outcome(text(written), items)).toBe('apply: 2026-0042');
  });

  test('our own letters are ours', () => {
    expect(outcome(text('FA 2026-0077'), items)).toBe('apply: FA2026-0077');
  });
});

describe('a number that is the amount', () => {
  const items = [
    item(1, '12000', { residualMinor: 1_200_000n }),
    item(2, 'FA2026-00123', { residualMinor: 1_200_000n }),
  ];
  const amount = { unappliedMinor: 1_200_000n };

  test.each(['MONTANT 12 000', 'MONTANT 12000 EUR', 'MONTANT 12.000,00'])('in units: %s', (written) => {
    expect(outcome({ ...amount, ...text(written) }, items)).toBe('no_reference_found: nothing');
  });

  test('in minor units', () => {
    const minor = [item(1, '1200000', { residualMinor: 1_200_000n })];
    expect(outcome({ ...amount, ...text('MONTANT 12000.00') }, minor)).toBe('no_reference_found: nothing');
  });

  test('beside the document that is paid', () => {
    expect(outcome({ ...amount, ...text('FA2026-00123 MONTANT 12 000') }, items)).toBe('apply: FA2026-00123');
  });

  test('a number that is not the amount is a document', () => {
    const other = [item(1, '12000', { residualMinor: 1_200_050n })];
    expect(outcome({ unappliedMinor: 1_200_050n, ...text('FACT 12000') }, other)).toBe('apply: 12000');
  });
});

describe('a bare number in the end-to-end id and nothing else', () => {
  const items = [item(1, '10405443'), item(2, 'FA2026-00123')];

  test('of a payer nobody knows', () => {
    expect(outcome({ endToEndId: '10405443' }, items)).toBe('reference_ambiguous: 10405443');
    expect(outcome({ endToEndId: '10405443', ...text('VIREMENT') }, items)).toBe('reference_ambiguous: 10405443');
  });

  test('of the customer, with the text, or with our letters it is certain', () => {
    expect(outcome({ endToEndId: '10405443', counterpartyName: 'Garage Müller' }, items)).toBe('apply: 10405443');
    expect(outcome({ endToEndId: '10405443', ...text('FACT 10405443') }, items)).toBe('apply: 10405443');
    expect(outcome({ endToEndId: 'FA2026-00123' }, items)).toBe('apply: FA2026-00123');
  });
});
