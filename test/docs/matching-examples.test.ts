/** docs/matching.md lists the rules, gates and words of the engine as they are, and its examples are decided as it says. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  amountClasses,
  gates,
  imputationBases,
  laterReasons,
  payerLevels,
  referenceLevels,
  selections,
} from '../../src/domain/match.ts';
import { parseAmount } from '../../src/domain/money.ts';
import type { PartitionItem } from '../../src/domain/partition.ts';
import { ladder } from '../../src/matching/decision/ladder.ts';
import { weigh } from '../matching/engine.ts';
import { background, creditNote, day, invoice, known, nobody, payment, type Ledger } from '../matching/ledgers.ts';

const page = readFileSync(new URL('../../docs/matching.md', import.meta.url), 'utf8');

/** The rows of the first table under a heading, without its head. */
function rowsUnder(heading: string): readonly (readonly string[])[] {
  const section = page.slice(page.indexOf(`\n### ${heading}`)).split('\n###')[1] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const codeOf = (cell = ''): string => /^`(.*)`$/.exec(cell)?.[1] ?? '';

test.each([
  ['How the items are named', referenceLevels.toReversed()],
  ['Who pays', payerLevels.toReversed()],
  ['What the amount says', amountClasses],
  ['Which items', selections],
  ['The ladder', ladder.map(({ name }) => name)],
  ['Gates', gates],
  ['Reasons behind the gates', laterReasons],
  ['Why these items', imputationBases],
])('%s: the words of the engine, in its order', (heading, words) => {
  expect(rowsUnder(heading).map(([first]) => codeOf(first))).toEqual(words);
});

const minorOf = (text = ''): number => {
  const amount = parseAmount(text, 'EUR');
  if (!amount.ok) throw new Error(`no amount: ${text}`);
  return Number(amount.value.minor);
};

/** `FA2026-00123 120.00`, with `2 %` or a structured reference behind it; `AV…` is a credit note. */
function itemOf(text: string): PartitionItem {
  const [number = '', left, ...more] = text.trim().split(' ');
  const make = number.startsWith('AV') ? creditNote : invoice;
  const [extra = ''] = more;
  return make(number, minorOf(left), {
    discount: more[1] === '%' ? { bp: minorOf(extra), until: day('2026-03-10') } : null,
    creditorReference: extra.startsWith('RF') ? extra : null,
  });
}

/** The items of a row, beside those of another customer; `NAME: …` is a collection of them. */
function ledgerOf(text: string): Ledger {
  const [, reference, listed = text] = /^(\S+): (.*)$/.exec(text) ?? [];
  const items = listed.split(',').map(itemOf);
  const openItemIds = items.map(({ openItemId }) => openItemId);
  const collections = reference === undefined ? [] : [{ reference, openItemIds }];
  return { items: [...items, ...background()], collections };
}

describe('the examples of the ladder', () => {
  const examples = rowsUnder('An example of each rule');

  test('are one of each rule', () => {
    expect(examples.map(([first]) => codeOf(first))).toEqual(ladder.map(({ name }) => name));
  });

  test.each(examples.map((cells) => [codeOf(cells[0]), cells] as const))('%s', (rule, cells) => {
    const [, open, text, paid, payer] = cells;
    const who = codeOf(payer) === 'known' ? known : nobody;
    const { verdict } = weigh(ledgerOf(codeOf(open)), payment(minorOf(paid), codeOf(text), who));
    expect(verdict).toMatchObject({ action: 'apply', rule, reason: null });
  });
});
