/**
 * Stores all decisions of a run before the first is applied. From here on the run is data: whoever applies it, and
 * however often that is interrupted, applies the same.
 */
import type { Pool, PoolClient } from 'pg';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LedgerId, MatchRunId, OpenItemId, PaymentId } from '../../domain/ids.ts';
import type { DecidedWriteOff, ImputationBasis, MatchCertificate, Payment, ReviewReason } from '../../domain/match.ts';
import type { Act } from '../audit.ts';
import { contentId } from '../content-id.ts';
import { copyIn } from '../copy-in.ts';
import { decidedKey, decidedRows, numberedPayments } from '../decided-rows.ts';
import type { Job } from '../jobs.ts';
import { inLedger } from '../transaction.ts';

export type MatchRun = Readonly<{
  id: MatchRunId;
  runNumber: number;
  currency: CurrencyCode;
  chunkCount: number;
  paymentCount: number;
}>;

type AppliedLine = Readonly<{
  paymentId: PaymentId;
  openItemId: OpenItemId;
  residualMinor: bigint;
  clearedMinor: bigint;
}>;

/**
 * A payment that is applied: in which round of the settlement, from 1. Claims on one item are of several rounds.
 * `writeOff`: what its lines clear beyond what was paid; null: nothing. `basis`: why these items.
 */
type AppliedPayment = Readonly<{
  paymentId: PaymentId;
  round: number;
  writeOff: DecidedWriteOff | null;
  basis: ImputationBasis;
}>;

/** A claim that the settlement turned down. */
export type Demotion = Readonly<{ paymentId: PaymentId; reason: ReviewReason }>;

/** What a settlement came to; lines and payments in any order. */
export type SettledRun = Readonly<{
  applied: readonly AppliedPayment[];
  lines: readonly AppliedLine[];
  demotions: readonly Demotion[];
}>;

/** What a run was decided on: enough to find the same inputs again, and to know that they are the same. */
export type RunInputs = Readonly<{
  /** The last event of the audit chain that it saw. */
  auditSequence: bigint;
  inputsSha256: string;
  /** Plain JSON: what it was allowed to apply by itself. */
  policy: object;
}>;

/** What a job has to do next: apply the run decided for it, or first another's that was left unfinished, or decide. */
type NextRun =
  | Readonly<{ kind: 'own' | 'unfinished'; run: MatchRun }>
  | Readonly<{ kind: 'undecided'; id: MatchRunId; runNumber: number }>;

export async function nextMatchRun(
  pool: Pool,
  { ledgerId, id: jobId }: Pick<Job, 'ledgerId' | 'id'>,
  currency: CurrencyCode,
): Promise<NextRun> {
  return inLedger(pool, ledgerId, async (tx) => {
    const own = await tx.query<MatchRun>(
      `select r.id, r.run_number as "runNumber", r.currency, r.chunk_count as "chunkCount",
         r.payment_count as "paymentCount"
       from job j join match_run r on r.ledger_id = j.ledger_id and r.id = j.match_run_id
       where j.ledger_id = $1 and j.id = $2`,
      [ledgerId, jobId],
    );
    if (own.rows[0] !== undefined) return { kind: 'own', run: own.rows[0] };
    const { rows } = await tx.query<MatchRun>(
      `select id, run_number as "runNumber", currency, chunk_count as "chunkCount", payment_count as "paymentCount"
       from match_run r
       where ledger_id = $1 and currency = $2 and chunk_count > (
         select count(*) from match_chunk c where c.ledger_id = r.ledger_id and c.match_run_id = r.id)
         and not exists (
           select from match_run_cancellation c where c.ledger_id = r.ledger_id and c.match_run_id = r.id)
       order by run_number limit 1`,
      [ledgerId, currency],
    );
    const [unfinished] = rows;
    if (unfinished !== undefined) return { kind: 'unfinished', run: unfinished };
    const last = await tx.query<{ number: number }>(
      'select coalesce(max(run_number), 0)::int as number from match_run where ledger_id = $1',
      [ledgerId],
    );
    const runNumber = (last.rows[0]?.number ?? 0) + 1;
    return { kind: 'undecided', id: contentId<MatchRunId>('match_run', ledgerId, runNumber), runNumber };
  });
}

/** Another process recorded this run first, for instance one that was killed while its COMMIT was under way. */
export class RunAlreadyDecided extends Error {
  override readonly name = 'RunAlreadyDecided';
  readonly runId: MatchRunId;
  constructor(runId: MatchRunId, runNumber: number) {
    super(`Match run ${runNumber} is decided already.`);
    this.runId = runId;
  }
}

/** A person stopped the job before its run was recorded: nothing of it is kept. */
export class MatchingCancelled extends Error {
  override readonly name = 'MatchingCancelled';
  constructor(runNumber: number) {
    super(`Match run ${runNumber} was cancelled before it was decided.`);
  }
}

type CertificateStage = Readonly<{
  /** @param payment - as the run saw it: applied only while it still is so, in order of its booking date. */
  add(certificate: MatchCertificate, payment: Pick<Payment, 'bookingDate' | 'unappliedMinor'>): Promise<void>;
  end(): Promise<void>;
}>;

/** Forgets what an earlier attempt at the run left in staging. */
export async function clearStagedDecisions(pool: Pool, ledgerId: LedgerId, runId: MatchRunId): Promise<void> {
  await inLedger(pool, ledgerId, (tx) =>
    tx.query('delete from staged_decision where ledger_id = $1 and match_run_id = $2', [ledgerId, runId]),
  );
}

/** Forgets what was staged of payments that are looked at again. */
export async function unstageCertificates(
  tx: PoolClient,
  ledgerId: LedgerId,
  runId: MatchRunId,
  paymentIds: readonly PaymentId[],
): Promise<void> {
  await tx.query('delete from staged_decision where ledger_id = $1 and match_run_id = $2 and payment_id = any($3)', [
    ledgerId,
    runId,
    paymentIds,
  ]);
}

/** Opens a COPY for certificates; several workers may stage parts of one run at the same time. */
export function stageCertificates(tx: PoolClient, ledgerId: LedgerId, runId: MatchRunId): CertificateStage {
  const copy = copyIn(
    tx,
    `staged_decision (ledger_id, match_run_id, payment_id, booking_date, unapplied_minor, action, reason, certificate,
       suggested_customer_id)`,
  );
  return {
    ...copy,
    add(certificate, { bookingDate, unappliedMinor }) {
      const { paymentId, action, reason, chosen, alternatives } = certificate;
      const customerId = chosen?.customerId ?? alternatives[0]?.customerId ?? null;
      const written = JSON.stringify(certificate);
      const unapplied = String(unappliedMinor);
      return copy.add([ledgerId, runId, paymentId, bookingDate, unapplied, action, reason, written, customerId]);
    },
  };
}

/**
 * Makes the staged certificates the decisions of the run.
 *
 * @param run - `chunkSize` payments are applied per transaction, in order of round and booking date.
 * @throws RunAlreadyDecided, MatchingCancelled
 */
export async function recordDecisions(
  pool: Pool,
  { ledgerId, id: jobId }: Pick<Job, 'ledgerId' | 'id'>,
  run: Readonly<{ id: MatchRunId; runNumber: number; currency: CurrencyCode; engine: string; chunkSize: number }> &
    RunInputs,
  settled: SettledRun,
  act: Act,
): Promise<MatchRun> {
  return inLedger(pool, ledgerId, async (tx) => {
    const counted = await tx.query<{ count: number }>(
      'select count(*)::int as count from staged_decision where ledger_id = $1 and match_run_id = $2',
      [ledgerId, run.id],
    );
    const paymentCount = counted.rows[0]?.count ?? 0;
    const chunkCount = Math.ceil(paymentCount / run.chunkSize);
    const recorded = await tx.query(
      `insert into match_run (ledger_id, id, run_number, currency, engine, audit_sequence, inputs_sha256, policy,
         decided_at, payment_count, chunk_count)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing`,
      [
        ledgerId,
        run.id,
        run.runNumber,
        run.currency,
        run.engine,
        run.auditSequence,
        run.inputsSha256,
        JSON.stringify(run.policy),
        act.now,
        paymentCount,
        chunkCount,
      ],
    );
    if (recorded.rowCount === 0) throw new RunAlreadyDecided(run.id, run.runNumber);
    await tx.query(`select set_config('work_mem', '64MB', true), set_config('jit', 'off', true)`);
    await tx.query(insertDecisions, [
      ...decidedKey(ledgerId, run.id, settled, run.chunkSize),
      ...beyondNamesColumns(settled.applied),
    ]);
    for (const lines of inBatches(settled.lines, 20_000)) {
      await tx.query(
        `insert into match_decision_line (ledger_id, match_run_id, payment_id, open_item_id, residual_minor, cleared_minor)
         select $1, $2, * from unnest($3::uuid[], $4::uuid[], $5::bigint[], $6::bigint[])`,
        [
          ledgerId,
          run.id,
          lines.map(({ paymentId }) => paymentId),
          lines.map(({ openItemId }) => openItemId),
          lines.map(({ residualMinor }) => residualMinor),
          lines.map(({ clearedMinor }) => clearedMinor),
        ],
      );
    }
    await tx.query('delete from staged_decision where ledger_id = $1 and match_run_id = $2', [ledgerId, run.id]);
    const asked = await tx.query<{ cancelledBy: string | null }>(
      `update job set match_run_id = $3 where ledger_id = $1 and id = $2 returning cancel_requested_by as "cancelledBy"`,
      [ledgerId, jobId, run.id],
    );
    if ((asked.rows[0]?.cancelledBy ?? null) !== null) throw new MatchingCancelled(run.runNumber);
    return { id: run.id, runNumber: run.runNumber, currency: run.currency, chunkCount, paymentCount };
  });
}

const insertDecisions = `
  with ${numberedPayments}
  insert into match_decision (ledger_id, match_run_id, payment_id, chunk_index, round, unapplied_minor, action, reason,
    certificate, write_off_minor, write_off_kind, basis, suggested_customer_id)
  select $1, $2, d.payment_id, d.chunk_index, d.round, d.unapplied_minor, d.action, d.reason, d.certificate, b.minor, b.kind,
    case d.action when 'apply' then coalesce(b.basis, 'named_by_debtor') end,
    case when d.action = 'review' or b.kind is not null then d.suggested_customer_id end
  from (${decidedRows}) d
  left join unnest($8::uuid[], $9::bigint[], $10::text[], $11::text[]) as b (payment_id, minor, kind, basis)
    on b.payment_id = d.payment_id`;

/** `$8` to `$11` of {@link insertDecisions}: most payments name their items and pay them to the cent. */
function beyondNamesColumns(applied: readonly AppliedPayment[]) {
  const beyond = applied.filter(({ writeOff, basis }) => writeOff !== null || basis !== 'named_by_debtor');
  return [
    beyond.map(({ paymentId }) => paymentId),
    beyond.map(({ writeOff }) => writeOff?.minor ?? null),
    beyond.map(({ writeOff }) => writeOff?.kind ?? null),
    beyond.map(({ basis }) => basis),
  ];
}

function* inBatches<T>(rows: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < rows.length; start += size) yield rows.slice(start, start + size);
}
