/** Commands that wait for a second person, each made for one request of the walk. */
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { Command } from '../../../src/domain/command.ts';
import type { CustomerId, LedgerId } from '../../../src/domain/ids.ts';
import { carryOut, decideApproval } from '../../../src/ledger/commands/carry-out.ts';
import { act, day } from '../../support/books.ts';
import type { BookScenes } from './scenes.ts';

export type Waiting = Readonly<{ approvalId: string; requestSha256: string }>;

/** What one person may in the books of the walk. */
export const limits = {
  writeOff: '5.00',
  writeOffBp: 100,
  writeOffMonthly: '25.00',
  approveWriteOff: '1.00',
  approveRefund: '500.00',
  approveTransfer: '500.00',
} as const;

export function approvalScenesOf(pool: Pool, ledgerId: LedgerId, scenes: BookScenes) {
  const { clerk, item, writeOff, firstOf } = scenes;
  async function ask(asked: Pick<Command, 'kind' | 'request'>, author = 'second person'): Promise<Waiting> {
    const approvalId = randomUUID();
    const command = { id: approvalId, reason: 'a test', ...asked } as Command;
    const waiting = await carryOut(pool, ledgerId, command, { ...act, actor: author });
    if (waiting.state !== 'waiting') throw new Error(`${asked.kind} is ${waiting.state}`);
    return { approvalId, requestSha256: waiting.requestSha256 };
  }
  const decide = ({ approvalId, requestSha256 }: Waiting, decision: 'approved' | 'rejected') =>
    decideApproval(
      pool,
      ledgerId,
      { requestId: approvalId, requestSha256, decision, reason: 'a test' },
      { ...act, actor: 'third person' },
    );
  /** A refund above what one person may. */
  async function refund(author?: string) {
    const { openItemId } = await item({ kind: 'credit_note', amount: '600.00' });
    const request = { openItemId, residual: '600.00', amount: '600.00' };
    return { openItemId, ...(await ask({ kind: 'refund_credit', request }, author)) };
  }
  return {
    waiting: (author: string): Promise<Waiting> => refund(author),
    async waitingNoMore() {
      const waiting = await refund();
      await decide(waiting, 'rejected');
      return waiting;
    },
    async waitingForWhatChanged() {
      const waiting = await refund();
      await writeOff(waiting.openItemId, '600.00');
      return waiting;
    },
    /** A transfer of more than is left: what it clears is looked at when it is carried out. */
    async waitingForTooMuch() {
      const { openItemId } = await item({ amount: '600.00' });
      const { customerId } = await item();
      const toCustomerId = customerId as CustomerId;
      const request = { openItemId, residual: '600.00', amount: '700.00', toCustomerId };
      return ask({ kind: 'transfer_item', request });
    },
    /** A write-off that a second person could agree to when it was asked. */
    async waitingUnderOldLimits() {
      const { openItemId } = await item({ amount: '600.00' });
      const waiting = await ask({ kind: 'write_off', request: { openItemId, residual: '600.00', amount: '4.00' } });
      await clerk.askWithTwo('set_tolerances', { ...limits, writeOff: '3.00' });
      return waiting;
    },
    /** In a closed period it takes two to take a letter back; two asked for it, and one was heard. */
    async waitingForWhatIsTakenBack() {
      const { postingId } = await scenes.settled();
      const last = `select max(closed_through)::text as id from period_close where ledger_id = $1`;
      if ((await firstOf(last, [])) < '2026-03-30')
        await clerk.ask('close_period', { closedThrough: day('2026-03-30') });
      const [waiting, heard] = [
        await ask({ kind: 'reverse_posting', request: { postingId } }),
        await ask({ kind: 'reverse_posting', request: { postingId } }),
      ];
      await decide(heard, 'approved');
      return waiting;
    },
  };
}
