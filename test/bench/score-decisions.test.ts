/** The decisions file of any product: written, read back, refused with a place; and the command that scores it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDecisions } from '../../bench/matching/compare.ts';
import { formatDecision, formatDecisions } from '../../bench/matching/decisions.ts';
import { InputRefused } from '../../bench/matching/json-rows.ts';
import { run } from '../../bench/matching/main.ts';
import type { Decision } from '../../bench/matching/types.ts';
import { aLedger, aLine, anItem, applies, asks, aTruth, leavesAlone, writeLedger } from './score-ledger.ts';

const ledger = aLedger({
  items: [anItem(1, 100_00), anItem(2, 250_00), anItem(3, -20_00)],
  lines: [
    aLine(0, 80_00, { text: 'FA2024-00001 MOINS AVOIR' }),
    aLine(1, 250_00, { text: 'SOLDE' }),
    aLine(2, -12_00, { name: '' }),
  ],
  truth: [
    aTruth(0, { 1: 100_00, 3: -20_00 }, { scenario: 'multi_credit' }),
    aTruth(1, { 2: 250_00 }, { scenario: 'name_amount' }),
    aTruth(2, {}, { scenario: 'noise_out', expect: 'none', type: 'none', customer: null }),
  ],
});
const decisions: readonly Decision[] = [
  applies(0, { 1: 100_00 }, { reason: 'number quoted, amount differs', confidence: 0.97 }),
  asks(1, [{ 1: 100_00 }, { 2: 250_00 }]),
  leavesAlone(2),
];

/** A good folder with a decisions file in it. @returns the paths of both */
function filed(text: string): Readonly<{ folder: string; path: string }> {
  const folder = writeLedger(ledger);
  const path = join(folder, 'decisions.jsonl');
  writeFileSync(path, text);
  return { folder, path };
}

async function runCommand(...words: readonly string[]) {
  const texts = { stdout: '', stderr: '' };
  const exitCode = await run(
    words,
    { write: (text) => (texts.stdout += text) },
    { write: (text) => (texts.stderr += text) },
  );
  return { exitCode, ...texts };
}

describe('a decisions file', () => {
  test('is read back as it was written, in the order of the lines', () => {
    expect(readDecisions(filed(formatDecisions(decisions)).path, ledger)).toEqual(decisions);
    expect(readDecisions(filed(formatDecisions(decisions.toReversed())).path, ledger)).toEqual(decisions);
  });

  test('has the published form', () => {
    expect(formatDecision(applies(0, { 1: 100_00 }))).toBe(
      '{"line":0,"action":"auto","customer":7,"alloc":[{"item":1,"cleared":10000}],' +
        '"suggestions":[{"customer":7,"alloc":[{"item":1,"cleared":10000}]}],"reason":"by hand"}',
    );
  });

  test('is written with at most three suggestions', () => {
    const [written] = readDecisions(
      filed(formatDecisions([applies(0, { 1: 1 }), asks(1, [{ 1: 1 }, { 2: 2 }, { 3: -3 }, { 1: 4 }]), leavesAlone(2)]))
        .path,
      ledger,
    ).slice(1);
    expect(written?.suggestions.map(({ alloc }) => alloc[0]?.cleared)).toEqual([1, 2, -3]);
  });

  const fourShown = JSON.stringify(asks(1, [{ 1: 1 }, { 2: 2 }, { 3: -3 }, { 1: 4 }]));
  test.each<readonly [string, string, string]>([
    ['a row that is not JSON', `${formatDecisions(decisions)}line 3\n`, ' line 4: not JSON'],
    [
      'a row without a reason',
      '{"line":0,"action":"none","customer":null,"alloc":[],"suggestions":[]}',
      ' line 1: the row must have required properties reason',
    ],
    [
      'an unknown action',
      formatDecisions(decisions).replace('"review"', '"maybe"'),
      ' line 2: action must be equal to one of the allowed values',
    ],
    [
      'an amount as text',
      formatDecisions(decisions).replace('"cleared":10000', '"cleared":"100.00"'),
      ' line 1: alloc/0/cleared must be integer',
    ],
    ['more than three suggestions', fourShown, ' line 1: suggestions must not have more than 3 items'],
    ['an unknown line', formatDecisions([...decisions, leavesAlone(9)]), ': line 9 is decided, but was not asked for'],
    ['a line decided twice', formatDecisions([...decisions, leavesAlone(2)]), ': line 2 is decided twice'],
    ['a line left out', formatDecisions(decisions.slice(0, 2)), ': line 2 is not decided'],
    [
      'an unknown item',
      formatDecisions([applies(0, { 77: 1 }), ...decisions.slice(1)]),
      ': line 0 names the item 77, which is not in the data',
    ],
  ])('is refused for %s', (_, text, message) => {
    const { path } = filed(text);
    expect(() => readDecisions(path, ledger)).toThrow(new InputRefused(`${path}${message}`));
  });
});

describe('the command', () => {
  test('prints the scores of a decisions file, its false posts and what it missed', async () => {
    const { folder, path } = filed(formatDecisions(decisions));
    const words = ['--data', folder, '--against', path, '--scenarios', '--errors', '5', '--missed', 'name_amount'];
    const { exitCode, stdout, stderr } = await runCommand(...words);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout.replaceAll(folder, 'FOLDER')).toMatchInlineSnapshot(`
      "FOLDER/decisions.jsonl on FOLDER: seed 0 (by hand), 3 lines, 3 open and 0 closed documents, 1 day

        auto-match, of receivable lines     0.00 %  0 of 2
          by euros                          0.00 %
          without lucky ones                0.00 %  0 lucky
        precision                          0.000 %  0 of 1; Wilson low 0.000 %
        false posts                              1  0 wrong, 1 incomplete
          per 10,000 lines                  3333.3
          by euros                       EUR 80.00  largest EUR 80.00
        recall@1, receivable lines          0.00 %  0 of 2
        recall@3, receivable lines         50.00 %  1 of 2
        recall@1, review queue              0.00 %  0 of 1
        recall@3, review queue            100.00 %  1 of 1
        customer@1                        100.00 %  2 of 2

      Lines that pay for nothing
        type  lines  applied (false)  review  none
        none      1                0       0     1

      Auto-match at a fixed precision (threshold fitted on these very lines: a best case, not to be published)
        precision at least   auto-match  applied  false  Wilson low  threshold
                   99.90 %  not reached
                   99.95 %  not reached
                   99.99 %  not reached

      By scenario
        scenario      expect  lines  applied  correct  wrong  incomplete  recall@3
        multi_credit  auto        1        1        0      0           1     0.0 %
        name_amount   auto        1        0        0      0           0   100.0 %
        noise_out     none        1        0        0      0           0         -

      line 0, day 0 (2024-06-03), company 0: multi_credit, expected auto
        amount     80.00 EUR; PMNT-RCDT-ESCT
        payer      DUPONT SARL
        text       FA2024-00001 MOINS AVOIR
        truth      apply: customer 7 DUPONT SARL
                   clears 100.00 of 100.00 EUR: item 1, inv FA2024-00001, due 2024-05-31
                   clears -20.00 of -20.00 EUR: item 3, cn FA2024-00003, due 2024-05-31
        decided    auto, incomplete
        reason     number quoted, amount differs
        applied    customer 7 DUPONT SARL
                   clears 100.00 of 100.00 EUR: item 1, inv FA2024-00001, due 2024-05-31
        shown 1    customer 7 DUPONT SARL
                   clears 100.00 of 100.00 EUR: item 1, inv FA2024-00001, due 2024-05-31

      line 1, day 0 (2024-06-03), company 0: name_amount, expected auto
        amount     250.00 EUR; PMNT-RCDT-ESCT
        payer      DUPONT SARL
        text       SOLDE
        truth      apply: customer 7 DUPONT SARL
                   clears 250.00 of 250.00 EUR: item 2, inv FA2024-00002, due 2024-05-31
        decided    review
        reason     by hand
        shown 1    customer 7 DUPONT SARL
                   clears 100.00 of 100.00 EUR: item 1, inv FA2024-00001, due 2024-05-31
        shown 2    (right) customer 7 DUPONT SARL
                   clears 250.00 of 250.00 EUR: item 2, inv FA2024-00002, due 2024-05-31
      "
    `);
  });

  test('prints one JSON document', async () => {
    const { folder, path } = filed(formatDecisions(decisions));
    const { exitCode, stdout } = await runCommand('--data', folder, '--against', path, '--json');
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      engine: path,
      meta: { seed: 0 },
      speed: null,
      scores: { lines: 3, receivable: 2, falsePosts: { incomplete: 1, euroCents: 80_00 }, recallAt3: { count: 1 } },
    });
  });

  test('prints the table per scenario as Markdown', async () => {
    const { folder, path } = filed(formatDecisions(decisions));
    const { stdout } = await runCommand('--data', folder, '--against', path, '--markdown');
    expect(stdout.split('\n')).toEqual([
      '| scenario | expect | lines | applied | correct | wrong | incomplete | recall@3 |',
      '| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |',
      '| multi_credit | auto | 1 | 1 | 0 | 0 | 1 | 0.0 % |',
      '| name_amount | auto | 1 | 0 | 0 | 0 | 0 | 100.0 % |',
      '| noise_out | none | 1 | 0 | 0 | 0 | 0 | - |',
      '',
    ]);
  });

  test('writes the decisions it scored', async () => {
    const { folder, path } = filed(formatDecisions(decisions.toReversed()));
    const copy = join(folder, 'copy.jsonl');
    await runCommand('--data', folder, '--against', path, '--decisions', copy);
    expect(readFileSync(copy, 'utf8')).toBe(formatDecisions(decisions));
  });

  test.each<readonly [string, readonly string[], RegExp]>([
    ['no folder', [], /^--data is missing/],
    ['an unknown option', ['--dta', 'x'], /Unknown option '--dta'/],
    ['a folder that is not there', ['--data', '/nowhere/at-all'], /^\/nowhere\/at-all: no such folder$/m],
    ['two sources of decisions', ['--data', 'x', '--against', 'y', '--engine', 'z'], /exclude each other/],
    ['a count that is none', ['--data', 'x', '--errors', 'many'], /^--errors many: give a whole number$/m],
  ])('ends with 2 for %s', async (_, words, message) => {
    const { exitCode, stdout, stderr } = await runCommand(...words);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });

  test('ends with 2 for an unknown engine, naming those there are', async () => {
    const { exitCode, stderr } = await runCommand('--data', writeLedger(ledger), '--engine', 'crystal-ball');
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^engine crystal-ball: unknown; there is lettrage/);
  });

  test('ends with 2 when no line is of the scenario to be shown', async () => {
    const { folder, path } = filed(formatDecisions(decisions));
    const { exitCode, stderr } = await runCommand('--data', folder, '--against', path, '--missed', 'dd_batch');
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: '--missed dd_batch: no line is of that scenario\n' });
  });
});
