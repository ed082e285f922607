/** What waits for a second person, and what they said: the request as it was asked, whole, with the hash that they agree to. */
import { and, eq } from 'drizzle-orm';
import type { Pool, PoolClient } from 'pg';
import type { CommandKind } from '../../domain/command.ts';
import type { LedgerId } from '../../domain/ids.ts';
import type { ApprovalReason } from '../commands/approval-needed.ts';
import { LedgerError } from '../errors.ts';
import { approvalRequests, approvals } from '../schema.ts';
import { inLedger } from '../transaction.ts';
import { readSubjects, type CommandSubject } from './command-subjects.ts';
import { document, ormOf } from './orm.ts';
import { pageOf, seek, type Page, type PageRequest } from './page.ts';

export const approvalStates = ['waiting', 'approved', 'rejected', 'withdrawn'] as const;
export type ApprovalState = (typeof approvalStates)[number];

export type ApprovalRecord = Readonly<{
  /** The command's. */
  id: string;
  kind: CommandKind;
  state: ApprovalState;
  author: string;
  /** The author's. */
  reason: string;
  request: unknown;
  subjects: readonly CommandSubject[];
  requestSha256: string;
  /** The limits that it passes. */
  reasons: readonly ApprovalReason[];
  requestedAt: Date;
  version: number;
  decision: Readonly<{
    decision: Exclude<ApprovalState, 'waiting'>;
    by: string;
    reason: string;
    decidedAt: Date;
  }> | null;
}>;

/** The request that was made last first. */
export async function listApprovals(
  pool: Pool,
  ledgerId: LedgerId,
  { state }: Readonly<{ state?: ApprovalState | undefined }>,
  request: PageRequest,
): Promise<Page<ApprovalRecord>> {
  const page = seek({ columns: [approvalRequests.requestedAt, approvalRequests.id], direction: 'descending' }, request);
  const ofState = state === undefined ? undefined : eq(approvalRequests.state, state);
  return inLedger(
    pool,
    ledgerId,
    async (tx) => {
      const rows = await selectApprovals(tx)
        .where(and(eq(approvalRequests.ledgerId, ledgerId), ofState, page.where))
        .orderBy(...page.orderBy)
        .limit(page.limit);
      const { items, next } = pageOf(rows, request, ({ requestedAt, id }) => [requestedAt.toISOString(), id]);
      return { items: await withSubjects(tx, ledgerId, items), next };
    },
    'snapshot',
  );
}

/** @throws LedgerError `ledger.approval_unknown` */
export async function findApproval(pool: Pool, ledgerId: LedgerId, id: string): Promise<ApprovalRecord> {
  return inLedger(
    pool,
    ledgerId,
    async (tx) => {
      const rows = await selectApprovals(tx).where(
        and(eq(approvalRequests.ledgerId, ledgerId), eq(approvalRequests.id, id)),
      );
      const [approval] = await withSubjects(tx, ledgerId, rows);
      if (approval === undefined) throw new LedgerError('ledger.approval_unknown', { request: id });
      return approval;
    },
    'snapshot',
  );
}

const selectApprovals = (tx: PoolClient) =>
  ormOf(tx)
    .select({
      id: approvalRequests.id,
      kind: approvalRequests.kind,
      state: approvalRequests.state,
      author: approvalRequests.author,
      request: approvalRequests.request,
      requestSha256: approvalRequests.requestSha256,
      reasons: document<readonly ApprovalReason[]>(approvalRequests.reasons),
      requestedAt: approvalRequests.requestedAt,
      version: approvalRequests.version,
      decision: {
        decision: approvals.decision,
        by: approvals.approver,
        reason: approvals.reason,
        decidedAt: approvals.decidedAt,
      },
    })
    .from(approvalRequests)
    .leftJoin(
      approvals,
      and(eq(approvals.ledgerId, approvalRequests.ledgerId), eq(approvals.requestId, approvalRequests.id)),
    );

type ApprovalRow = Awaited<ReturnType<typeof selectApprovals>>[number];

async function withSubjects(tx: PoolClient, ledgerId: LedgerId, rows: readonly ApprovalRow[]) {
  const asked = rows.map((row) => ({ row, ...readAsked(row.request) }));
  const subjectsOf = await readSubjects(tx, ledgerId, new Map(asked.map(({ row, request }) => [row.id, request])));
  return asked.map(({ row, kind, reason, request }): ApprovalRecord => ({
    ...row,
    kind,
    reason,
    request,
    subjects: subjectsOf(row.id),
  }));
}

export type AskedCommand = Readonly<{ kind: CommandKind; reason: string; request: unknown }>;

/** What was asked, of the text whose hash a second person agrees to. */
export const readAsked = (text: string): AskedCommand => JSON.parse(text) as AskedCommand;
