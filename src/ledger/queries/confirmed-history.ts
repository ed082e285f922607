/** What became of what was applied: the history on which another setting is tried, and from which cells are judged. */
import type { Pool, PoolClient } from 'pg';
import type { LedgerId, MatchRunId, OpenItemId, PaymentId } from '../../domain/ids.ts';
import { inLedger } from '../transaction.ts';

type Line = Readonly<{ paymentId: PaymentId; openItemId: OpenItemId; clearedMinor: bigint }>;

/** The payments of a run: what it decided to clear, and what is allocated of them by now. */
export type RunHistory = Readonly<{
  paymentIds: readonly PaymentId[];
  decided: readonly Line[];
  /** One row for each payment and item; `isUndone`: of a posting that a person took back. */
  allocated: readonly (Line & Readonly<{ isUndone: boolean }>)[];
}>;

// A person took the posting back. What a bank returns was right when it was applied.
const isUndone = `exists (select from posting r join command c on c.ledger_id = r.ledger_id and c.id = r.source_id
  where r.ledger_id = a.ledger_id and r.reverses_posting_id = a.posting_id and c.kind = 'reverse_posting')`;

export async function readRunHistory(pool: Pool, ledgerId: LedgerId, runId: MatchRunId): Promise<RunHistory> {
  const read = async (tx: PoolClient): Promise<RunHistory> => {
    const key = [ledgerId, runId];
    const payments = await tx.query<{ id: PaymentId }>(
      'select payment_id as id from match_decision where ledger_id = $1 and match_run_id = $2 order by payment_id',
      key,
    );
    const decided = await tx.query<Line>(
      `select payment_id as "paymentId", open_item_id as "openItemId", cleared_minor as "clearedMinor"
       from match_decision_line where ledger_id = $1 and match_run_id = $2`,
      key,
    );
    const allocated = await tx.query<Line & Readonly<{ isUndone: boolean }>>(
      `select a.payment_id as "paymentId", a.open_item_id as "openItemId", sum(a.amount_minor)::bigint as "clearedMinor",
         ${isUndone} as "isUndone"
       from match_decision d join allocation a on a.ledger_id = d.ledger_id and a.payment_id = d.payment_id
       where d.ledger_id = $1 and d.match_run_id = $2 and a.amount_minor > 0 group by 1, 2, 4`,
      key,
    );
    return { paymentIds: payments.rows.map(({ id }) => id), decided: decided.rows, allocated: allocated.rows };
  };
  return inLedger(pool, ledgerId, read, 'snapshot');
}

/**
 * What was applied on evidence of one kind: how much of it stands, and how much was undone. `rule` is the ladder's; null: a
 * person accepted it.
 */
type ConfirmedCell = Readonly<{ cell: string; rule: string | null; right: number; wrong: number }>;

/**
 * Counts what runs have applied and what people have accepted of their suggestions, by evidence cell and rule, from the
 * certificates. What a gate held back says nothing of its evidence: only what no rule was sure of counts when accepted.
 *
 * @param beforeRun - only runs with a lower number; null: all.
 */
export async function countConfirmedCells(
  pool: Pool,
  ledgerId: LedgerId,
  beforeRun: number | null,
): Promise<readonly ConfirmedCell[]> {
  const { rows } = await inLedger(
    pool,
    ledgerId,
    (tx) =>
      tx.query<ConfirmedCell>(
        `select chosen.cell, case applied.place when 'run' then d.certificate ->> 'rule' end as rule,
           count(*) filter (where not applied.undone)::int as right, count(*) filter (where applied.undone)::int as wrong
         from match_run r join match_decision d on d.ledger_id = r.ledger_id and d.match_run_id = r.id
         join lateral (select a.posting_id, coalesce(c.request::json #>> '{request,index}', 'run') as place,
             bool_or(${isUndone}) as undone
           from allocation a join posting p on p.ledger_id = a.ledger_id and p.id = a.posting_id
           left join command c on p.source = 'command' and c.ledger_id = p.ledger_id and c.id = p.source_id
           where a.ledger_id = d.ledger_id and a.payment_id = d.payment_id and a.match_run_id = d.match_run_id
           group by 1, 2) applied on true
         cross join lateral (select case when applied.place in ('run', '0') then d.certificate -> 'chosen'
           else d.certificate -> 'alternatives' -> (applied.place::int - 1) end ->> 'cell' as cell) chosen
         where r.ledger_id = $1 and ($2::int is null or r.run_number < $2) and chosen.cell is not null
           and case applied.place when 'run' then d.certificate ->> 'rule' is not null else d.reason = 'not_certain' end
         group by 1, 2 order by 1, 2`,
        [ledgerId, beforeRun],
      ),
    'snapshot',
  );
  return rows;
}

/** What is staged of these payments: the rule and the kind of evidence of the best proposal. */
type StagedGrounds = Readonly<{
  paymentId: PaymentId;
  reason: string | null;
  rule: string | null;
  cell: string | null;
  documents: readonly string[];
}>;

export async function readStagedGrounds(
  pool: Pool,
  ledgerId: LedgerId,
  stagedRunId: MatchRunId,
  paymentIds: readonly PaymentId[],
): Promise<readonly StagedGrounds[]> {
  const { rows } = await inLedger(pool, ledgerId, (tx) =>
    tx.query<StagedGrounds>(
      `select payment_id as "paymentId", reason, certificate ->> 'rule' as rule, certificate -> 'chosen' ->> 'cell' as cell,
         coalesce((select array_agg(line ->> 'documentNumber') from json_array_elements(
           case json_typeof(certificate -> 'chosen') when 'object' then certificate -> 'chosen' -> 'lines' end) line),
           '{}') as documents
       from staged_decision where ledger_id = $1 and match_run_id = $2 and payment_id = any($3) order by payment_id`,
      [ledgerId, stagedRunId, paymentIds],
    ),
  );
  return rows;
}
