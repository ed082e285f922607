/**
 * Turns files that were read into statements, entries and payments: all of a file in one transaction, or nothing of it.
 * What is to be done with each is decided in plan/publication.ts; here it is written.
 */
import type { Pool, PoolClient } from 'pg';
import type { FileSha256, LedgerId } from '../../domain/ids.ts';
import {
  roleOfFormat,
  type FileOutcome,
  type Finding,
  type StatementFormat,
  type StatementSummary,
} from '../../domain/statement.ts';
import { appendAuditEvents, type Act } from '../audit.ts';
import { LedgerError } from '../errors.ts';
import { isSettled, type FileState } from '../file-state.ts';
import { enqueue } from '../jobs.ts';
import { planPublication, planTogether, type PublicationPlan } from '../plan/publication.ts';
import { inLedger } from '../transaction.ts';
import { enrichPublished } from './enrich-entries.ts';
import { lockAccounts, type LedgerAccount, type LedgerAccounts } from './lock-accounts.ts';
import { arrivedStatements, readChains } from './publication-input.ts';
import { publishReports } from './publish-reports.ts';
import { writeStatements, type PlannedRead } from './write-statements.ts';

/** What reading a file gave; its entries are staged. */
export type ReadFile = Readonly<{
  sha256: FileSha256;
  format: StatementFormat | null;
  version: string | null;
  parser: string;
  outcome: FileOutcome;
  findings: readonly Finding[];
  statements: readonly Readonly<{ summary: StatementSummary; digest: string }>[];
}>;

export type PublishedFile = Readonly<{
  sha256: FileSha256;
  state: FileState;
  /** Why it was kept back; or what is to be told of a file that was taken. */
  findings: readonly Finding[];
  statementCount: number;
  entryCount: number;
  paymentCount: number;
}>;

/** What was decided of a file: `state` and `findings` are kept with it, `notes` only told. */
export type FileDecision = Readonly<{
  state: FileState;
  findings: readonly Finding[];
  notes: readonly Finding[];
  counts: Readonly<{ statementCount: number; entryCount: number; paymentCount: number }>;
}>;

export const noCounts = { statementCount: 0, entryCount: 0, paymentCount: 0 } as const;

/**
 * Publishes, compares, holds or quarantines the file; one that is settled already stays as it is.
 *
 * What is staged of a held file stays: it may fit together with others (see {@link publishTogether}).
 */
export async function publishStatementFile(
  pool: Pool,
  ledgerId: LedgerId,
  file: ReadFile,
  act: Act,
): Promise<PublishedFile> {
  return inLedger(pool, ledgerId, async (tx) => {
    const before = await begin(tx, ledgerId, file.sha256);
    if (isSettled(before.state)) return settledAlready(tx, ledgerId, file.sha256, before);
    const decided = await decide(tx, ledgerId, file, before, act);
    return finish(tx, ledgerId, file, before, decided, act);
  });
}

/**
 * Publishes held files that fit only together, in one transaction; the others stay held, and say for what.
 *
 * @returns one outcome for each file, in their order.
 */
export async function publishTogether(
  pool: Pool,
  ledgerId: LedgerId,
  files: readonly ReadFile[],
  act: Act,
): Promise<readonly PublishedFile[]> {
  return inLedger(pool, ledgerId, async (tx) => {
    const rows = new Map<FileSha256, FileRow>();
    for (const sha256 of files.map((file) => file.sha256).toSorted())
      rows.set(sha256, await begin(tx, ledgerId, sha256));
    const waiting = files.filter(isBookedFormat).filter(({ sha256 }) => rows.get(sha256)?.state === 'held');
    const accounts = await lockAccounts(tx, ledgerId, summariesOf(waiting));
    const arrived = [];
    for (const file of waiting) {
      arrived.push(await arrivedStatements(tx, ledgerId, file, accounts, isReleased(rows.get(file.sha256))));
    }
    const plans = planTogether(arrived, await readChains(tx, ledgerId, accounts));
    const published: PublishedFile[] = [];
    for (const [index, file] of waiting.entries()) {
      const [plan, before] = [plans[index], rows.get(file.sha256)];
      if (plan === undefined || before === undefined) throw new Error('a file was planned without being there');
      const decided = await carryOut(tx, ledgerId, file, plan, accounts, act);
      published.push(await finish(tx, ledgerId, file, before, decided, act));
    }
    return published;
  });
}

/** Forgets what was staged of files that stay held: they are read again when something comes. */
export const forgetStagedEntries = (pool: Pool, ledgerId: LedgerId, files: readonly FileSha256[]): Promise<void> =>
  inLedger(pool, ledgerId, async (tx) => {
    for (const sha256 of files) await forgetStaged(tx, ledgerId, sha256);
  });

const forgetStaged = (tx: PoolClient, ledgerId: LedgerId, sha256: FileSha256) =>
  tx.query('delete from staged_entry where ledger_id = $1 and sha256 = $2', [ledgerId, sha256]);

type FileRow = Readonly<{ state: FileState; findings: readonly Finding[]; release: object | null }>;

const isReleased = (row: FileRow | undefined): boolean => row !== undefined && row.release !== null;

async function begin(tx: PoolClient, ledgerId: LedgerId, sha256: FileSha256): Promise<FileRow> {
  // Staging has no statistics yet: taken for one row, 50,000 would be joined row by row (two minutes instead of two seconds).
  await tx.query('set local enable_nestloop = off');
  const { rows } = await tx.query<FileRow>(
    'select state, findings, release from statement_file where ledger_id = $1 and sha256 = $2 for update',
    [ledgerId, sha256],
  );
  if (rows[0] === undefined) throw new LedgerError('ledger.not_found', { statementFile: sha256 });
  return rows[0];
}

async function settledAlready(tx: PoolClient, ledgerId: LedgerId, sha256: FileSha256, { state, findings }: FileRow) {
  await forgetStaged(tx, ledgerId, sha256);
  return { sha256, state, findings, ...noCounts };
}

type BookedFile = ReadFile & Readonly<{ format: StatementFormat }>;
const isBookedFormat = (file: ReadFile): file is BookedFile =>
  file.format !== null && roleOfFormat[file.format] === 'booked';
const summariesOf = (files: readonly ReadFile[]): readonly StatementSummary[] =>
  files.flatMap(({ statements }) => statements.map(({ summary }) => summary));

async function decide(
  tx: PoolClient,
  ledgerId: LedgerId,
  file: ReadFile,
  before: FileRow,
  act: Act,
): Promise<FileDecision> {
  const refused = file.findings.filter(({ severity }) => severity === 'refuse');
  if (file.outcome !== 'accepted' || refused.length > 0 || file.format === null) {
    const inside = summariesOf([file]).flatMap(({ findings }) =>
      findings.filter(({ severity }) => severity === 'refuse'),
    );
    return { state: 'quarantined', findings: [...refused, ...inside], notes: [], counts: noCounts };
  }
  const accounts = await lockAccounts(tx, ledgerId, summariesOf([file]));
  if (!isBookedFormat(file)) return publishReports(tx, ledgerId, file, accounts, act);
  const arrived = await arrivedStatements(tx, ledgerId, file, accounts, isReleased(before));
  const plan = planPublication(arrived, await readChains(tx, ledgerId, accounts));
  return carryOut(tx, ledgerId, file, plan, accounts, act);
}

/** Writes what was planned of a file, and what reports had said of its entries before. */
async function carryOut(
  tx: PoolClient,
  ledgerId: LedgerId,
  file: BookedFile,
  plan: PublicationPlan,
  accounts: LedgerAccounts,
  act: Act,
): Promise<FileDecision> {
  const readByIndex = new Map(file.statements.map((read) => [read.summary.statementIndex, read]));
  const statements = plan.publish.map((planned): PlannedRead & { account: LedgerAccount } => {
    const read = readByIndex.get(planned.statementIndex);
    const account = accounts.all.find(({ id }) => id === planned.bankAccountId);
    if (read === undefined || account === undefined) throw new Error('planned a statement that was not read');
    return { summary: planned.summary, digest: read.digest, planned, account };
  });
  const counts = statements.length === 0 ? noCounts : await writeStatements(tx, ledgerId, file.sha256, statements, act);
  const touched = new Map(statements.map(({ account }) => [account.id, account]));
  const notes = [...plan.notes];
  let addedCount = 0;
  for (const account of touched.values()) {
    await becomeMaster(tx, ledgerId, account, file.format, act);
    const enriched = await enrichPublished(tx, ledgerId, account.id, file.sha256, act);
    addedCount += enriched.addedCount;
    notes.push(...enriched.findings);
  }
  const paymentCount = counts.paymentCount + addedCount;
  // Jobs last: the lock order of ARCHITECTURE.md.
  const currencies = paymentCount === 0 ? [] : [...touched.values()].map(({ currency }) => currency);
  for (const currency of new Set(currencies)) await enqueue(tx, ledgerId, 'match', currency);
  return { state: plan.state, findings: plan.findings, notes, counts: { ...counts, paymentCount } };
}

/** The first statement that is published of an account decides in which format it is kept: docs/decisions/0014. */
async function becomeMaster(
  tx: PoolClient,
  ledgerId: LedgerId,
  account: LedgerAccount,
  format: StatementFormat,
  act: Act,
): Promise<void> {
  const { rowCount } = await tx.query(
    'update bank_account set master_format = $3 where ledger_id = $1 and id = $2 and master_format is null',
    [ledgerId, account.id, format],
  );
  if (rowCount !== 1) return;
  const details = { account: account.identifier, format };
  await appendAuditEvents(
    tx,
    ledgerId,
    [{ type: 'bank_account.master_format_set', subject: account.id, details }],
    act,
  );
}

async function finish(
  tx: PoolClient,
  ledgerId: LedgerId,
  { sha256, format, version, parser }: ReadFile,
  before: FileRow,
  { state, findings, notes, counts }: FileDecision,
  act: Act,
): Promise<PublishedFile> {
  const codes = findings.map(({ code }) => code);
  await tx.query(
    `update statement_file set state = $3, format = $4, format_version = $5, parser = $6, findings = $7
     where ledger_id = $1 and sha256 = $2`,
    [ledgerId, sha256, state, format, version, parser, JSON.stringify(findings)],
  );
  // Findings outlive the state: reading a quarantined or held file again with the same result is no news.
  const isNews = codes.length === 0 || before.findings.map(({ code }) => code).join() !== codes.join();
  if (isNews && state !== 'published') {
    const event = { type: `statement_file.${state}`, subject: sha256, details: { codes } };
    await appendAuditEvents(tx, ledgerId, [event], act);
  }
  if (state !== 'held') await forgetStaged(tx, ledgerId, sha256);
  return { sha256, state, findings: [...findings, ...notes], ...counts };
}
