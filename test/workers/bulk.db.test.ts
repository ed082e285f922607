/**
 * Fifty days of one account, in any order, twice, each time in other clothes: the books are the same as after one plain
 * delivery. `LETTRAGE_ORDERS` orders of each kind (1 by default), seeded by `LETTRAGE_SEED`.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WhenInDoubt } from '../../src/domain/account-policy.ts';
import type { CurrencyCode } from '../../src/domain/currency.ts';
import type { LedgerId } from '../../src/domain/ids.ts';
import { registerBankAccount } from '../../src/ledger/commands/register-bank-account.ts';
import { ensureLedger } from '../../src/ledger/commands/register.ts';
import { publishStoredFiles } from '../../src/workers/jobs/publish-files.ts';
import { storeFiles } from '../../src/workers/jobs/store-files.ts';
import { openThreads, type Threads } from '../../src/workers/threads.ts';
import { act, type WorkContext } from '../../src/workers/work-context.ts';
import { corpusFolder, hasCorpus } from '../ingest/shared-corpus.ts';
import { bankAccount, bankDays } from '../support/bank/days.ts';
import { bytesOf } from '../support/bank/formats.ts';
import { bookState, fileStates } from '../support/book-state.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { disguisesOf, type NamedFile } from '../support/disguises.ts';
import { firstDifference } from '../support/dump.ts';
import { random } from '../support/random.ts';
import { testContext } from '../support/work.ts';

const seed = process.env['LETTRAGE_SEED'] ?? 'bulk';
const euro = 'EUR' as CurrencyCode;
const orderCount = Number(process.env['LETTRAGE_ORDERS'] ?? '1');

type Days = Readonly<{
  format: 'camt.053' | 'mt940' | 'cfonb120';
  accounts: readonly string[];
  /** What to do about a day that is missing. */
  onMissingStatement: WhenInDoubt;
  files: readonly NamedFile[];
}>;

const invented = (format: Days['format']): Days => ({
  format,
  accounts: [bankAccount.iban],
  onMissingStatement: 'hold',
  files: bankDays({ seed: `bulk ${format}`, dayCount: 50, entriesPerDay: 8 }).map((day) => ({
    name: `${day.date}.${format}`,
    bytes: bytesOf(format, day),
  })),
});

const realFolder = `${corpusFolder}bulk/camt053/`;
const real = (): Days => ({
  format: 'camt.053',
  accounts: ['LT625883379695428516', 'LT414319056143772570'],
  // Two banking days are not among them: 11 and 30 April.
  onMissingStatement: 'publish',
  files: readdirSync(realFolder).map((name) => ({ name, bytes: readFileSync(realFolder + name) })),
});

const kinds: readonly (readonly [string, () => Days])[] = [
  ['invented days in camt.053', () => invented('camt.053')],
  ['invented days in MT940', () => invented('mt940')],
  ['invented days in CFONB 120', () => invented('cfonb120')],
  ...(hasCorpus && existsSync(realFolder) ? [['real days of the shared corpus', real] as const] : []),
];

const folder = mkdtempSync(join(tmpdir(), 'lettrage-bulk-'));
let threads: Threads;

beforeAll(() => {
  threads = openThreads(2);
});
afterAll(async () => {
  await threads.close();
  rmSync(folder, { recursive: true });
});

type Books = Readonly<{ database: TestDatabase; context: WorkContext; ledgerId: LedgerId }>;

async function inBooks<T>({ accounts, onMissingStatement }: Days, work: (books: Books) => Promise<T>): Promise<T> {
  const database = await createTestDatabase('bulk');
  try {
    const context = testContext(database, threads);
    const ledgerId = await ensureLedger(database.pool, 'bulk', 'Bulk');
    for (const identifier of accounts) {
      const settings = { identifier, currency: euro, name: 'Main', glAccount: '512100', onMissingStatement };
      await registerBankAccount(database.pool, ledgerId, settings, act(context));
    }
    return await work({ database, context, ledgerId });
  } finally {
    await database.drop();
  }
}

let deliveryCount = 0;

/** Stores the files together, as one night does, and publishes what can be. */
async function deliver({ context, ledgerId }: Books, files: readonly NamedFile[]) {
  const night = join(folder, String((deliveryCount += 1)));
  const paths = files.map(({ name, bytes }, index) => {
    // Two files of one night may have one name, as from two folders of a bank.
    const own = join(night, String(index));
    mkdirSync(own, { recursive: true });
    writeFileSync(join(own, name), bytes);
    return join(own, name);
  });
  const { problems } = await storeFiles(context, ledgerId, paths);
  expect(problems).toEqual([]);
  return publishStoredFiles(context, ledgerId);
}

/** The files in nights of five to thirty. */
function nightsOf(files: readonly NamedFile[], below: (bound: number) => number): readonly (readonly NamedFile[])[] {
  const nights: NamedFile[][] = [];
  for (let at = 0; at < files.length;) {
    const count = 5 + below(26);
    nights.push(files.slice(at, at + count));
    at += count;
  }
  return nights;
}

describe.runIf(hasCorpus)('real days of the shared corpus, where present', () => {
  test('stop at the days that are missing among them, and name them', async () => {
    const days: Days = { ...real(), onMissingStatement: 'hold' };
    await inBooks(days, async (books) => {
      const outcomes = await deliver(books, days.files);
      expect(await fileStates(books.database.pool, books.ledgerId)).toEqual({ held: 27, published: 23 });
      const said = outcomes.flatMap(({ findings }) => findings.map(({ message }) => message));
      const gaps = said.filter((message) => message.startsWith('A statement is missing'));
      expect(gaps).toEqual([
        expect.stringContaining('opens on 2024-05-02'),
        expect.stringMatching(/opens on 2024-04-12.*2024-04-10 closes/),
      ]);
    });
  });
});

describe.each(kinds)('%s', (kind, make) => {
  const days = make();
  let expected: string;

  beforeAll(async () => {
    expected = await inBooks(days, async (books) => {
      await deliver(books, days.files);
      expect(await fileStates(books.database.pool, books.ledgerId)).toEqual({ published: days.files.length });
      return bookState(books.database.pool, books.ledgerId);
    });
  });

  test.each(Array.from({ length: orderCount }, (_, order) => order))(
    'make the same books in order %i, twice, in any clothes',
    async (order) => {
      const own = random(`${seed} ${kind} ${order}`);
      const disguises = disguisesOf(days.format);
      const dressed = days.files.map((file, index) => disguises[(index + order) % disguises.length]?.(file) ?? file);
      const again = days.files.map((file) => own.pick(disguises)(file));
      await inBooks(days, async (books) => {
        const nights = [...nightsOf(own.shuffled(dressed), own.below), ...nightsOf(own.shuffled(again), own.below)];
        for (const night of nights) await deliver(books, night);
        const { pool } = books.database;
        const state = await bookState(pool, books.ledgerId);
        expect(firstDifference(expected, state), `seed ${seed}, order ${order}`).toBeNull();
        const { published, duplicate = 0, ...others } = await fileStates(pool, books.ledgerId);
        expect([published, others]).toEqual([days.files.length, {}]);
        expect(duplicate).toBeGreaterThan(0);
      });
    },
  );
});
