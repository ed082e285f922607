/** The files that came, under which names, what is wrong with them, and the proof of each statement inside. */
import { and, asc, desc, eq, lt, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Pool } from 'pg';
import type { FileSha256, LedgerId, StatementId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { Money } from '../../domain/money.ts';
import type { Finding } from '../../domain/statement.ts';
import type { FileState } from '../file-state.ts';
import { LedgerError } from '../errors.ts';
import { bankAccounts, statementFileArrivals, statementFiles, statements } from '../schema.ts';
import { amountOf, document, readLedger, typed, type Orm } from './orm.ts';
import { pageOf, seek, type Page, type PageRequest } from './page.ts';

export type StatementFileRecord = Readonly<{
  sha256: FileSha256;
  sizeBytes: number;
  state: FileState;
  format: string | null;
  formatVersion: string | null;
  /** The name under which it first came, and when. */
  name: string;
  firstArrivedAt: Date;
}>;

type Arrival = Readonly<{ name: string; arrivedAt: Date }>;

/** `opening` + `credits` - `debits` = `closing`; the balances are signed, the sums are not. */
type StatementProof = Readonly<{ opening: Money; credits: Money; debits: Money; closing: Money }>;

export type StatementRow = Readonly<{
  id: StatementId;
  bankAccount: string;
  bankStatementId: string | null;
  sequence: string | null;
  fromDate: LocalDate | null;
  toDate: LocalDate | null;
  statementDate: LocalDate;
  entryCount: number;
  proof: StatementProof;
  findings: Finding[];
}>;

export type StatementFileHistory = StatementFileRecord &
  Readonly<{
    parser: string | null;
    findings: Finding[];
    /** Latest first, at most {@link mostArrivals}. */
    arrivals: readonly Arrival[];
    /** In file order; none unless the file is published. */
    statements: readonly StatementRow[];
  }>;

export const mostArrivals = 100;

/** The columns of a {@link StatementFileRecord}. */
export const fileSelection = {
  sha256: typed<FileSha256>(statementFiles.sha256),
  sizeBytes: statementFiles.sizeBytes,
  state: statementFiles.state,
  format: statementFiles.format,
  formatVersion: statementFiles.formatVersion,
  name: statementFileArrivals.name,
  firstArrivedAt: statementFileArrivals.arrivedAt,
};

/** Files stand where they first arrived, latest first: a file that comes again does not move while one pages. */
export async function listStatementFiles(
  pool: Pool,
  ledgerId: LedgerId,
  { state }: Readonly<{ state?: FileState | undefined }>,
  request: PageRequest,
): Promise<Page<StatementFileRecord>> {
  const page = seek({ columns: [statementFileArrivals.id], direction: 'descending' }, request);
  const inState = state === undefined ? undefined : eq(statementFiles.state, state);
  const rows = await readLedger(pool, ledgerId, (orm) =>
    orm
      .select({ file: fileSelection, arrivalId: statementFileArrivals.id })
      .from(statementFileArrivals)
      .innerJoin(statementFiles, isArrivalOfFile)
      .where(and(eq(statementFileArrivals.ledgerId, ledgerId), isFirstArrival(orm), inState, page.where))
      .orderBy(...page.orderBy)
      .limit(page.limit),
  );
  const { items, next } = pageOf(rows, request, ({ arrivalId }) => [arrivalId]);
  return { items: items.map(({ file }) => file), next };
}

export const isArrivalOfFile = and(
  eq(statementFiles.ledgerId, statementFileArrivals.ledgerId),
  eq(statementFiles.sha256, statementFileArrivals.sha256),
);

export function isFirstArrival(orm: Orm) {
  const earlier = alias(statementFileArrivals, 'earlier');
  const isEarlier = and(
    eq(earlier.ledgerId, statementFileArrivals.ledgerId),
    eq(earlier.sha256, statementFileArrivals.sha256),
    lt(earlier.id, statementFileArrivals.id),
  );
  return notExists(
    orm
      .select({ one: sql`1` })
      .from(earlier)
      .where(isEarlier),
  );
}

/** @throws LedgerError `ledger.not_found` */
export async function findStatementFile(
  pool: Pool,
  ledgerId: LedgerId,
  sha256: FileSha256,
): Promise<StatementFileHistory> {
  return readLedger(pool, ledgerId, async (orm) => {
    const [file] = await orm
      .select({
        ...fileSelection,
        parser: statementFiles.parser,
        findings: document<Finding[]>(statementFiles.findings),
      })
      .from(statementFileArrivals)
      .innerJoin(statementFiles, isArrivalOfFile)
      .where(and(eq(statementFiles.ledgerId, ledgerId), eq(statementFiles.sha256, sha256)))
      .orderBy(asc(statementFileArrivals.id))
      .limit(1);
    if (file === undefined) throw new LedgerError('ledger.not_found', { statementFile: sha256 });
    const arrivals = await listArrivals(orm, ledgerId, sha256);
    return { ...file, arrivals, statements: await listStatements(orm, ledgerId, sha256) };
  });
}

const listArrivals = (orm: Orm, ledgerId: LedgerId, sha256: FileSha256): Promise<readonly Arrival[]> =>
  orm
    .select({ name: statementFileArrivals.name, arrivedAt: statementFileArrivals.arrivedAt })
    .from(statementFileArrivals)
    .where(and(eq(statementFileArrivals.ledgerId, ledgerId), eq(statementFileArrivals.sha256, sha256)))
    .orderBy(desc(statementFileArrivals.id))
    .limit(mostArrivals);

async function listStatements(orm: Orm, ledgerId: LedgerId, sha256: FileSha256): Promise<readonly StatementRow[]> {
  const rows = await orm
    .select({
      id: typed<StatementId>(statements.id),
      bankAccount: bankAccounts.identifier,
      bankStatementId: statements.bankStatementId,
      sequence: statements.sequence,
      fromDate: typed<LocalDate | null>(statements.fromDate),
      toDate: typed<LocalDate | null>(statements.toDate),
      statementDate: typed<LocalDate>(statements.statementDate),
      entryCount: statements.entryCount,
      findings: document<Finding[]>(statements.findings),
      opening: amountOf(statements.openingMinor, statements.currency),
      credits: amountOf(statements.creditsMinor, statements.currency),
      debits: amountOf(statements.debitsMinor, statements.currency),
      closing: amountOf(statements.closingMinor, statements.currency),
    })
    .from(statements)
    .innerJoin(
      bankAccounts,
      and(eq(bankAccounts.ledgerId, statements.ledgerId), eq(bankAccounts.id, statements.bankAccountId)),
    )
    .where(and(eq(statements.ledgerId, ledgerId), eq(statements.sha256, sha256)))
    .orderBy(asc(statements.statementIndex));
  return rows.map(({ opening, credits, debits, closing, ...row }) => ({
    ...row,
    proof: { opening, credits, debits, closing },
  }));
}
