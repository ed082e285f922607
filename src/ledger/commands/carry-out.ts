/**
 * The one way in for what people ask: once per command id, whole or not at all, and by two people where one is not enough.
 *
 * A command runs in one transaction with the row that remembers it, so that the same id again gives the same answer. When
 * it passes a limit, nothing of it is kept but the request; a second person approves the hash of what was asked, and the
 * command then runs as its author's, on the books as they stand: what changed meanwhile makes it stale, and withdrawn.
 */
import { createHash } from 'node:crypto';
import { tracingChannel } from 'node:diagnostics_channel';
import { DatabaseError, type Pool, type PoolClient } from 'pg';
import type { Command, CommandKind, CommandRequests } from '../../domain/command.ts';
import type { LedgerId } from '../../domain/ids.ts';
import { appendAuditEvents, type Act, type AuditEvent } from '../audit.ts';
import { canonicalJson, type CanonicalValue } from '../canonical-json.ts';
import { LedgerError } from '../errors.ts';
import { inLedger } from '../transaction.ts';
import { ApprovalNeeded, type ApprovalReason } from './approval-needed.ts';
import { executors } from './executors.ts';

export { ApprovalNeeded, type ApprovalReason } from './approval-needed.ts';

export type CommandContext = Readonly<{
  tx: PoolClient;
  ledgerId: LedgerId;
  commandId: string;
  /** Why, in the author's words. */
  reason: string;
  act: Act;
  /** Null: the author alone. */
  approver: string | null;
}>;

export type CarriedOut = Readonly<{ outcome: CanonicalValue; events: readonly AuditEvent[] }>;
export type Executor<Kind extends CommandKind> = (
  context: CommandContext,
  request: CommandRequests[Kind],
) => Promise<CarriedOut>;

export type CommandResult =
  | Readonly<{ state: 'done'; outcome: CanonicalValue }>
  | Readonly<{ state: 'waiting'; requestSha256: string; reasons: readonly ApprovalReason[] }>
  | Readonly<{ state: 'rejected' | 'withdrawn' }>;

/** Says when a command begins and ends, to whoever listens. */
const traced = tracingChannel<object, { kind: CommandKind }>('lettrage.command');

/**
 * @throws LedgerError `ledger.command_reused` for an id that was used for another request, `ledger.command_running` while
 *   the same is carried out elsewhere, `ledger.reason_missing`, and
 *   the refusals of the command.
 */
export function carryOut(pool: Pool, ledgerId: LedgerId, command: Command, act: Act): Promise<CommandResult> {
  return traced.tracePromise(() => carryOutOrAsk(pool, ledgerId, command, act), { kind: command.kind });
}

async function carryOutOrAsk(pool: Pool, ledgerId: LedgerId, command: Command, act: Act): Promise<CommandResult> {
  const asked = askedFor(command);
  try {
    return await inLedger(pool, ledgerId, async (tx) => {
      const earlier = await findEarlier(tx, ledgerId, command.id, asked.sha256);
      return (
        earlier ?? run({ tx, ledgerId, commandId: command.id, reason: command.reason, act, approver: null }, command)
      );
    });
  } catch (error) {
    if (!(error instanceof ApprovalNeeded)) throw error;
    const { reasons } = error;
    return inLedger(pool, ledgerId, async (tx) => {
      const earlier = await findEarlier(tx, ledgerId, command.id, asked.sha256);
      if (earlier !== null) return earlier;
      await requestApproval(tx, ledgerId, command, asked, reasons, act);
      return { state: 'waiting', requestSha256: asked.sha256, reasons };
    });
  }
}

type Asked = Readonly<{ text: string; sha256: string }>;

/** What is stored and hashed: kind, reason and request. */
function askedFor({ kind, reason, request }: Command): Asked {
  if (reason.trim() === '' || reason.length > 500) throw new LedgerError('ledger.reason_missing');
  const text = canonicalJson({ kind, reason, request: JSON.parse(JSON.stringify(request)) as CanonicalValue });
  return { text, sha256: createHash('sha256').update(text, 'utf8').digest('hex') };
}

const commandSpace = 0x4c45_5456;
const lockNotAvailable = '55P03';

/**
 * Until this transaction ends nobody else works on the command.
 *
 * @throws LedgerError `ledger.command_running` when somebody else has for two seconds.
 */
async function holdOff(tx: PoolClient, ledgerId: LedgerId, commandId: string): Promise<void> {
  try {
    await tx.query(
      `select set_config('lock_timeout', '2s', true), pg_advisory_xact_lock($1, hashtext($2)),
         set_config('lock_timeout', '0', true)`,
      [commandSpace, `${ledgerId} ${commandId}`],
    );
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== lockNotAvailable) throw error;
    throw new LedgerError('ledger.command_running', { command: commandId });
  }
}

/** Holds off others with the same id until this transaction ends, then looks for what became of the command. */
async function findEarlier(
  tx: PoolClient,
  ledgerId: LedgerId,
  commandId: string,
  sha256: string,
): Promise<CommandResult | null> {
  await holdOff(tx, ledgerId, commandId);
  const done = await tx.query<{ sha256: string; outcome: CanonicalValue }>(
    'select request_sha256 as sha256, outcome from command where ledger_id = $1 and id = $2',
    [ledgerId, commandId],
  );
  const asked = await tx.query<{ sha256: string; state: string; reasons: readonly ApprovalReason[] }>(
    'select request_sha256 as sha256, state, reasons from approval_request where ledger_id = $1 and id = $2',
    [ledgerId, commandId],
  );
  const [known = asked.rows[0]] = done.rows as readonly { sha256: string }[];
  if (known !== undefined && known.sha256 !== sha256)
    throw new LedgerError('ledger.command_reused', { command: commandId });
  const [carried] = done.rows;
  if (carried !== undefined) return { state: 'done', outcome: carried.outcome };
  const [request] = asked.rows;
  if (request === undefined) return null;
  return request.state === 'waiting'
    ? { state: 'waiting', requestSha256: request.sha256, reasons: request.reasons }
    : { state: request.state as 'rejected' | 'withdrawn' };
}

async function run(context: CommandContext, command: Command): Promise<CommandResult> {
  const { tx, ledgerId, act, approver } = context;
  const { text, sha256 } = askedFor(command);
  const execute = executors[command.kind] as Executor<CommandKind>;
  const { outcome, events } = await execute(context, command.request);
  await tx.query(
    `insert into command (ledger_id, id, kind, actor, request_sha256, request, outcome, done_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [ledgerId, command.id, command.kind, act.actor, sha256, text, canonicalJson(outcome), act.now],
  );
  const told: AuditEvent = {
    type: 'command.carried_out',
    subject: command.id,
    details: { kind: command.kind, reason: command.reason, requestSha256: sha256, approver },
  };
  await appendAuditEvents(tx, ledgerId, [...events, told], act);
  return { state: 'done', outcome: JSON.parse(canonicalJson(outcome)) as CanonicalValue };
}

async function requestApproval(
  tx: PoolClient,
  ledgerId: LedgerId,
  command: Command,
  { text, sha256 }: Asked,
  reasons: readonly ApprovalReason[],
  act: Act,
): Promise<void> {
  await tx.query(
    `insert into approval_request (ledger_id, id, kind, author, request_sha256, request, reasons, state, requested_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'waiting', $8)`,
    [ledgerId, command.id, command.kind, act.actor, sha256, text, JSON.stringify(reasons), act.now],
  );
  const details = { kind: command.kind, reason: command.reason, requestSha256: sha256, reasons };
  await appendAuditEvents(tx, ledgerId, [{ type: 'approval.requested', subject: command.id, details }], act);
}

export type ApprovalDecision = Readonly<{
  requestId: string;
  /** The hash of what was looked at. */
  requestSha256: string;
  decision: 'approved' | 'rejected' | 'withdrawn';
  reason: string;
}>;

/**
 * Approves and carries out, rejects, or (the author) withdraws a request.
 *
 * @throws LedgerError `ledger.approval_unknown`, `ledger.approval_decided`, `ledger.approval_changed`,
 *   `ledger.approval_by_author`, `ledger.withdrawal_by_another`; `ledger.stale` after which the request is withdrawn.
 */
export async function decideApproval(
  pool: Pool,
  ledgerId: LedgerId,
  { requestId, requestSha256, decision, reason }: ApprovalDecision,
  act: Act,
): Promise<CommandResult> {
  if (reason.trim() === '' || reason.length > 500) throw new LedgerError('ledger.reason_missing');
  const decide = (as: ApprovalDecision['decision'], why: string) =>
    inLedger(pool, ledgerId, async (tx): Promise<CommandResult> => {
      const request = await lockRequest(tx, ledgerId, requestId);
      if (request.requestSha256 !== requestSha256)
        throw new LedgerError('ledger.approval_changed', { request: requestId });
      if (as === 'approved' && request.author === act.actor)
        throw new LedgerError('ledger.approval_by_author', { request: requestId });
      // `as` may be ours, of a request that became stale: `decision` is the person's.
      if (decision === 'withdrawn' && request.author !== act.actor)
        throw new LedgerError('ledger.withdrawal_by_another', { request: requestId });
      await writeApproval(tx, ledgerId, requestId, request, as, why, act);
      if (as !== 'approved') return { state: as };
      const command = { id: requestId, ...(JSON.parse(request.request) as Omit<Command, 'id'>) } as Command;
      const author = { actor: request.author, now: act.now };
      return run(
        { tx, ledgerId, commandId: requestId, reason: command.reason, act: author, approver: act.actor },
        command,
      );
    });
  try {
    return await decide(decision, reason);
  } catch (error) {
    // What was approved can no longer be done as it was asked: it is not left waiting for another yes.
    if (error instanceof LedgerError && error.refusal.code === 'ledger.stale')
      await decide('withdrawn', 'The books changed since it was asked.');
    throw error;
  }
}

type LockedRequest = Readonly<{ author: string; requestSha256: string; request: string; state: string }>;

async function lockRequest(tx: PoolClient, ledgerId: LedgerId, requestId: string): Promise<LockedRequest> {
  await holdOff(tx, ledgerId, requestId);
  const { rows } = await tx.query<LockedRequest>(
    `select author, request_sha256 as "requestSha256", request, state from approval_request
     where ledger_id = $1 and id = $2 for update`,
    [ledgerId, requestId],
  );
  const [request] = rows;
  if (request === undefined) throw new LedgerError('ledger.approval_unknown', { request: requestId });
  if (request.state !== 'waiting') throw new LedgerError('ledger.approval_decided', { request: requestId });
  return request;
}

async function writeApproval(
  tx: PoolClient,
  ledgerId: LedgerId,
  requestId: string,
  { author, requestSha256 }: LockedRequest,
  decision: ApprovalDecision['decision'],
  reason: string,
  act: Act,
): Promise<void> {
  await tx.query(
    `insert into approval (ledger_id, request_id, author, request_sha256, decision, approver, reason, decided_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [ledgerId, requestId, author, requestSha256, decision, act.actor, reason, act.now],
  );
  await tx.query('update approval_request set state = $3, version = version + 1 where ledger_id = $1 and id = $2', [
    ledgerId,
    requestId,
    decision,
  ]);
}
