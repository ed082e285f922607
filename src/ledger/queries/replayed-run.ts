/** A run as it is replayed: what it was decided on, what it decided, and where another decision differs. */
import type { Pool } from 'pg';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LedgerId, MatchRunId, PaymentId } from '../../domain/ids.ts';
import type { MatchCertificate } from '../../domain/match.ts';
import type { RunInputs, SettledRun } from '../commands/record-decisions.ts';
import { decidedKey, decidedRows, numberedPayments } from '../decided-rows.ts';
import { LedgerError } from '../errors.ts';
import { inLedger } from '../transaction.ts';

export type ReplayableRun = RunInputs &
  Readonly<{ id: MatchRunId; runNumber: number; currency: CurrencyCode; engine: string; paymentCount: number }>;

/** By its number in the ledger, or by its id. */
export type RunNamed = Readonly<{ runNumber: number }> | Readonly<{ id: MatchRunId }>;

/** @throws LedgerError `ledger.not_found`; `ledger.run_not_replayable` for a run of before inputs were noted. */
export async function findReplayableRun(pool: Pool, ledgerId: LedgerId, named: RunNamed): Promise<ReplayableRun> {
  const [column, value] = 'id' in named ? ['id', named.id] : ['run_number', named.runNumber];
  const { rows } = await inLedger(
    pool,
    ledgerId,
    (tx) =>
      tx.query<Omit<ReplayableRun, 'auditSequence'> & Readonly<{ auditSequence: bigint | null }>>(
        `${selectRun} where ledger_id = $1 and ${column} = $2`,
        [ledgerId, value],
      ),
    'snapshot',
  );
  const [run] = rows;
  if (run === undefined) throw new LedgerError('ledger.not_found', { matchRun: String(value) });
  const { auditSequence } = run;
  if (auditSequence === null) throw new LedgerError('ledger.run_not_replayable', { matchRun: String(value) });
  return { ...run, auditSequence };
}

/** The runs that can be replayed, in the order in which they were made; of the last `count` ones. */
export async function listReplayableRuns(
  pool: Pool,
  ledgerId: LedgerId,
  currency: CurrencyCode,
  count: number,
): Promise<readonly ReplayableRun[]> {
  const { rows } = await inLedger(
    pool,
    ledgerId,
    (tx) =>
      tx.query<ReplayableRun>(
        `select * from (${selectRun} where ledger_id = $1 and currency = $2 and audit_sequence is not null
           order by run_number desc limit $3) latest order by "runNumber"`,
        [ledgerId, currency, count],
      ),
    'snapshot',
  );
  return rows;
}

const selectRun = `select id, run_number as "runNumber", currency, engine, payment_count as "paymentCount",
  audit_sequence as "auditSequence", inputs_sha256 as "inputsSha256", policy from match_run`;

/** What was decided of a payment, as far as a person compares it. */
export type DecisionSeen = Readonly<{
  action: 'apply' | 'review';
  reason: string | null;
  rule: string | null;
  documents: readonly string[];
}>;

export type DecisionDifference = Readonly<{
  paymentId: PaymentId;
  /** Null: the payment is not among those decided. */
  recorded: DecisionSeen | null;
  replayed: DecisionSeen | null;
  /** Fields of the certificate that differ, and `unapplied`, `round` and `lines` of the decision. */
  differsIn: readonly string[];
}>;

export type DecisionsCompared = Readonly<{
  identicalCount: number;
  differenceCount: number;
  /** The first of them, by payment id. */
  differences: readonly DecisionDifference[];
}>;

// How a run was cut into chunks is no part of what it decided.
const anyChunkSize = 1_000;

type Side = Readonly<{ unapplied: string; round: number; lines: string; certificate: MatchCertificate }>;
type Row = Readonly<{ paymentId: PaymentId; recorded: Side | null; replayed: Side | null }>;

/**
 * Compares the decisions of a run with what is staged under `stagedRunId`: every certificate byte by byte, what was
 * unapplied, the round, and the lines to apply.
 */
export async function compareDecisions(
  pool: Pool,
  ledgerId: LedgerId,
  runId: MatchRunId,
  staged: Readonly<{ runId: MatchRunId; settled: SettledRun; most: number }>,
): Promise<DecisionsCompared> {
  const lines = staged.settled.lines;
  return inLedger(pool, ledgerId, async (tx) => {
    const values = [
      ...decidedKey(ledgerId, staged.runId, staged.settled, anyChunkSize),
      runId,
      lines.map(({ paymentId }) => paymentId),
      lines.map(({ openItemId }) => openItemId),
      lines.map(({ residualMinor }) => residualMinor),
      lines.map(({ clearedMinor }) => clearedMinor),
    ];
    // Staging has no statistics: what is taken for a few rows would be compared row by row.
    await tx.query(
      `select set_config('enable_nestloop', 'off', true), set_config('work_mem', '64MB', true), set_config('jit', 'off', true)`,
    );
    // One row with the number of identical ones, and the differing ones with theirs.
    const { rows } = await tx.query<Row & Readonly<{ isSame: boolean; count: number }>>(comparison, [
      ...values,
      staged.most,
    ]);
    const countOf = (isSame: boolean): number => rows.find((row) => row.isSame === isSame)?.count ?? 0;
    return {
      identicalCount: countOf(true),
      differenceCount: countOf(false),
      differences: rows.filter(({ isSame }) => !isSame).map(differenceOf),
    };
  });
}

const linesText = `string_agg(concat_ws(' ', open_item_id, residual_minor, cleared_minor), ',' order by open_item_id)`;

const comparison = `
  with ${numberedPayments},
  lines_now as materialized (select payment_id, ${linesText} as lines
    from unnest($9::uuid[], $10::uuid[], $11::bigint[], $12::bigint[])
      as t (payment_id, open_item_id, residual_minor, cleared_minor) group by payment_id),
  lines_then as materialized (select payment_id, ${linesText} as lines
    from match_decision_line where ledger_id = $1 and match_run_id = $8 group by payment_id),
  decided_now as (select d.*, coalesce(l.lines, '') as lines from (${decidedRows}) d left join lines_now l using (payment_id)),
  decided_then as (select d.payment_id, d.round, d.unapplied_minor, d.certificate, coalesce(l.lines, '') as lines
    from match_decision d left join lines_then l on l.payment_id = d.payment_id
    where d.ledger_id = $1 and d.match_run_id = $8),
  compared as materialized (select payment_id, same,
      case when not same and certificate_then is not null then json_build_object('unapplied', unapplied_then::text,
        'round', round_then, 'lines', lines_then, 'certificate', certificate_then) end as recorded,
      case when not same and certificate_now is not null then json_build_object('unapplied', unapplied_now::text,
        'round', round_now, 'lines', lines_now, 'certificate', certificate_now) end as replayed
    from (select payment_id, t.round as round_then, n.round as round_now,
        t.unapplied_minor as unapplied_then, n.unapplied_minor as unapplied_now, t.lines as lines_then,
        n.lines as lines_now, t.certificate as certificate_then, n.certificate as certificate_now,
        (t.round, t.unapplied_minor, t.lines, t.certificate::text)
          is not distinct from (n.round, n.unapplied_minor, n.lines, n.certificate::text) as same
      from decided_then t full join decided_now n using (payment_id)) side_by_side),
  counted as (select same, count(*)::int as count from compared group by same),
  differing as (select * from compared where not same order by payment_id limit $13)
  select c.same as "isSame", c.count, d.payment_id as "paymentId", d.recorded, d.replayed
  from counted c left join differing d on not c.same order by d.payment_id`;

function differenceOf({ paymentId, recorded, replayed }: Row): DecisionDifference {
  const fields = new Set([...Object.keys(recorded?.certificate ?? {}), ...Object.keys(replayed?.certificate ?? {})]);
  const certificateOf = (side: Side | null) => new Map<string, unknown>(Object.entries(side?.certificate ?? {}));
  const [before, after] = [certificateOf(recorded), certificateOf(replayed)];
  return {
    paymentId,
    recorded: seenOf(recorded),
    replayed: seenOf(replayed),
    differsIn: [
      ...(['unapplied', 'round', 'lines'] as const).filter((field) => recorded?.[field] !== replayed?.[field]),
      ...[...fields].filter((field) => JSON.stringify(before.get(field)) !== JSON.stringify(after.get(field))),
    ],
  };
}

function seenOf(side: Side | null): DecisionSeen | null {
  if (side === null) return null;
  const { action, reason, rule, chosen } = side.certificate;
  return { action, reason, rule, documents: chosen?.lines.map(({ documentNumber }) => documentNumber) ?? [] };
}
