import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MatchCertificate, Proposal, ProposedLine } from '../../src/domain/match.ts';
import { checkCertificate } from '../../src/matching/check-certificate.ts';
import { propose } from '../../src/matching/propose.ts';
import { cases, customers } from './ledgers.ts';
import { item, partitionOf, payment } from './sample-ledger.ts';

/** 0.01 more or less than a decimal amount of two places, by its digits. */
const shifted = (decimal: string, cents: bigint): string => {
  const minor = BigInt(decimal.replace('.', '')) + cents;
  const digits = String(minor < 0n ? -minor : minor).padStart(3, '0');
  return `${minor < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

type Mutant = Readonly<{ name: string; certificate: MatchCertificate }>;

function proposalMutants(proposal: Proposal, put: (proposal: Proposal) => MatchCertificate): readonly Mutant[] {
  const withLine = (index: number, fields: Partial<ProposedLine>) =>
    put({ ...proposal, lines: proposal.lines.map((line, at) => (at === index ? { ...line, ...fields } : line)) });
  const lines = proposal.lines.flatMap((line, index) =>
    [1n, -1n].flatMap((cents) => [
      { name: `cleared ${index}`, certificate: withLine(index, { cleared: shifted(line.cleared, cents) }) },
      { name: `residual ${index}`, certificate: withLine(index, { residual: shifted(line.residual, cents) }) },
    ]),
  );
  const removed = proposal.evidence.map(({ kind }, index) => ({
    name: `without ${kind}`,
    certificate: put({ ...proposal, evidence: proposal.evidence.filter((_, at) => at !== index) }),
  }));
  const amounts = proposal.evidence.flatMap((each, index) => {
    if (each.kind !== 'amount_equal') return [];
    const evidence = proposal.evidence.with(index, { ...each, amount: shifted(each.amount, 1n) });
    return [{ name: 'amount_equal', certificate: put({ ...proposal, evidence }) }];
  });
  const shorter = { name: 'a line removed', certificate: put({ ...proposal, lines: proposal.lines.slice(1) }) };
  return [...lines, ...removed, ...amounts, shorter];
}

/** Every way to damage an applied certificate in one place. */
function mutantsOf(certificate: MatchCertificate): readonly Mutant[] {
  const { chosen, difference, paymentAmount, gates } = certificate;
  if (chosen === null || difference === null) throw new Error('not applied');
  const top = [1n, -1n].flatMap((cents) => [
    { name: 'paymentAmount', certificate: { ...certificate, paymentAmount: shifted(paymentAmount, cents) } },
    { name: 'difference', certificate: { ...certificate, difference: shifted(difference, cents) } },
  ]);
  const flipped = gates.map((gate, index) => ({
    name: `gate ${gate.gate}`,
    certificate: { ...certificate, gates: gates.with(index, { ...gate, passed: false }) },
  }));
  const dropped = gates.map((gate, index) => ({
    name: `without gate ${gate.gate}`,
    certificate: { ...certificate, gates: gates.toSpliced(index, 1) },
  }));
  const reasoned: Mutant = { name: 'reason', certificate: { ...certificate, reason: 'amount_differs' } };
  const reviewed: Mutant = { name: 'action', certificate: { ...certificate, action: 'review' } };
  const empty: Mutant = { name: 'no proposal', certificate: { ...certificate, chosen: null } };
  const inChosen = proposalMutants(chosen, (proposal) => ({ ...certificate, chosen: proposal }));
  return [...top, ...flipped, ...dropped, reasoned, reviewed, empty, ...inChosen];
}

const survivors = (certificate: MatchCertificate): readonly string[] =>
  mutantsOf(certificate)
    .filter((mutant) => checkCertificate(mutant.certificate).length === 0)
    .map(({ name }) => name);

test('no damage to an applied certificate goes unseen', () => {
  const partition = partitionOf([
    item(1, 'FA2026-00123'),
    item(2, 'FA2026-00124', { residualMinor: 500n }),
    item(3, 'AV2026-00007', { kind: 'credit_note', residualMinor: 2_500n }),
    item(4, 'FA2026-00125', { residualMinor: 10_000n }),
  ]);
  const remittance = ['FA2026-00123 FA2026-00124 MOINS AV2026-00007'];
  const fields = { remittance, unappliedMinor: 10_000n, counterpartyName: 'Garage Müller' };
  const { certificate } = propose(payment(fields), partition);
  expect(certificate.action).toBe('apply');
  expect(certificate.alternatives).toHaveLength(1);
  expect(mutantsOf(certificate).length).toBeGreaterThan(40);
  expect(survivors(certificate)).toEqual([]);
});

describe('a forged certificate is told by', () => {
  const { certificate } = propose(
    payment({ remittance: ['FA2026-00123 MOINS AV2026-00007'], unappliedMinor: 10_000n }),
    partitionOf([
      item(1, 'FA2026-00123'),
      item(2, 'AV2026-00007', { kind: 'credit_note', residualMinor: 2_000n }),
      item(3, 'FA2026-00124', { residualMinor: 10_000n }),
    ]),
  );
  const forge = (path: readonly (string | number)[], value: unknown): readonly string[] => {
    const forged: MatchCertificate = JSON.parse(JSON.stringify(certificate));
    const last = path.at(-1) ?? '';
    const holder = path.slice(0, -1).reduce<object>((within, name) => Reflect.get(within, name), forged);
    Reflect.set(holder, last, value);
    return checkCertificate(forged);
  };

  test.each([
    ['a rule that applies nothing', ['chosen', 'strategy'], 'payer_amount/1'],
    ['a rung that its evidence does not earn', ['chosen', 'confidenceBp'], 9_800],
    ['a confidence that is no number', ['alternatives', 0, 'confidenceBp'], '7000'],
    ['a kind of item that nobody knows', ['chosen', 'lines', 0, 'kind'], 'proforma'],
    ['evidence that nobody knows', ['alternatives', 0, 'evidence', 0, 'kind'], 'payer_said_so'],
    ['a place that is none', ['chosen', 'evidence', 0, 'found', 'end'], 0],
    ['a field that is none', ['chosen', 'evidence', 0, 'found', 'field'], 'letter'],
    ['a gate passed in words', ['gates', 0, 'passed'], 'yes'],
    ['another action', ['action'], 'applied'],
    ['an alternative better than the chosen one', ['alternatives', 0, 'confidenceBp'], 9_900],
    ['an alternative that is the chosen one', ['alternatives', 0], certificate.chosen],
  ])('%s', (_, path, value) => {
    expect(certificate.action).toBe('apply');
    expect(forge(path, value)).not.toEqual([]);
  });

  test('items that cancel each other and a payment of nothing', () => {
    const forged = JSON.stringify({ ...certificate, alternatives: [], paymentAmount: '0.00' })
      .replaceAll('20.00', '120.00')
      .replaceAll('1120.00', '120.00')
      .replaceAll('100.00', '0.00');
    expect(checkCertificate(JSON.parse(forged))).toEqual(['paymentAmount: applied without money']);
  });
});

test('nor to any other one that the engine applies', () => {
  fc.assert(
    fc.property(cases, ({ items, payment: paid }) => {
      const { certificate } = propose(paid, partitionOf(items, customers));
      expect(certificate.action === 'apply' ? survivors(certificate) : []).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

describe('a review certificate', () => {
  const { certificate } = propose(
    payment({ remittance: ['FA2026-00123'], unappliedMinor: 5_000n }),
    partitionOf([item(1, 'FA2026-00123')]),
  );

  test('gives the first gate not passed as its reason', () => {
    expect(checkCertificate(certificate)).toEqual([]);
    expect(checkCertificate({ ...certificate, reason: 'refund_wording' })).not.toEqual([]);
    expect(checkCertificate({ ...certificate, reason: null })).not.toEqual([]);
  });

  test('may have lost to another payment after every gate was passed', () => {
    const gates = certificate.gates.map((gate) => ({ ...gate, passed: true }));
    expect(checkCertificate({ ...certificate, gates, reason: 'item_taken_by_other_payment' })).toEqual([]);
    expect(checkCertificate({ ...certificate, gates, reason: 'several_explanations' })).toEqual([]);
    expect(checkCertificate({ ...certificate, reason: 'item_taken_by_other_payment' })).not.toEqual([]);
  });

  test('survives a round through JSON', () => {
    const read: MatchCertificate = JSON.parse(JSON.stringify(certificate));
    expect(read).toEqual(certificate);
    expect(checkCertificate(read)).toEqual([]);
  });
});

test('the certificate printed in its documentation is what the engine writes, and holds', () => {
  const document = readFileSync(new URL('../../docs/formats/match-certificate.md', import.meta.url), 'utf8');
  const printed: MatchCertificate = JSON.parse(/```json\n([\s\S]*?)```/.exec(document)?.[1] ?? '');
  const { certificate } = propose(
    payment({
      counterpartyName: 'GARAGE MULLER',
      remittance: ['FACTURE FA2026-00123 MOINS AV2026-00007'],
      unappliedMinor: 10_000n,
    }),
    partitionOf([item(1, 'FA2026-00123'), item(3, 'AV2026-00007', { kind: 'credit_note', residualMinor: 2_000n })]),
  );
  expect(printed).toEqual(certificate);
  expect(checkCertificate(printed)).toEqual([]);
});
