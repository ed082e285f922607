/** What people asked for payments of the queue and a second person has not said a word about yet. */
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { CommandKind } from '../../domain/command.ts';
import type { LedgerId, PaymentId } from '../../domain/ids.ts';
import type { ApprovalReason } from '../commands/approval-needed.ts';
import { approvalRequests } from '../schema.ts';
import { readAsked } from './approvals.ts';
import { document, type Orm } from './orm.ts';

export type WaitingCommand = Readonly<{
  /** The command's, and the approval's. */
  id: string;
  kind: CommandKind;
  author: string;
  /** The author's. */
  reason: string;
  /** The limits that it passes. */
  limits: readonly ApprovalReason[];
  requestedAt: Date;
}>;

// Canonical JSON has neither blanks nor, within a text, a quote without its backslash: only the member itself is found.
const paymentOfRequest = sql<PaymentId>`substring(${approvalRequests.request} from '"paymentId":"([0-9a-f-]{36})"')`;

/** @returns the oldest first, by payment; none for a payment that nothing was asked for. */
export async function readWaitingCommands(
  orm: Orm,
  ledgerId: LedgerId,
  paymentIds: readonly PaymentId[],
): Promise<ReadonlyMap<PaymentId, readonly WaitingCommand[]>> {
  if (paymentIds.length === 0) return new Map();
  const rows = await orm
    .select({
      paymentId: paymentOfRequest,
      id: approvalRequests.id,
      author: approvalRequests.author,
      request: approvalRequests.request,
      limits: document<readonly ApprovalReason[]>(approvalRequests.reasons),
      requestedAt: approvalRequests.requestedAt,
    })
    .from(approvalRequests)
    .where(
      and(
        eq(approvalRequests.ledgerId, ledgerId),
        eq(approvalRequests.state, 'waiting'),
        inArray(paymentOfRequest, [...paymentIds]),
      ),
    )
    .orderBy(asc(approvalRequests.requestedAt), asc(approvalRequests.id));
  const byPayment = new Map<PaymentId, WaitingCommand[]>();
  for (const { paymentId, request, ...row } of rows) {
    const { kind, reason } = readAsked(request);
    const known = byPayment.get(paymentId) ?? [];
    byPayment.set(paymentId, [...known, { ...row, kind, reason }]);
  }
  return byPayment;
}
