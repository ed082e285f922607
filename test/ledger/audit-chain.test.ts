/** Whoever edits, removes or swaps an audit event is found; so is who cuts the end off, by a head that was kept elsewhere. */
import { expect, test } from 'vitest';
import { chainHash, genesisHash } from '../../src/ledger/audit.ts';
import {
  continueChain,
  endChain,
  startChain,
  type ChainBreak,
  type ChainLink,
  type ChainRow,
} from '../../src/ledger/plan/audit-chain.ts';
import { random, type Random } from '../support/random.ts';

type Chain = Readonly<{ rows: readonly ChainRow[]; head: ChainLink }>;

function chainOf(dice: Random, length: number): Chain {
  const rows: ChainRow[] = [];
  let hash = genesisHash;
  for (let number = 1; number <= length; number += 1) {
    const body = `{"actor":"é","details":{"cash":"${dice.below(1_000_000)}"},"type":"payment.applied"}`;
    rows.push({ sequence: BigInt(number), body, previousHash: hash, hash: chainHash(hash, body) });
    hash = rows.at(-1)?.hash ?? '';
  }
  return { rows, head: { sequence: BigInt(length), hash } };
}

const breaksOf = ({ rows, head }: Chain, anchor: ChainLink | null = null): readonly ChainBreak[] =>
  endChain(continueChain(startChain(anchor), rows), head);

const withRow = ({ rows, head }: Chain, index: number, change: (row: ChainRow) => ChainRow): Chain => ({
  head,
  rows: rows.map((row, at) => (at === index ? change(row) : row)),
});

/** Another byte at one place, as it would be read back. */
function edited(dice: Random, text: string): string {
  const bytes = Buffer.from(text, 'latin1');
  const at = dice.below(bytes.length);
  bytes[at] = ((bytes[at] ?? 0) + 1 + dice.below(255)) % 256;
  return bytes.toString('latin1');
}

const otherDigit = (dice: Random, hash: string): string => {
  const at = dice.below(hash.length);
  const digit = ((Number.parseInt(hash[at] ?? '0', 16) + 1 + dice.below(15)) % 16).toString(16);
  return hash.slice(0, at) + digit + hash.slice(at + 1);
};

// One change each; `truncation` also writes the head to match, as its owner could.
const damages: Readonly<Record<string, (dice: Random, chain: Chain) => Chain>> = {
  body: (dice, chain) =>
    withRow(chain, dice.below(chain.rows.length), (row) => ({ ...row, body: edited(dice, row.body) })),
  hash: (dice, chain) =>
    withRow(chain, dice.below(chain.rows.length), (row) => ({ ...row, hash: otherDigit(dice, row.hash) })),
  previousHash: (dice, chain) =>
    withRow(chain, dice.below(chain.rows.length), (row) => ({
      ...row,
      previousHash: otherDigit(dice, row.previousHash),
    })),
  deletion(dice, { rows, head }) {
    const index = dice.below(rows.length);
    return { head, rows: rows.filter((_, at) => at !== index) };
  },
  swap(dice, { rows, head }) {
    const [a = 0, b = 0] = dice.shuffled(rows.map((_, index) => index));
    const swapped = rows.map((row, index) => {
      const from = rows[index === a ? b : index === b ? a : index] ?? row;
      return { ...from, sequence: row.sequence };
    });
    return { head, rows: swapped };
  },
  truncation(dice, { rows }) {
    const kept = rows.slice(0, dice.below(rows.length));
    const last = kept.at(-1);
    return { rows: kept, head: { sequence: BigInt(kept.length), hash: last?.hash ?? genesisHash } };
  },
};

test('10,000 random edits of one row are all found', () => {
  const seed = process.env['TAMPER_SEED'] ?? 'tampered-1';
  const dice = random(seed);
  const chain = chainOf(dice, 40);
  expect(breaksOf(chain, chain.head)).toEqual([]);
  const kinds = Object.keys(damages);
  for (let index = 0; index < 10_000; index += 1) {
    const kind = kinds[index % kinds.length] ?? '';
    const damaged = damages[kind]?.(dice, chain) ?? chain;
    if (breaksOf(damaged, chain.head).length === 0) expect.fail(`TAMPER_SEED=${seed}: edit ${index}, ${kind}, unseen`);
  }
});

test('a cut-off end with a head to match is seen only with an anchor', () => {
  const chain = chainOf(random('cut'), 10);
  const cut = { rows: chain.rows.slice(0, 7), head: chain.rows[6] ?? chain.head };
  expect(breaksOf(cut)).toEqual([]);
  expect(breaksOf(cut, chain.rows[6])).toEqual([]);
  expect(breaksOf(cut, chain.head)).toEqual([
    { subject: 'anchor 10', off: 'is not in the chain: it was cut off or written anew' },
  ]);
});

test('a chain written anew is whole in itself, and lacks every earlier head', () => {
  const [old, anew] = [chainOf(random('old'), 10), chainOf(random('anew'), 12)];
  expect(breaksOf(anew)).toEqual([]);
  for (const anchor of old.rows) expect(breaksOf(anew, anchor)).toHaveLength(1);
  expect(breaksOf(anew, { sequence: 0n, hash: genesisHash })).toEqual([]);
});

test('pages are one walk, and what is missing has its number', () => {
  const { rows, head } = chainOf(random('pages'), 10);
  const paged = [rows.slice(0, 3), rows.slice(4, 8), rows.slice(8)].reduce(continueChain, startChain(null));
  expect(endChain(paged, head)).toEqual([
    { subject: 'audit event 4', off: 'is missing' },
    { subject: 'audit event 5', off: 'does not follow the one before it' },
  ]);
});
