/** The same 300 open documents in each of the 72 forms that the law allows. */
import { describe, expect, test } from 'vitest';
import { fecReader } from '../../src/ingest/fec/read-fec.ts';
import { looksLikeFec } from '../../src/ingest/fec/heading.ts';
import { euroBooks } from '../support/euro-books.ts';
import { allForms, fecBytes, type FecTextLine } from './fec-text.ts';

type Open = Readonly<{ line: FecTextLine; number: string; kind: string; amount: bigint; residual: bigint }>;

const names = [
  'Établissements Léger & Fils',
  'Cœur de Lozère "Le Gîte" SARL',
  "ŸVES L'Haÿ",
  'Prix 100 € SAS',
  'Dupont SA',
];

const sale = (
  index: number,
): Required<Pick<FecTextLine, 'customer' | 'customerName' | 'piece' | 'pieceDate'>> & FecTextLine => ({
  entry: `V${index}`,
  customer: `C${index % 60}`,
  customerName: names[index % names.length] ?? '',
  piece: `FA2026-${String(index).padStart(4, '0')}`,
  pieceDate: `202601${String(1 + (index % 28)).padStart(2, '0')}`,
  text: 'Facture "brute" 5" n° 1, à échoir',
});

/** 300 documents of six kinds in turn, and beside them lines that leave nothing open. */
const documents = Array.from({ length: 300 }, (_, index): readonly Open[] => {
  const cents = 10_000 + index * 137;
  const amount = BigInt(cents);
  const number = sale(index).piece;
  const open = (line: FecTextLine, kind = 'invoice', residual = amount): Open => ({
    line: { ...sale(index), ...line },
    number,
    kind,
    amount,
    residual,
  });
  switch (index % 6) {
    case 0:
      return [open({ debit: cents })];
    case 1: // A credit note as a negative debit.
      return [open({ debit: -cents }, 'credit_note')];
    case 2:
      return [open({ credit: cents }, 'credit_note')];
    case 3: // An invoice as a negative credit.
      return [open({ credit: -cents })];
    case 4: // Paid in part: the payment stands in a bank journal.
      return [open({ debit: cents, letter: `a${index}` }, 'invoice', amount - 4_000n)];
    default:
      return [open({ debit: cents, text: '' })];
  }
}).flat();

const lines: readonly FecTextLine[] = documents.flatMap(({ line, residual, amount }, index): readonly FecTextLine[] => {
  const paid: FecTextLine = { ...line, journal: 'BQ', journalName: 'Banque', entry: `B${index}`, piece: `VIR${index}` };
  return [
    line,
    { ...line, account: '707000', customer: '', customerName: '', credit: 1_00, letter: '' },
    ...(residual === amount
      ? []
      : [
          { ...paid, debit: 0, credit: 40_00 },
          { ...paid, account: '512000', customer: '', customerName: '', debit: 40_00, letter: '' },
        ]),
    { ...line, piece: `OLD${index}`, debit: 5_00, credit: 0, letter: 'ZZ' },
    { ...line, piece: `OLD${index}`, journal: 'OD', debit: 0, credit: 5_00, letter: 'ZZ' },
  ];
});

const readForm = (bytes: Uint8Array) => {
  const reader = fecReader({ ...euroBooks, receivableAccounts: ['411'], asOf: null });
  reader.push(bytes);
  return reader.end();
};

describe('300 open documents', () => {
  test('are all of the 72 forms', () => {
    expect(allForms).toHaveLength(72);
    expect(new Set(allForms.map((form) => Buffer.from(fecBytes(lines, form)).toString('hex'))).size).toBe(72);
  });

  test.each(allForms)('are read from $separator, $encoding, $lineEnd, $amounts, sign $sign', (form) => {
    const bytes = fecBytes(lines, form);
    expect(looksLikeFec(bytes.subarray(0, 1_000))).toBe(true);
    const { documents: read, customers, problems } = readForm(bytes);
    expect(problems).toEqual([]);
    const open = read.filter(({ record }) => record.residualMinor > 0n);
    expect(
      open.map(({ record }) => [record.documentNumber, record.kind, record.amountMinor, record.residualMinor]),
    ).toEqual(documents.map(({ number, kind, amount, residual }) => [number, kind, amount, residual]));
    expect(
      open.map(({ record: { customerCode, currency, issueDate, dueDateSource } }) => [
        customerCode,
        currency,
        issueDate,
        dueDateSource,
      ]),
    ).toEqual(
      documents.map(({ line }) => [
        line.customer,
        'EUR',
        line.pieceDate?.replace(/(\d{4})(\d\d)(\d\d)/, '$1-$2-$3'),
        'derived',
      ]),
    );
    expect(customers).toHaveLength(60);
    expect(customers.map(({ name }) => name)).toEqual(
      customers.map(({ code }) => names[Number(code.slice(1)) % names.length]),
    );
  });
});
