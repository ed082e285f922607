import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  amountClasses,
  payerLevels,
  referenceLevels,
  selections,
  type MatchCertificate,
  type Payment,
  type Proposal,
} from '../../src/domain/match.ts';
import { checkCertificate } from '../../src/matching/check-certificate.ts';

import { cases, certificateOf, dollars, type Books } from './certificates.ts';
import { creditNote, customerId, day, invoice, printableItemId } from './ledgers.ts';

const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** The same JSON with another value at one place. */
function withValue(
  certificate: MatchCertificate,
  path: readonly (string | number)[],
  value: unknown,
): MatchCertificate {
  const forged = copyOf(certificate);
  const holder = path.slice(0, -1).reduce<object>((within, name) => Reflect.get(within, name) as object, forged);
  Reflect.set(holder, path.at(-1) ?? '', value);
  return forged;
}

/** 0.01 more or less than a decimal amount of two places, by its digits. */
const shifted = (decimal: string, cents: bigint): string => {
  const minor = BigInt(decimal.replace('.', '')) + cents;
  const digits = String(minor < 0n ? -minor : minor).padStart(3, '0');
  return `${minor < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

type Mutant = Readonly<{ name: string; certificate: MatchCertificate }>;

/** One cent more and one less in every amount, wherever it stands. */
function centMutants(certificate: MatchCertificate): readonly Mutant[] {
  const mutants: Mutant[] = [];
  const visit = (value: unknown, path: readonly (string | number)[]): void => {
    if (typeof value === 'string' && /^-?\d+\.\d\d$/.test(value))
      for (const cents of [1n, -1n])
        mutants.push({ name: path.join('.'), certificate: withValue(certificate, path, shifted(value, cents)) });
    if (typeof value === 'object' && value !== null)
      for (const [name, inner] of Object.entries(value)) visit(inner, [...path, name]);
  };
  visit(certificate, []);
  return mutants;
}

const others = <Word extends string>(words: readonly Word[], word: Word): readonly Word[] =>
  words.filter((other) => other !== word);

/** A sentence or a line removed, and every word of the grounds exchanged for each other. */
function wordMutants(certificate: MatchCertificate, chosen: Proposal): readonly Mutant[] {
  const put = (name: string, fields: Partial<Proposal>): Mutant => ({
    name,
    certificate: { ...certificate, chosen: { ...chosen, ...fields } },
  });
  const { evidence, lines, notes, rivals } = chosen;
  return [
    ...evidence.map(({ kind }, index) => put(`without ${kind}`, { evidence: evidence.toSpliced(index, 1) })),
    ...evidence.flatMap((each) => put(`twice ${each.kind}`, { evidence: [...evidence, each] })),
    ...lines.map((_, index) => put('without a line', { lines: lines.toSpliced(index, 1) })),
    ...lines.map((line) => put('a line twice', { lines: [...lines, line] })),
    ...others(selections, chosen.selection).map((selection) => put(`selection ${selection}`, { selection })),
    ...others(referenceLevels, chosen.reference).map((reference) => put(`reference ${reference}`, { reference })),
    ...others(payerLevels, chosen.payer).map((payer) => put(`payer ${payer}`, { payer })),
    ...others(amountClasses, chosen.amountClass).map((amountClass) => put(`class ${amountClass}`, { amountClass })),
    ...notes.map((note, index) => put(`without ${note}`, { notes: notes.toSpliced(index, 1) })),
    put('a note more', { notes: [...notes, 'rare'] }),
    put('a rival', { rivals: rivals + 1 }),
    put('a word of the cell', { cell: `${chosen.cell} rare` }),
    // Of an unknown payer, nothing but the ledger says whose the items are.
    ...(chosen.payer === 'none' ? [] : [put('another customer', { customerId: customerId(9) })]),
    put('another currency', { currency: chosen.currency === dollars ? certificate.currency : dollars }),
    put('written off', { writeOff: { kind: 'discount', amount: '0.07', currency: certificate.currency } }),
  ];
}

/** Every way to damage an applied certificate in one place. */
function mutantsOf(certificate: MatchCertificate): readonly Mutant[] {
  const { chosen, gates } = certificate;
  if (chosen === null) throw new Error('not applied');
  const put = (name: string, fields: Partial<MatchCertificate>): Mutant => ({
    name,
    certificate: { ...certificate, ...fields },
  });
  return [
    ...centMutants(certificate),
    ...wordMutants(certificate, chosen),
    ...gates.map((gate, index) => put(`gate ${gate.gate}`, { gates: gates.with(index, { ...gate, passed: false }) })),
    ...gates.map(({ gate }, index) => put(`without gate ${gate}`, { gates: gates.toSpliced(index, 1) })),
    put('reason', { reason: 'amount_differs' }),
    put('action', { action: 'review' }),
    put('no rule', { rule: null }),
    put('another rule', { rule: certificate.rule === 'part' ? 'single' : 'part' }),
    put('no proposal', { chosen: null }),
  ];
}

const survivors = (certificate: MatchCertificate): readonly string[] =>
  mutantsOf(certificate)
    .filter((mutant) => checkCertificate(mutant.certificate).length === 0)
    .map(({ name }) => name);

const march = { issueDate: day('2026-02-10'), dueDate: day('2026-03-02') };
const discount = { bp: 200, until: day('2026-03-10') };
const invoices = [invoice('FA2026-00123', 12_000, march), invoice('FA2026-00124', 30_000)];
const credit = creditNote('AV2026-00007', 2_500);
const garageName = 'Garage Müller SARL';
const inDollars = invoice('FA2026-00123', 100_000, { currency: dollars });

/** One of each kind: what is applied, by which rule, with which difference. */
const applied: readonly (readonly [string, string, Partial<Payment>, Books])[] = [
  [
    'a structured reference',
    'structured exact',
    { creditorReference: 'RF96R24000941' },
    { items: [invoice('R24000941', 12_000, { creditorReference: 'RF96R24000941' })] },
  ],
  [
    'numbers, with a credit note',
    'named full exact',
    {
      counterpartyName: garageName,
      remittance: ['FA2026-00123 FA2026-00124 MOINS AV2026-00007'],
      unappliedMinor: 39_500n,
    },
    { items: [...invoices, credit] },
  ],
  [
    'a number in the end-to-end id',
    'named full exact',
    { counterpartyName: garageName, endToEndId: 'FA2026-00123' },
    { items: invoices },
  ],
  [
    'a discount',
    'named full discount',
    { counterpartyName: garageName, remittance: ['FA2026-00123'], unappliedMinor: 11_760n },
    { items: [invoice('FA2026-00123', 12_000, { discount })] },
  ],
  [
    'cents more than owed',
    'named full rounding',
    { counterpartyName: garageName, remittance: ['FA2026-00123'], unappliedMinor: 12_002n },
    { items: invoices },
  ],
  [
    'charges of a bank abroad',
    'named full fee',
    {
      counterpartyName: garageName,
      remittance: ['FA2026-00123'],
      unappliedMinor: 11_000n,
      bankTransactionCode: 'PMNT/RCDT/XBCT',
    },
    { items: invoices },
  ],
  [
    'dollars at the rate of the day',
    'named full exchange',
    { counterpartyName: garageName, remittance: ['FA2026-00123'], unappliedMinor: 91_500n },
    { items: [inDollars, invoice('FA2026-00124', 12_000)], dollarRate: 0.92 },
  ],
  [
    'dollars as ordered',
    'named full exchange',
    {
      counterpartyName: garageName,
      remittance: ['FA2026-00123'],
      unappliedMinor: 91_777n,
      instructed: { minor: 100_000n, currency: dollars, rate: null },
    },
    { items: [inDollars, invoice('FA2026-00124', 12_000)] },
  ],
  [
    'a part of an item',
    'named full partial',
    { counterpartyName: garageName, remittance: ['FA2026-00124'], unappliedMinor: 10_000n },
    { items: invoices },
  ],
  [
    'the only item of its amount',
    'single none exact',
    { counterpartyIban: 'DE89370400440532013000', unappliedMinor: 30_000n },
    { items: invoices },
  ],
  [
    'the whole account',
    'structured none exact',
    { counterpartyIban: 'DE89370400440532013000', unappliedMinor: 39_500n },
    { items: [...invoices, credit] },
  ],
  [
    'a collection',
    'collection structured exact',
    { endToEndId: 'COLLECT-0001', unappliedMinor: 42_000n },
    {
      items: [...invoices, invoice('FA2026-00200', 12_000, { of: 2 })],
      collections: { 'COLLECT-0001': invoices },
    },
  ],
];

describe('a certificate about', () => {
  test.each(applied)('%s is whole, and no damage to it goes unseen', (_, cell, paid, books) => {
    const certificate = certificateOf(paid, books);
    expect(certificate.chosen?.cell).toContain(cell);
    expect(certificate.action).toBe('apply');
    expect(checkCertificate(certificate)).toEqual([]);
    expect(mutantsOf(certificate).length).toBeGreaterThan(60);
    expect(survivors(certificate)).toEqual([]);
  });
});

test('documents of two customers, one of them named by its order as well, are as certain as their numbers', () => {
  const ordered = invoice('FA2026-00002', 25_000, { of: 1, purchaseOrder: '4500012345' });
  const certificate = certificateOf(
    { remittance: ['FA2026-00001 FA2026-00002 CDE 4500012345'], unappliedMinor: 35_000n },
    { items: [invoice('FA2026-00001', 10_000, { of: 2 }), ordered] },
  );
  expect(certificate.chosen?.cell).toContain('across full exact');
  expect(checkCertificate(certificate)).toEqual([]);
});

test('every certificate that the engine writes is whole, and no damage to an applied one goes unseen', () => {
  fc.assert(
    fc.property(cases, ({ books, payment: paid }) => {
      const certificate = certificateOf(paid, books);
      expect(checkCertificate(certificate)).toEqual([]);
      expect(certificate.action === 'apply' ? survivors(certificate) : []).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

describe('a forged certificate is told by', () => {
  const certificate = certificateOf(
    { counterpartyName: garageName, remittance: ['FA2026-00123 FA2026-00124 FA2026-00125'], unappliedMinor: 42_000n },
    { items: [...invoices, invoice('FA2026-00125', 42_000)] },
  );

  test.each([
    ['another form', ['form'], 'lettrage.certificate/1'],
    ['a currency that is none', ['currency'], 'EURO'],
    ['a kind of item that nobody knows', ['chosen', 'lines', 0, 'kind'], 'proforma'],
    ['evidence that nobody knows', ['chosen', 'evidence', 0, 'kind'], 'payer_said_so'],
    ['a place that is none', ['chosen', 'evidence', 0, 'found', 'end'], 0],
    ['a field that is none', ['chosen', 'evidence', 0, 'found', 'field'], 'letter'],
    [
      'an item that is not on the lines',
      ['chosen', 'evidence', 0, 'openItemId'],
      'd0000000-0000-4000-8000-000000000009',
    ],
    ['a gate passed in words', ['gates', 0, 'passed'], 'yes'],
    ['another action', ['action'], 'applied'],
    ['points that are no number', ['chosen', 'points'], '90'],
    ['an alternative that is the chosen one', ['alternatives', 0], certificate.chosen],
    ['an alternative better than the chosen one', ['alternatives'], [{ ...certificate.chosen, points: 999 }]],
  ])('%s', (_, path, value) => {
    expect(checkCertificate(certificate)).toEqual([]);
    expect(checkCertificate(withValue(certificate, path, value))).not.toEqual([]);
  });

  test.each([
    ['payer', 'exact', 'iban'],
    ['reference', 'full', 'structured'],
    ['selection', 'named_subset', 'single'],
    ['amountClass', 'exact', 'rounding'],
  ] as const)('a better %s in grounds and cell alike, where the sentences say otherwise', (word, honest, forged) => {
    const cell = certificate.chosen?.cell.replace(honest, forged);
    expect(certificate.chosen?.[word]).toBe(honest);
    expect(
      checkCertificate(withValue(withValue(certificate, ['chosen', word], forged), ['chosen', 'cell'], cell)),
    ).not.toEqual([]);
  });
});

describe('a review certificate', () => {
  const certificate = certificateOf({ remittance: ['FA2026-00123'], unappliedMinor: 5_000n }, { items: invoices });

  test('gives the first gate not passed as its reason', () => {
    expect(certificate.reason).toBe('amount_differs');
    expect(checkCertificate(certificate)).toEqual([]);
    expect(checkCertificate({ ...certificate, reason: 'refund_wording' })).not.toEqual([]);
    expect(checkCertificate({ ...certificate, reason: null })).not.toEqual([]);
    expect(checkCertificate({ ...certificate, rule: 'part' })).not.toEqual([]);
  });

  test('may have lost to another payment after every gate was passed', () => {
    const gates = certificate.gates.map((gate) => ({ ...gate, passed: true }));
    expect(checkCertificate({ ...certificate, gates, reason: 'item_taken_by_other_payment' })).toEqual([]);
    expect(checkCertificate({ ...certificate, gates, reason: 'several_explanations' })).toEqual([]);
    expect(checkCertificate({ ...certificate, reason: 'item_taken_by_other_payment' })).not.toEqual([]);
  });

  test('survives a round through JSON', () => {
    expect(copyOf(certificate)).toEqual(certificate);
    expect(checkCertificate(copyOf(certificate))).toEqual([]);
  });
});

test('the certificate printed in its documentation is what the engine writes, and holds', () => {
  const document = readFileSync(new URL('../../docs/formats/match-certificate.md', import.meta.url), 'utf8');
  const printed: unknown = JSON.parse(/```json\n([\s\S]*?)```/.exec(document)?.[1] ?? 'null');
  const certificate = certificateOf(
    {
      counterpartyName: 'GARAGE MULLER',
      remittance: ['FACTURE FA2026-00123 MOINS AV2026-00007'],
      unappliedMinor: 9_760n,
    },
    {
      items: [
        invoice('FA2026-00123', 12_000, { openItemId: printableItemId(1), discount }),
        creditNote('AV2026-00007', 2_000, { openItemId: printableItemId(3) }),
      ],
    },
  );
  expect(printed).toEqual(certificate);
  expect(checkCertificate(certificate)).toEqual([]);
});
