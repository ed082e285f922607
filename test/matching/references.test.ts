/** Which documents the numbers of a text may mean, however they are written, and which numbers mean none. */
import { describe, expect, test } from 'vitest';
import { hitsIn } from './engine.ts';
import { background, closed, invoice, partitionOf, payment } from './ledgers.ts';

const partition = partitionOf({
  items: [
    invoice('FA2026-00123', 100),
    invoice('10405443', 200, { of: 2 }),
    invoice('VF/2026/00777', 300),
    closed('FA2026-00900'),
    invoice('R24000941', 400, { creditorReference: 'RF96R24000941' }),
    invoice('B1', 500, { creditorReference: '+++010/8068/17183+++' }),
    invoice('Q1', 600, { creditorReference: '21 00000 00003 13947 14300 09017' }),
    invoice('N1', 700, { creditorReference: '1234561' }),
    invoice('12345678', 800, { of: 2 }),
    invoice('X1', 900, { purchaseOrder: 'PO-4500088' }),
    ...background(),
  ],
});
const hits = (text: string, fields: Parameters<typeof payment>[2] = {}) => [
  ...new Set(hitsIn(partition, payment(1, text, fields))),
];
const full = ['FA2026-00123 full'];

describe('a document number is found however it is written', () => {
  test.each([
    'FACTURE FA2026-00123',
    'facture fa 2026 00123 du 12/02/2026',
    'FA2026/00123.',
    'FA2026–00123',
    'FA2026-00123-DUPONT',
    'SVWZ+FA2026-00123 EREF+NOTPROVIDED',
    '(FA2026\u200b00123)',
    'ＦＡ２０２６００１２３',
    'F.A.2026.00123',
    'FA26-00123',
    '2026 00123',
    'FACTUUR NR 202600123',
    'REGLEMENT FACTURE FA2026-\n00123 MERCI',
    'REGLEMENT FACTURE FA2026-00\n123',
    'REGLEMENT FACTURE FA20\n26-00123',
    'FA2026-00123 et une autre',
  ])('%j', (text) => {
    expect(hits(text)).toEqual(full);
  });

  test('several, in the order written', () => {
    expect(hits('12345678, 10405443 ET FA2026-00123')).toEqual(['12345678 full', '10405443 full', 'FA2026-00123 full']);
  });

  test('the serial number says less, and not behind letters of another series of ours', () => {
    expect(hits('FACT 00123')).toEqual(['FA2026-00123 partial']);
    expect(hits('FA 00123')).toEqual(['FA2026-00123 partial']);
    expect(hits('VF 00123')).toEqual([]);
  });

  test('a paid document is found like any other', () => {
    expect(hits('FA2026-00900')).toEqual(['FA2026-00900 full']);
  });

  test('letters that readers and typists put for digits', () => {
    expect(hits('FA2O26-OO123')).toEqual(['FA2026-00123 typed']);
    expect(hits('I0405443')).toEqual([]);
  });
});

describe('a longer number is another one', () => {
  test.each([
    ['a digit more behind', 'FA2026-001234'],
    ['a digit more in front', '110405443'],
    ['digits on both sides', '9910405443001'],
    ['a digit less', 'FA2026-0012'],
    ['two numbers of a list', '10405, 443'],
    ['letters between', '10405 ET 443'],
    ['a sentence between', '10405. A 443'],
    ['two dashes between', '10405--443'],
  ])('%s: %j', (_, text) => {
    expect(hits(text)).toEqual([]);
  });

  test('the longest reading is the one', () => {
    const both = partitionOf({ items: [invoice('FA2026-001', 1), invoice('FA2026-00123', 2), ...background()] });
    expect(hitsIn(both, payment(1, 'FA2026-001\n23'))).toEqual(full);
    expect(hitsIn(both, payment(1, 'FA2026-001 MERCI'))).toEqual(['FA2026-001 full']);
  });
});

describe('numbers of another kind are set aside', () => {
  test.each([
    ['a phone after its word', 'TEL 10405443'],
    ['a phone in pairs after its word', 'TEL. : 10 40 54 43'],
    ['a mobile phone', 'GSM 10405443'],
    ['a SIREN after its word', 'SIREN 10405443'],
    ['a VAT number after its word', 'TVA 10405443'],
    ['an IBAN', 'IBAN DE89 3704 0044 0532 0130 00'],
    ['an order', 'CDE N° 10405443'],
    ['an order in German', 'Bestell-Nr. 10405443'],
    ['orders', 'COMMANDES 10405440 10405443'],
    ['a customer number', 'CLIENT: 10405443'],
    ['a supplier number', 'FOURNISSEUR 10405443'],
    ['a supplier number with a second word', 'CLIENT REF: 10405443'],
    ['a cheque', 'REMISE CHEQUE N 10405443'],
    ['a subscription', 'ABONNEMENT 10405443'],
    ['a contract', 'Vertragsnummer 10405443'],
    ['a delivery', 'BL 10405443'],
    ['an order as ISO 20022 says it', 'PUOR 10405443'],
  ])('%s: %j', (_, text) => {
    expect(hits(text)).toEqual([]);
  });

  test('days', () => {
    const days = partitionOf({
      items: ['12052026', '2026-05-12', '120526', '12-05-26'].map((each) => invoice(each, 1)),
    });
    for (const text of ['DU 12/05/2026', 'LE 12052026', '12.05.26', '2026-05-12', 'DU 120526'])
      expect(hitsIn(days, payment(1, text)), text).toEqual([]);
    expect(new Set(hitsIn(days, payment(1, 'FACT 120526')))).toEqual(new Set(['120526 full', '12-05-26 full']));
  });

  test('the number beside them is still read', () => {
    expect(hits('DU 12/05/2026 FACT 10405443 CDE 24051 TEL 01 41 57 92 95')).toEqual(['10405443 full']);
    expect(hits('CLIENT 014183 10405443')).toEqual(['10405443 full']);
    expect(hits('CDE 4711 FACT 10405443')).toEqual(['10405443 full']);
  });

  test('an order is looked for among orders', () => {
    expect(hits('CDE 4500088')).toEqual(['X1 order']);
    expect(hits('FACT 4500088')).toEqual([]);
  });
});

describe('references for machines', () => {
  test.each([
    ['RF, in the structured field', '', 'RF96 R240 0094 1', 'R24000941'],
    ['RF around a document number', '', 'RF60 1040 5443', '10405443'],
    ['a document number in the structured field', '', '10405443', '10405443'],
    ['Belgian, in the structured field', '', '010806817183', 'B1'],
    ['Swiss, zeros in front', '', '00210000000003139471430009017', 'Q1'],
    ['Finnish, zeros in front', '', '0000 1234 561', 'N1'],
    ['RF in the text, blanks anywhere', 'PAYMENT RF96 R240 0094 1 THANKS', null, 'R24000941'],
    ['RF over the end of a line', 'PAYMENT RF96 R240\n0094 1 THANKS', null, 'R24000941'],
    ['Belgian in the text', 'PAIEMENT +++010/8068/17183+++', null, 'B1'],
    ['Belgian without marks', 'PAIEMENT 010806817183', null, 'B1'],
    ['Swiss in the text', 'ZAHLUNG 21 00000 00003 13947 14300 09017', null, 'Q1'],
  ])('%s', (_, text, creditorReference, documentNumber) => {
    expect(hits(text, { creditorReference })).toContain(`${documentNumber} structured`);
  });

  test('check digits decide: with wrong ones it is no reference', () => {
    expect(hits('PAYMENT RF97 R24000941')).toEqual(['R24000941 full']);
    expect(hits('', { creditorReference: 'RF97R24000941' })).toEqual([]);
  });

  test('a letter that was read as a digit is none in a structured reference', () => {
    expect(hits('ZAHLUNG 21 O0000 00003 13947 14300 09017')).toEqual([]);
  });
});

test('nothing is joined over the border of a field', () => {
  expect(hits('FA2026-', { endToEndId: '00123' })).toEqual(['FA2026-00123 partial']);
  expect(hits('FA2026-\n00123', { endToEndId: 'X' })).toEqual(full);
});
