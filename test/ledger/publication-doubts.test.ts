/** What a company lets pass, and what nobody can: each kind of doubt with each choice. */
import { describe, expect, test } from 'vitest';
import type { AccountPolicy } from '../../src/domain/account-policy.ts';
import type { Finding, StatementSummary } from '../../src/domain/statement.ts';
import { planPublication } from '../../src/ledger/plan/publication.ts';
import { missingNumbers, sequenceNumber } from '../../src/ledger/plan/sequence-numbers.ts';
import { forbidsRelease } from '../../src/ledger/plan/release.ts';
import { chainOf, linkOf, statement, type Circumstances } from '../support/plan-statements.ts';

const monday = { day: '2026-03-02', opening: 100n, closing: 250n };
const tuesday = { day: '2026-03-03', opening: 250n, closing: 240n };
const plan = (around: Circumstances, given = tuesday) =>
  planPublication([statement(given, 0, around)], chainOf(monday));
const refused = (code: Finding['code']): Partial<StatementSummary> => ({
  findings: [{ code, severity: 'refuse', message: code, at: null, found: null }],
});

const choices = ['hold', 'publish', 'quarantine'] as const;
const stateOf = { hold: 'held', publish: 'published', quarantine: 'quarantined' } as const;

describe.each([
  ['onAbsentBalance', { openingBalance: null }, 'quarantine', 'ingest.balance_derived'],
  [
    'onAbsentBalance',
    { closingBalance: null, toDate: statement(tuesday).summary.closingBalance?.date ?? null },
    'quarantine',
    'ingest.balance_derived',
  ],
  ['onTotalsMismatch', refused('ingest.totals_mismatch'), 'quarantine', 'ingest.totals_mismatch'],
] as const)('%s', (key, lack, byDefault, code) => {
  test.each(choices)('%s', (choice) => {
    const made = plan({ lack, policy: { [key]: choice } satisfies Partial<AccountPolicy> });
    expect(made.state).toBe(stateOf[choice]);
    const stays = made.publish.flatMap(({ summary }) => summary.findings);
    expect(stays.map((finding) => [finding.code, finding.severity])).toEqual(
      choice === 'publish' ? [[code, 'warn']] : [],
    );
  });

  test(`is ${byDefault} when nothing is said`, () => {
    expect(plan({ lack }).state).toBe(stateOf[byDefault]);
  });
});

test('a balance is derived from the other one and the entries, and has to continue the account like any other', () => {
  const publish = { policy: { onAbsentBalance: 'publish' } } as const;
  const [planned] = plan({ ...publish, lack: { openingBalance: null } }).publish;
  expect(planned?.summary.openingBalance?.amount.minor).toBe(250n);
  const other = { day: '2026-03-03', opening: 251n, closing: 240n };
  expect(plan({ ...publish, lack: { openingBalance: null } }, other).state).toBe('held');
});

test('without both balances nothing is derived, whatever the account allows', () => {
  const lack = { openingBalance: null, closingBalance: null };
  const made = plan({ lack, policy: { onAbsentBalance: 'publish' }, isReleased: true });
  expect(made).toMatchObject({ state: 'quarantined', findings: [{ code: 'ingest.statement_without_balance' }] });
});

test('a statement that does not add up may wait, and is never published', () => {
  const lack = refused('ingest.balance_mismatch');
  expect(plan({ lack, policy: { onBalanceMismatch: 'hold' } }).state).toBe('held');
  expect(plan({ lack, policy: { onBalanceMismatch: 'quarantine' } }).state).toBe('quarantined');
  expect(plan({ lack, isReleased: true }).state).toBe('quarantined');
});

describe('a missing number', () => {
  const numbered = { ...tuesday, sequence: '44/1' };
  const before = { ...monday, sequence: '41' };
  const planNumbered = (around: Circumstances) => planPublication([statement(numbered, 0, around)], chainOf(before));

  test.each(choices)('%s', (choice) => {
    expect(planNumbered({ policy: { onSequenceGap: choice } }).state).toBe(stateOf[choice]);
  });

  test('is told, and named', () => {
    const [note] = planNumbered({}).notes;
    expect([note?.code, note?.message]).toEqual([
      'ingest.sequence_gap',
      expect.stringContaining('Numbers 42 to 43 are missing'),
    ]);
  });

  test.each([
    ['12', '13', null],
    ['12', '12', null],
    ['12', '14', { from: 13, to: 13 }],
    ['00012/001', '00014/001', { from: 13, to: 13 }],
    ['12', '1', null],
    ['A12', '14', null],
    ['12', null, null],
  ] as const)('from %s to %s', (first, second, missing) => {
    const [a, b] = [linkOf({ ...monday, sequence: first }), { ...linkOf(tuesday), sequence: second }];
    expect(missingNumbers(a, b)).toEqual(missing);
  });

  test('is not asked for across a new year', () => {
    const [a, b] = [linkOf({ ...monday, day: '2025-12-31', sequence: '12' }), linkOf({ ...tuesday, sequence: '14' })];
    expect([missingNumbers(a, b), sequenceNumber('9999999999')]).toEqual([null, null]);
  });
});

test('two equal statements of one delivery that move nothing are not both posted', () => {
  const idle = { day: '2026-03-03', opening: 250n, closing: 250n, entries: 2 };
  const twins = [statement({ ...idle, id: 'A', content: 'a' }, 0), statement({ ...idle, id: 'B', content: 'b' }, 1)];
  expect(planPublication(twins, chainOf(monday))).toMatchObject({
    state: 'held',
    findings: [{ code: 'ingest.statement_twin' }],
  });
});

describe('what a person may overrule', () => {
  const finding = (code: Finding['code']): Finding => ({
    code,
    severity: 'refuse',
    message: '',
    at: null,
    found: null,
  });

  test.each([
    'ingest.statement_gap',
    'ingest.totals_mismatch',
    'ingest.cross_check_differs',
    'ingest.statement_twin',
  ] as const)('%s', (code) => expect(forbidsRelease([finding(code)])).toEqual([]));

  test.each([
    'ingest.balance_mismatch',
    'ingest.amount_not_decimal',
    'ingest.account_unknown',
    'ingest.entries_already_booked',
  ] as const)('never %s', (code) =>
    expect(forbidsRelease([finding('ingest.statement_gap'), finding(code)])).toHaveLength(1),
  );
});
