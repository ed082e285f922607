import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/domain/statement.ts';
import { camt053, ntry, ownIban, statement } from './camt-text.ts';
import { codesOf, readText } from './read-file.ts';

function onlyEntry(text: string): Entry {
  const entry = readText(text).statements[0]?.entries[0];
  if (entry === undefined) throw new Error('the text has no entry');
  return entry;
}

const details = (...parts: readonly string[]): string =>
  `<NtryDtls>${parts.map((part) => `<TxDtls>${part}</TxDtls>`).join('')}</NtryDtls>`;

const party = (role: string, name: string, iban: string): string =>
  `<${role}><Pty><Nm>${name}</Nm></Pty></${role}><${role}Acct><Id><IBAN>${iban}</IBAN></Id></${role}Acct>`;

describe('the other party', () => {
  const payer = party('Dbtr', 'Payer', 'BE71 0961 2345 6769');
  const payee = party('Cdtr', 'Payee', ownIban);

  test.each([
    ['the debtor of a credit', 'CRDT', payer + payee, 'Payer'],
    [
      'the creditor of a debit',
      'DBIT',
      party('Dbtr', 'We', ownIban) + party('Cdtr', 'Supplier', 'BE71096123456769'),
      'Supplier',
    ],
    // A returned direct debit keeps the roles of the original: the creditor of this debit is ourselves.
    ['the debtor of a returned direct debit', 'DBIT', payer + payee, 'Payer'],
  ])('is %s', (_, side, parties, name) => {
    const more = details(`<RltdPties>${parties}</RltdPties>`);
    const [detail] = onlyEntry(statement('9.00', '9.00', ntry({ side, more }))).details;
    expect(detail).toMatchObject({ counterpartyName: name, counterpartyIban: 'BE71096123456769' });
  });
});

describe('the amount of a detail', () => {
  test('is the amount of the entry when the bank gave none for the only detail', () => {
    expect(onlyEntry(camt053(ntry({ more: details('') }))).details[0]?.amount?.minor).toBe(100n);
  });

  test('is unknown for the one detail given of a batch of fifteen', () => {
    const more = '<NtryDtls><Btch><NbOfTxs>15</NbOfTxs></Btch><TxDtls/></NtryDtls>';
    expect(onlyEntry(camt053(ntry({ more }))).details[0]?.amount).toBeNull();
  });

  test('is unknown when the bank gave none for several, and said so', () => {
    const result = readText(camt053(ntry({ more: details('', '') })));
    expect(result.statements[0]?.entries[0]?.details.map(({ amount }) => amount)).toEqual([null, null]);
    expect(codesOf(result)).toContain('ingest.detail_amount_missing');
  });

  test('is the one in the currency of the entry, not the instructed one', () => {
    const amounts = '<InstdAmt><Amt Ccy="USD">3.00</Amt></InstdAmt><CntrValAmt><Amt Ccy="EUR">0.40</Amt></CntrValAmt>';
    const rest = '<Amt Ccy="EUR">0.60</Amt>';
    const more = details(`<AmtDtls>${amounts}</AmtDtls>`, rest);
    expect(onlyEntry(camt053(ntry({ more }))).details.map(({ amount }) => amount?.minor)).toEqual([40n, 60n]);
  });

  test('that cannot be read refuses the file', () => {
    const result = readText(camt053(ntry({ more: details('<Amt Ccy="EUR">1,00</Amt>') })));
    expect(codesOf(result)).toEqual(['ingest.amount_not_decimal']);
  });

  test('is said when the details do not make the entry', () => {
    const result = readText(camt053(ntry({ more: details('<Amt Ccy="EUR">0.99</Amt>') })));
    expect(codesOf(result)).toContain('ingest.details_mismatch');
  });
});

describe('a batch', () => {
  const batch = (count: string, content: string): string =>
    `<NtryDtls><Btch><NbOfTxs>${count}</NbOfTxs></Btch>${content}</NtryDtls>`;

  test('without details keeps the count of the bank', () => {
    expect(onlyEntry(camt053(ntry({ more: batch('17', '') }))).batchCount).toBe(17);
  });

  test('with all its details needs no count', () => {
    expect(onlyEntry(camt053(ntry({ more: batch('1', '<TxDtls/>') }))).batchCount).toBeNull();
  });

  test('with a part of its details is said and keeps the count, so that the part never passes for the whole', () => {
    const result = readText(camt053(ntry({ more: batch('2', '<TxDtls/>') })));
    expect(result.statements[0]?.entries[0]?.batchCount).toBe(2);
    expect(codesOf(result)).toContain('ingest.batch_count_differs');
  });
});

describe('the status', () => {
  test.each([
    ['<Sts>BOOK</Sts>', 'booked'],
    ['<Sts><Cd>PDNG</Cd></Sts>', 'pending'],
    ['<Sts><Cd>FUTR</Cd></Sts>', 'pending'],
    ['<Sts>INFO</Sts>', 'information'],
    ['', 'booked'],
  ])('%s is %s', (written, status) => {
    const text = camt053(`<Ntry><Amt Ccy="EUR">1</Amt><CdtDbtInd>CRDT</CdtDbtInd>${written}</Ntry>`);
    expect(onlyEntry(text).status).toBe(status);
  });

  test('that nobody knows is not counted as booked, and said', () => {
    const result = readText(camt053(ntry({ status: 'ODD' })));
    expect(result.statements[0]?.summary.bookedCount).toBe(0);
    expect(codesOf(result)).toContain('ingest.entry_status_unknown');
  });
});

test('the sign is CdtDbtInd alone: a reversal does not turn it', () => {
  const entry = onlyEntry(camt053(ntry({ side: 'DBIT', more: '<RvslInd>true</RvslInd>' })));
  expect(entry).toMatchObject({ side: 'debit', isReversal: true });
});

test('all lines of remittance are kept, then document numbers and further references', () => {
  const remittance =
    '<RmtInf><Ustrd>one</Ustrd><Ustrd> </Ustrd><Ustrd>two</Ustrd>' +
    '<Strd><RfrdDocInf><Nb>FA-1</Nb></RfrdDocInf><CdtrRefInf><Ref>RF18 5390 0754 7034</Ref></CdtrRefInf></Strd>' +
    '<Strd><CdtrRefInf><Ref>RF1800000</Ref></CdtrRefInf></Strd></RmtInf>';
  expect(onlyEntry(camt053(ntry({ more: details(remittance) }))).details[0]).toMatchObject({
    remittance: ['one', 'two', 'FA-1', 'RF1800000'],
    creditorReference: 'RF18539007547034',
  });
});

test('a creditor reference with wrong check digits is kept and said', () => {
  const remittance = '<RmtInf><Strd><CdtrRefInf><Ref>RF19539007547034</Ref></CdtrRefInf></Strd></RmtInf>';
  const result = readText(camt053(ntry({ more: details(remittance) })));
  expect(result.statements[0]?.entries[0]?.details[0]?.creditorReference).toBe('RF19539007547034');
  expect(codesOf(result)).toContain('ingest.creditor_reference_check_failed');
});

test('the day is the one that is written, whatever its offset says', () => {
  const dates =
    '<BookgDt><DtTm>2026-03-01T00:30:00+02:00</DtTm></BookgDt><ValDt><DtTm>2026-03-01T23:30:00-11:00</DtTm></ValDt>';
  const entry = onlyEntry(camt053(`<Ntry><Amt Ccy="EUR">1</Amt><CdtDbtInd>CRDT</CdtDbtInd>${dates}</Ntry>`));
  expect([entry.bookingDate, entry.valueDate]).toEqual(['2026-03-01', '2026-03-01']);
});

test('more warnings than the limit are counted', () => {
  const result = readText(camt053(ntry({ status: 'ODD' }).repeat(250)));
  const codes = codesOf(result).filter((code) => code === 'ingest.entry_status_unknown');
  expect(codes).toHaveLength(100);
  expect(result.statements[0]?.summary.findings.at(-1)?.message).toContain('150 further warnings');
});

test('two different messages in one wrapper are two kinds of file: refused', () => {
  const text = `<x>${camt053('').replace('<?xml version="1.0"?>', '')}<Document><BkToCstmrAcctRpt><Rpt/></BkToCstmrAcctRpt></Document></x>`;
  expect(codesOf(readText(text))).toContain('ingest.formats_mixed');
});

describe('references of a structured part', () => {
  const structured = (content: string): Entry['details'][number] | undefined =>
    onlyEntry(camt053(ntry({ more: details(`<RmtInf><Strd>${content}</Strd></RmtInf>`) }))).details[0];
  const typed = (element: string, code: string, written: string): string =>
    `<${element}><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${written}</${element}>`;

  test.each([
    ['a creditor reference', typed('CdtrRefInf', 'SCOR', '<Ref>RF96 R24000941</Ref>'), 'RF96R24000941', []],
    ['an order in its place', typed('CdtrRefInf', 'PUOR', '<Ref>10405443</Ref>'), null, ['PUOR 10405443']],
    ['an invoice', typed('RfrdDocInf', 'CINV', '<Nb>2026-0042</Nb>'), null, ['2026-0042']],
    ['a document of no type', '<RfrdDocInf><Nb>2026-0042</Nb></RfrdDocInf>', null, ['2026-0042']],
    ['an order', typed('RfrdDocInf', 'PUOR', '<Nb>10405443</Nb>'), null, ['PUOR 10405443']],
    ['a credit note', typed('RfrdDocInf', 'CREN', '<Nb>AV-7</Nb>'), null, ['CREN AV-7']],
  ])('%s', (_, content, creditorReference, remittance) => {
    expect(structured(content)).toMatchObject({ creditorReference, remittance });
  });
});

test('what the bank wrote beside the remittance is the text where there is no other', () => {
  const beside = '<AddtlTxInf>REMBOURSEMENT FA2026-00123</AddtlTxInf>';
  const textOf = (more: string) => onlyEntry(camt053(ntry({ more: details(more) }))).details[0]?.remittance;
  expect(textOf(beside)).toEqual(['REMBOURSEMENT FA2026-00123']);
  expect(textOf(`<RmtInf><Ustrd>FA2026-00124</Ustrd></RmtInf>${beside}`)).toEqual(['FA2026-00124']);
});

test('a return without a reason is a return', () => {
  const more = details('<RtrInf><AddtlInf>COMPTE CLOS</AddtlInf></RtrInf>');
  expect(onlyEntry(camt053(ntry({ more }))).details[0]?.returnReason).toBe('NOTPROVIDED');
});

test('a reversal is one in capitals too', () => {
  expect(onlyEntry(camt053(ntry({ more: '<RvslInd>TRUE</RvslInd>' }))).isReversal).toBe(true);
});

test('a batch counted with leading zeros is a batch', () => {
  const more = '<NtryDtls><Btch><NbOfTxs>000000000000015</NbOfTxs></Btch></NtryDtls>';
  expect(onlyEntry(camt053(ntry({ more }))).batchCount).toBe(15);
});

test('a detail is a return by its own transaction code, where the entry has none', () => {
  const codeOf = (subFamily: string): string =>
    `<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>${subFamily}</SubFmlyCd></Fmly></Domn></BkTxCd>`;
  const { details: both } = onlyEntry(camt053(ntry({ more: details(codeOf('RRTN'), codeOf('ESCT')) })));
  expect(both.map(({ returnReason }) => returnReason)).toEqual(['NOTPROVIDED', null]);
});
