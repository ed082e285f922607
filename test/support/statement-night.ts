/** One ledger that is sent texts instead of files: each call is a delivery, its answer what became of each file. */
import type { LedgerId } from '../../src/domain/ids.ts';
import { ensureLedger } from '../../src/ledger/commands/register.ts';
import { registerBankAccount } from '../../src/ledger/commands/register-bank-account.ts';
import type { AccountSettings } from '../../src/domain/account-policy.ts';
import type { PublishedFile } from '../../src/ledger/commands/publish-statement-file.ts';
import { storeStatementFile } from '../../src/ledger/commands/store-statement-file.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { publishStoredFiles } from '../../src/workers/jobs/publish-files.ts';
import type { WorkContext } from '../../src/workers/work-context.ts';
import type { CurrencyCode } from '../../src/domain/currency.ts';
import { act, sha256Of } from './books.ts';

export const mainAccount = 'FR7690817000420002148760545';

export type Night = Readonly<{
  ledgerId: LedgerId;
  /** Sends texts at once; what became of each file that was looked at, in the order of settlement. */
  send(...texts: readonly string[]): Promise<readonly string[]>;
  /** As {@link send}, with all that is known of the outcome. */
  deliver(...texts: readonly string[]): Promise<readonly PublishedFile[]>;
  stateOf(text: string): Promise<string>;
  register(settings: Partial<AccountSettings>, account?: string): Promise<string>;
  /** Rows of a query in this ledger. */
  query<Row extends object>(sql: string): Promise<readonly Row[]>;
  count(table: string): Promise<number>;
  /** What `lettrage verify` finds: nothing, or the checks that fail. */
  violations(): Promise<readonly string[]>;
}>;

export async function openNight(
  context: WorkContext,
  code = 'night',
  settings: Partial<AccountSettings> = {},
  account: string = mainAccount,
): Promise<Night> {
  const { pool } = context;
  const ledgerId = await ensureLedger(pool, code, code);
  const register = (given: Partial<AccountSettings>, identifier = account) =>
    registerBankAccount(
      pool,
      ledgerId,
      { identifier, currency: 'EUR' as CurrencyCode, name: 'Main', glAccount: '512100', ...given },
      act,
    );
  await register(settings);
  const deliver = async (...texts: readonly string[]) => {
    for (const text of texts) {
      async function* read() {
        yield Buffer.from(text);
      }
      await storeStatementFile(
        pool,
        ledgerId,
        { name: `${sha256Of(text).slice(0, 8)}.txt`, read, largestBytes: 1 << 24 },
        act,
      );
    }
    return publishStoredFiles(context, ledgerId);
  };
  const query = <Row extends object>(sql: string) =>
    inLedger(pool, ledgerId, async (tx) => (await tx.query<Row>(sql)).rows);
  return {
    ledgerId,
    deliver,
    register,
    query,
    send: async (...texts) => (await deliver(...texts)).map(outcomeOf),
    stateOf: async (text) => {
      const rows = await query<{ state: string }>(
        `select state from statement_file where sha256 = '${sha256Of(text)}'`,
      );
      return rows[0]?.state ?? 'unknown';
    },
    count: async (table) => (await query(`select 1 as one from ${table}`)).length,
    violations: async () =>
      (await verifyLedger(pool, ledgerId)).violations.map(({ check, subject }) => `${check}: ${subject}`),
  };
}

/** `held ingest.statement_gap` */
const outcomeOf = ({ state, findings }: PublishedFile): string =>
  [state, ...findings.map(({ code }) => code)].join(' ');
