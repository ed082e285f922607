/** A ledger to pull into, sources to pull from, and short deadlines. */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkSources, type Source } from '../../src/config/sources.ts';
import type { FileSha256, LedgerId } from '../../src/domain/ids.ts';
import { ensureLedger } from '../../src/ledger/commands/register.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { transferLimits, type TransferLimits } from '../../src/transfer/limits.ts';
import { pullSource, type PullContext, type SourcePull } from '../../src/transfer/pull-source.ts';
import { openThreads } from '../../src/workers/threads.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { testContext } from './work.ts';

/** Short enough for a stall to be over soon; long enough for a machine that is busy. */
export const hastyLimits: TransferLimits = {
  ...transferLimits,
  connectMs: 1_500,
  operationMs: 1_000,
  fetchFixedMs: 1_500,
  firstPauseMs: 5,
  longestPauseMs: 20,
  settleMs: 0,
  goodbyeMs: 200,
};

export type TransferBooks = Readonly<{
  database: TestDatabase;
  ledgerId: LedgerId;
  /** Private to this test; `sources.json` and secrets go there too. */
  folder: string;
  context: PullContext;
  pull: (source: Source, more?: Partial<PullContext>) => Promise<SourcePull>;
  /** SHA-256 of every file in the books, sorted. */
  stored: () => Promise<readonly FileSha256[]>;
  close: () => Promise<void>;
}>;

export async function openTransferBooks(name: string): Promise<TransferBooks> {
  const database = await createTestDatabase(name);
  const folder = mkdtempSync(join(tmpdir(), 'lettrage-transfer-'));
  const threads = openThreads(1);
  const ledgerId = await ensureLedger(database.pool, 'main', 'main');
  const context: PullContext = {
    work: { ...testContext(database, threads), now: () => new Date() },
    dataDir: join(folder, 'data'),
    random: Math.random,
    stop: new AbortController().signal,
    limits: hastyLimits,
  };
  return {
    database,
    ledgerId,
    folder,
    context,
    pull: (source, more = {}) => pullSource({ ...context, ...more }, source, ledgerId),
    stored: () =>
      inLedger(database.pool, ledgerId, async (tx) => {
        const { rows } = await tx.query<{ sha256: FileSha256 }>('select sha256 from statement_file order by sha256');
        return rows.map(({ sha256 }) => sha256);
      }),
    close: async () => {
      await threads.close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A source as `LETTRAGE_SOURCES` would give it. */
export function sourceOf(written: Readonly<Record<string, unknown>>, folder: string): Source {
  const read = checkSources([{ name: 'bank', ledger: 'main', settledSeconds: 0, ...written }], folder);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const [source] = read.value;
  if (source === undefined) throw new Error('no source');
  return source;
}

/** What a source says of an SFTP server on this machine, but for the secret that `user` shows there. */
export const sftpServerAs = (
  { port, fingerprint }: Readonly<{ port: number; fingerprint: string }>,
  user: string,
  folder: string,
) => ({ kind: 'sftp', host: '127.0.0.1', port, user, hostKeySha256: [fingerprint], folders: [folder] });

export function secretFile(folder: string, name: string, text: string, mode = 0o600): string {
  const path = join(folder, name);
  writeFileSync(path, text, { mode });
  return path;
}

/** One day of one account in MT940, told from others by its reference; `lineCount` makes it longer. */
export function mt940Day(reference: string, lineCount = 1): string {
  const lines = Array.from(
    { length: lineCount },
    (_, index) => `:61:2603020302C1,00NTRFREF${index}\r\n:86:Payment ${index}`,
  );
  return [
    `:20:${reference}`,
    ':25:FR7630006000011234567890189',
    ':28C:1/1',
    ':60F:C260301EUR100,00',
    ...lines,
    `:62F:C260302EUR${100 + lineCount},00`,
    '',
  ].join('\r\n');
}

export const isThere = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;
