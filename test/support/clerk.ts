/** A clerk at work on books of a test: asks, approves, and reads what stands. */
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { Command, CommandKind, CommandRequests } from '../../src/domain/command.ts';
import type { LedgerId } from '../../src/domain/ids.ts';
import { carryOut, decideApproval, type CommandResult } from '../../src/ledger/commands/carry-out.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { act } from './books.ts';

export type Clerk = Readonly<{
  ask<Kind extends CommandKind>(kind: Kind, request: CommandRequests[Kind], id?: string): Promise<CommandResult>;
  /** Asks, and has a second person agree where one is needed. */
  askWithTwo<Kind extends CommandKind>(kind: Kind, request: CommandRequests[Kind]): Promise<CommandResult>;
  told(sql: string): Promise<readonly Record<string, unknown>[]>;
}>;

export const secondPerson = { ...act, actor: 'second person' };

export function clerkOf(pool: Pool, ledgerId: LedgerId): Clerk {
  const ask: Clerk['ask'] = (kind, request, id = randomUUID()) =>
    carryOut(pool, ledgerId, { id, kind, request, reason: 'a test' } as Command, act);
  return {
    ask,
    async askWithTwo(kind, request) {
      const id = randomUUID();
      const asked = await ask(kind, request, id);
      if (asked.state !== 'waiting') return asked;
      const approval = {
        requestId: id,
        requestSha256: asked.requestSha256,
        decision: 'approved',
        reason: 'seen',
      } as const;
      return decideApproval(pool, ledgerId, approval, secondPerson);
    },
    told: async (sql) => (await inLedger(pool, ledgerId, (tx) => tx.query<Record<string, unknown>>(sql))).rows,
  };
}

/** A field of what a command answered. */
export function answered(result: CommandResult, field: string): string {
  if (result.state !== 'done') throw new Error(`the command is ${result.state}`);
  return String((result.outcome as Readonly<Record<string, unknown>>)[field]);
}
