/** What people did: each command as it was asked, what became of it, what it booked, and whether that still stands. */
import { and, eq, gte, lt } from 'drizzle-orm';
import type { Pool, PoolClient } from 'pg';
import type { CommandKind } from '../../domain/command.ts';
import type { LedgerId } from '../../domain/ids.ts';
import { addDays, type LocalDate } from '../../domain/local-date.ts';
import { LedgerError } from '../errors.ts';
import { approvals, commands } from '../schema.ts';
import { inLedger } from '../transaction.ts';
import { readAsked } from './approvals.ts';
import { readSubjects, type CommandSubject } from './command-subjects.ts';
import { document, ormOf } from './orm.ts';
import { pageOf, seek, type Page, type PageRequest } from './page.ts';
import { postingsOfCommands, type PostingRecord } from './postings.ts';

export type DoneCommand = Readonly<{
  id: string;
  kind: CommandKind;
  actor: string;
  /** Who agreed, where it took two. */
  approver: string | null;
  reason: string;
  request: unknown;
  subjects: readonly CommandSubject[];
  outcome: unknown;
  doneAt: Date;
  postings: readonly PostingRecord[];
  /** Something of what it booked was taken back, or came back. */
  isReversed: boolean;
}>;

/** Days in UTC, included at both ends. */
export type CommandFilter = Readonly<{
  kind?: CommandKind | undefined;
  actor?: string | undefined;
  from?: LocalDate | undefined;
  to?: LocalDate | undefined;
}>;

/** The latest first. */
export async function listCommands(
  pool: Pool,
  ledgerId: LedgerId,
  { kind, actor, from, to }: CommandFilter,
  request: PageRequest,
): Promise<Page<DoneCommand>> {
  const page = seek({ columns: [commands.doneAt, commands.id], direction: 'descending' }, request);
  const conditions = [
    eq(commands.ledgerId, ledgerId),
    kind === undefined ? undefined : eq(commands.kind, kind),
    actor === undefined ? undefined : eq(commands.actor, actor),
    from === undefined ? undefined : gte(commands.doneAt, startOf(from)),
    to === undefined ? undefined : lt(commands.doneAt, startOf(addDays(to, 1))),
    page.where,
  ];
  return inLedger(
    pool,
    ledgerId,
    async (tx) => {
      const rows = await selectCommands(tx)
        .where(and(...conditions))
        .orderBy(...page.orderBy)
        .limit(page.limit);
      const { items, next } = pageOf(rows, request, ({ doneAt, id }) => [doneAt.toISOString(), id]);
      return { items: await withPostings(tx, ledgerId, items), next };
    },
    'snapshot',
  );
}

const startOf = (day: LocalDate): Date => new Date(`${day}T00:00:00.000Z`);

/** @throws LedgerError `ledger.not_found`: nothing was carried out under this id. */
export async function findCommand(pool: Pool, ledgerId: LedgerId, id: string): Promise<DoneCommand> {
  return inLedger(
    pool,
    ledgerId,
    async (tx) => {
      const rows = await selectCommands(tx).where(and(eq(commands.ledgerId, ledgerId), eq(commands.id, id)));
      const [command] = await withPostings(tx, ledgerId, rows);
      if (command === undefined) throw new LedgerError('ledger.not_found', { command: id });
      return command;
    },
    'snapshot',
  );
}

const selectCommands = (tx: PoolClient) =>
  ormOf(tx)
    .select({
      id: commands.id,
      actor: commands.actor,
      approver: approvals.approver,
      request: commands.request,
      outcome: document<object>(commands.outcome),
      doneAt: commands.doneAt,
    })
    .from(commands)
    .leftJoin(
      approvals,
      and(
        eq(approvals.ledgerId, commands.ledgerId),
        eq(approvals.requestId, commands.id),
        eq(approvals.decision, 'approved'),
      ),
    );

type CommandRow = Awaited<ReturnType<typeof selectCommands>>[number];

async function withPostings(
  tx: PoolClient,
  ledgerId: LedgerId,
  rows: readonly CommandRow[],
): Promise<readonly DoneCommand[]> {
  if (rows.length === 0) return [];
  const asked = rows.map((row) => ({ ...row, ...readAsked(row.request) }));
  const subjectsOf = await readSubjects(tx, ledgerId, new Map(asked.map(({ id, request }) => [id, request])));
  const booked = await postingsOfCommands(
    tx,
    ledgerId,
    rows.map(({ id }) => id),
  );
  return asked.map((command) => {
    const postings = booked.filter(({ sourceId }) => sourceId === command.id);
    const isReversed = postings.some(({ reversals }) => reversals.length > 0);
    return { ...command, subjects: subjectsOf(command.id), postings, isReversed };
  });
}
