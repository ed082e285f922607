import { describe, expect, test } from 'vitest';
import type { FoundAt, Payment } from '../../src/domain/match.ts';
import { readReferences } from '../../src/matching/references.ts';
import { longestText } from '../../src/matching/text-scan.ts';
import { item, partitionOf, payment } from './sample-ledger.ts';

const partition = partitionOf([
  item(1, 'FA2026-00123'),
  item(2, '2026-00123'),
  item(3, '2405-1061'),
  item(4, '10405443'),
  item(5, 'VF/2026/00777'),
  item(6, 'R24000941', { creditorReference: 'RF96R24000941' }),
  item(7, 'RE-121597', { creditorReference: '210000000041850000001215977' }),
  item(8, 'E2E-55501'),
  item(9, '123456789'),
  item(10, '12052026'),
  item(11, '24051'),
  item(12, '24052'),
  item(13, '0141579295'),
  item(14, '73282932000074'),
  item(15, '2405-1061-77'),
  item(16, 'BC2026-0042'),
  item(17, '130100'),
  item(18, 'RE-121597/88'),
  item(19, '03/2026'),
  item(20, '2026-03'),
  item(21, 'FA/03-2026'),
]);

const keysIn = (...remittance: readonly string[]): readonly string[] =>
  readReferences(payment({ remittance }), partition).references.map(({ key }) => key);

const read = (fields: Partial<Payment>) =>
  readReferences(payment(fields), partition).references.map(({ kind, key, found }) => [kind, key, found.field]);

const placesIn = (remittance: readonly string[]): readonly FoundAt[] =>
  readReferences(payment({ remittance }), partition).references.map(({ found }) => found);

describe('a document number is found however it is written', () => {
  test.each([
    ['FACTURE FA2026-00123', 'FA202600123'],
    ['facture fa 2026 00123 du 12/02/2026', 'FA202600123'],
    ['FA2026/00123.', 'FA202600123'],
    ['FA2026–00123', 'FA202600123'],
    ['SVWZ+FA2026-00123 EREF+NOTPROVIDED', 'FA202600123'],
    ['(FA2026\u200b00123)', 'FA202600123'],
    ['/INV/2405-1061', '24051061'],
    ['N°10405443', '10405443'],
    ['VF-2026.00777', 'VF202600777'],
  ])('%j names %s', (text, key) => {
    expect(keysIn(text)).toEqual([key]);
  });

  test('over the end of a line, with and without a separator', () => {
    expect(keysIn('REGLEMENT FACTURE FA2026-', '00123 MERCI')).toEqual(['FA202600123']);
    expect(keysIn('REGLEMENT FACTURE FA2026-00', '123')).toEqual(['FA202600123']);
    expect(keysIn('REGLEMENT FACTURE FA20\n26-00123')).toEqual(['FA202600123']);
  });

  test('several in one text, in the order written, each once', () => {
    expect(keysIn('24052, 10405443 ET FA2026-00123 (24052)')).toEqual(['24052', '10405443', 'FA202600123']);
    expect(keysIn('24051-24052')).toEqual(['24051', '24052']);
  });
});

test('a name or a further number behind is no part of it', () => {
  expect(keysIn('FA2026-00123-DUPONT')).toEqual(['FA202600123']);
  expect(keysIn('FA2026-00123/R24000941')).toEqual(['FA202600123', 'R24000941']);
});

test('the longest reading wins and uses its characters up', () => {
  expect(keysIn('FA2026-00123')).toEqual(['FA202600123']);
  expect(keysIn('2026-00123')).toEqual(['202600123']);
  expect(keysIn('2405-1061-77')).toEqual(['2405106177']);
  expect(keysIn('RE 121597 88')).toEqual(['RE12159788']);
  expect(keysIn('RE 121597 89')).toEqual(['RE121597']);
});

describe('a number inside a longer one is another number', () => {
  test.each([
    ['one digit more behind', 'FA2026-001234'],
    ['one digit more in front', '110405443'],
    ['inside a longer run of digits', '9910405443001'],
    ['inside a mixed token', 'X10405443'],
    ['a further part behind', 'FA2026-00123-4'],
    ['a letter behind', 'FA2026-00123-A'],
    ['a revision behind', 'FA2026-00123/R2'],
    ['a word for a second document behind', 'FA2026-00123-BIS'],
    ['a further part in front', '7-2405-1061'],
    ['a short part behind a plain number', '24051-7'],
    ['inside digits in groups', '99 2405 1061 00'],
    ['parts on both sides of a break', '2405, 1061'],
    ['one digit less', 'FA2026-0012'],
    ['parts with two separators between', '2405--1061'],
    ['parts with a separator and blanks on both sides', '2405 - 1061'],
  ])('%s: %j', (_, text) => {
    expect(keysIn(text)).toEqual([]);
  });
});

describe('numbers of another kind are set aside', () => {
  test.each([
    ['a day with separators', 'DU 12/05/2026'],
    ['a day without', 'LE 12052026'],
    ['a short day after its word', 'DU 130100'],
    ['a phone in pairs', 'APPELER LE 01 41 57 92 95'],
    ['a phone in one piece', 'CALL 0141579295'],
    ['a phone after its word', 'TEL 10405443'],
    ['a phone with its country', 'CALL +33 10405443'],
    ['a SIRET by its check digit', 'REF 73282932000074'],
    ['a SIREN after its word', 'SIREN 123456789'],
    ['a VAT number after its word', 'TVA INTRA FR10405443'],
    ['a VAT number in parts', 'VAT NO DE 123456789'],
    ['an IBAN in groups of four', 'IBAN FR76 3000 6000 0112 3456 7890 189'],
    ['an IBAN that contains the number in parts', 'DE89 3704 0044 0532 0130 00'],
    ['an order', 'CDE N° 10405443'],
    ['a customer number', 'CLIENT: 10405443'],
    ['a supplier number', 'FOURNISSEUR 10405443'],
    ['a supplier number with a second word', 'CLIENT REF: 10405443'],
    ['an order in German', 'Bestell-Nr. 10405443'],
    ['an order in English', 'P.O. 10405443'],
    ['orders', 'COMMANDES 10405440 10405443'],
    ['orders with a word between', 'CDE 10405440 ET 10405443'],
    ['orders of two parts', 'CDE 2405-1060, 2405-1061'],
    ['a cheque', 'REMISE CHEQUE N 10405443'],
    ['a subscription', 'ABONNEMENT 10405443'],
    ["the payer's own reference", 'N/REF 10405443'],
    ["the payer's own reference in German", 'UNSER ZEICHEN 10405443'],
    ['an order as ISO 20022 says it', 'PUOR 10405443'],
    ['a month', 'LOYER 03/2026'],
    ['a month, year first', 'ABONNEMENT MENSUEL 2026-03'],
    ['a month without separator', 'LOYER 202603'],
  ])('%s: %j', (_, text) => {
    expect(keysIn(text)).toEqual([]);
  });

  test('the number beside them is still read', () => {
    const text = 'DU 12/05/2026 FACT 10405443 CDE 24051 TEL 01 41 57 92 95';
    expect(keysIn(text)).toEqual(['10405443']);
  });

  test('only numbers of one shape are a list: what stands behind an order is read', () => {
    expect(keysIn('CDE 4711 10405443')).toEqual(['10405443']);
    expect(keysIn('CDE 10405440 FACT 10405443')).toEqual(['10405443']);
  });

  test('a document number that contains a month is one', () => {
    expect(keysIn('FA/03-2026')).toEqual(['FA032026']);
  });

  test('the same six digits without a word for a day are a document', () => {
    expect(keysIn('FACT 130100')).toEqual(['130100']);
  });

  test('a document number that begins with such a word is one', () => {
    expect(keysIn('BC 2026-0042')).toEqual(['BC20260042']);
  });
});

describe('creditor references', () => {
  test.each([
    ['stored RF reference', 'RF96 R240 0094 1', 'RF96R24000941'],
    ['RF around a document number', 'RF60 1040 5443', 'RF6010405443'],
    ['digits, zeros dropped', '0210000000041850000001215977', '0210000000041850000001215977'],
  ])('structured field: %s', (_, creditorReference, key) => {
    expect(read({ creditorReference })).toEqual([['creditor_reference', key, 'creditor_reference']]);
  });

  test('an RF reference in the text, blanks anywhere; its inner number is not read again', () => {
    expect(read({ remittance: ['PAYMENT RF96 R240 0094 1 THANKS'] })).toEqual([
      ['creditor_reference', 'RF96R24000941', 'remittance'],
    ]);
  });

  test('with a wrong check digit it is no reference', () => {
    expect(read({ remittance: ['PAYMENT RF97 R24000941'] })).toEqual([['document_number', 'R24000941', 'remittance']]);
    expect(read({ remittance: ['PAYMENT RF97R24000941'] })).toEqual([]);
  });

  test('references of digits only are not looked for in running text', () => {
    expect(read({ remittance: ['21 00000 00004 18500 00001 215977'] })).toEqual([]);
  });

  test('a document number in the structured field is one', () => {
    expect(read({ creditorReference: '10405443' })).toEqual([['document_number', '10405443', 'creditor_reference']]);
  });
});

describe('the end-to-end id', () => {
  test.each([
    ['FA2026-00123', ['FA202600123']],
    ['PAY-FA2026-00123', ['FA202600123']],
    ['10405443', ['10405443']],
    ['PAY-10405443', []],
    ['NOTPROVIDED', []],
  ])('%s names %j', (endToEndId, keys) => {
    expect(read({ endToEndId }).map(([, key]) => key)).toEqual(keys);
  });
});

describe('refund wording', () => {
  test.each([
    'REMBOURSEMENT FA2026-00123',
    'refund',
    'Rückerstattung',
    'DEVOLUCIÓN',
    'terugbetaling',
    'rimborso',
    'TROP PERÇU',
    'DOUBLE PAIEMENT FA2026-00123',
    'REMBOURSÉS',
    'Rücküberweisung',
    'Überzahlung',
    'DEVOLUÇÃO',
    'återbetalning',
    'tilbagebetaling',
    'zwrot',
    'STORNO',
    'AVOIR 10405443',
    'CREDIT NOTE N° 10405443',
    'NOTA DE CREDITO 10405443',
  ])('%s', (text) => {
    expect(readReferences(payment({ remittance: [text] }), partition).hasRefundWording).toBe(true);
  });

  test('cut in two by the end of a line, and in the end-to-end id', () => {
    const isRefund = (fields: Partial<Payment>) => readReferences(payment(fields), partition).hasRefundWording;
    expect(isRefund({ remittance: ['VIR REMBOUR', 'SEMENT FA2026-00123'] })).toBe(true);
    expect(isRefund({ remittance: ['VIR REMBOUR SEMENT'] })).toBe(false);
    expect(isRefund({ endToEndId: 'REFUND-FA2026-00123' })).toBe(true);
  });

  test('a credit note of ours is none', () => {
    const ours = partitionOf([item(1, '2026-0042', { kind: 'credit_note' })]);
    expect(readReferences(payment({ remittance: ['MOINS AVOIR 2026-0042'] }), ours).hasRefundWording).toBe(false);
  });

  test.each([
    'REFUNDABLE DEPOSIT',
    'REMBLAIS',
    'SEPA GUTSCHRIFT',
    'MOINS AVOIR AV2026-1',
    'REGUL REJET',
    'IMPAYE FA2026-00123',
  ])('not %s', (text) => {
    expect(readReferences(payment({ remittance: [text] }), partition).hasRefundWording).toBe(false);
  });
});

test('what stands beyond the longest text that is read is not looked at', () => {
  const filling = 'x '.repeat(longestText / 2 - 6);
  expect(keysIn(`${filling}FA2026-00123`)).toEqual(['FA202600123']);
  expect(keysIn(`${filling}....FA2026-00123`)).toEqual([]);
});

test('says where a reference stands, in the text as written', () => {
  expect(placesIn(['été', 'Fact. FA2026 - 1, FA 2026-00123!'])).toEqual([
    { field: 'remittance', line: 1, start: 18, endLine: 1, end: 31 },
  ]);
  expect(placesIn(['xx FA2026-', '00123'])).toEqual([{ field: 'remittance', line: 0, start: 3, endLine: 1, end: 5 }]);
});
