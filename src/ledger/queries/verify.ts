/**
 * Proves the books from the facts: the five equations over everything, and every state beside the facts rebuilt and
 * compared. Reads only. An empty list is the proof; each finding names the row and by how much it is off.
 */
import type { Pool, PoolClient } from 'pg';
import type { LedgerId } from '../../domain/ids.ts';
import { inLedger } from '../transaction.ts';
import { chainHash, genesisHash } from '../audit.ts';

export const equations = [
  'statement_proves',
  'payment_adds_up',
  'item_adds_up',
  'postings_balance',
  'audit_chain_whole',
] as const;
export type Equation = (typeof equations)[number];

export type Violation = Readonly<{ equation: Equation; check: string; subject: string; off: string }>;
export type Verification = Readonly<{
  violations: readonly Violation[];
  /** Rows that each equation was checked on. */
  checkedCounts: Readonly<Record<Equation, number>>;
  auditHead: Readonly<{ sequence: bigint; hash: string }>;
}>;

type Check = Readonly<{ equation: Equation; check: string; sql: string }>;

// Each gives one row per violation: the subject, and by how much it is off.
const checks: readonly Check[] = [
  {
    equation: 'statement_proves',
    check: 'opening + Σ booked entries = closing',
    sql: `select s.id::text as subject, (s.opening_minor + coalesce(sum(case e.side when 'credit' then e.amount_minor
            else -e.amount_minor end), 0) - s.closing_minor)::text as off
          from statement s left join entry e on e.ledger_id = s.ledger_id and e.statement_id = s.id
          where s.ledger_id = $1 group by s.ledger_id, s.id
          having s.opening_minor + coalesce(sum(case e.side when 'credit' then e.amount_minor else -e.amount_minor end), 0)
            <> s.closing_minor or count(e.id) <> s.entry_count`,
  },
  {
    equation: 'statement_proves',
    check: 'closing(n) = opening(n+1) of the account',
    sql: `select id::text as subject, (opening_minor - previous)::text as off from (
            select id, opening_minor, lag(closing_minor) over (
              partition by bank_account_id order by statement_date, day_rank) as previous
            from statement where ledger_id = $1) chained
          where opening_minor <> previous`,
  },
  {
    equation: 'payment_adds_up',
    check: 'entry = Σ of its payments',
    sql: `select e.id::text as subject, (e.amount_minor - coalesce(sum(case when p.side = e.side then p.amount_minor
            else -p.amount_minor end), 0))::text as off
          from entry e left join payment p on p.ledger_id = e.ledger_id and p.entry_id = e.id
          where e.ledger_id = $1 group by e.ledger_id, e.id
          having e.amount_minor <> coalesce(sum(case when p.side = e.side then p.amount_minor else -p.amount_minor end), 0)`,
  },
  {
    equation: 'payment_adds_up',
    check: 'payment = Σ allocated + unapplied',
    sql: `select p.id::text as subject, (p.amount_minor - p.unapplied_minor - coalesce(a.cash, 0))::text as off
          from payment p left join (
            select payment_id, sum(case side when 'debit' then amount_minor else -amount_minor end) as cash
            from allocation where ledger_id = $1 group by payment_id) a on a.payment_id = p.id
          where p.ledger_id = $1 and p.amount_minor <> p.unapplied_minor + coalesce(a.cash, 0)`,
  },
  {
    equation: 'payment_adds_up',
    check: 'applied = nothing is unapplied',
    sql: `select id::text as subject, unapplied_minor::text as off from payment
          where ledger_id = $1 and (status = 'applied') <> (unapplied_minor = 0)`,
  },
  {
    equation: 'item_adds_up',
    check: 'item = residual + Σ cleared by payments + Σ cleared elsewhere',
    sql: `select i.id::text as subject, (i.amount_minor - i.residual_minor - coalesce(a.cleared, 0) - coalesce(d.cleared, 0))::text as off
          from open_item i
          left join (select open_item_id, sum(amount_minor) as cleared from allocation where ledger_id = $1
            group by open_item_id) a on a.open_item_id = i.id
          left join (select open_item_id, sum(amount_minor) as cleared from open_item_adjustment
            where ledger_id = $1 and reason <> 'amount_changed' group by open_item_id) d on d.open_item_id = i.id
          where i.ledger_id = $1 and i.amount_minor <> i.residual_minor + coalesce(a.cleared, 0) + coalesce(d.cleared, 0)`,
  },
  {
    equation: 'postings_balance',
    check: 'debits = credits of every posting, per currency',
    sql: `select posting_id::text as subject, sum(case side when 'debit' then amount_minor else -amount_minor end)::text as off
          from posting_line where ledger_id = $1 group by posting_id, currency
          having sum(case side when 'debit' then amount_minor else -amount_minor end) <> 0`,
  },
  {
    equation: 'postings_balance',
    check: 'letter group: documents cleared = cash posted to the customer',
    sql: `select g.id::text as subject, (coalesce(a.cleared, 0) - coalesce(l.posted, 0))::text as off
          from lettering g
          left join (select lettering_id, currency, sum(case side when 'debit' then amount_minor else -amount_minor end) as cleared
            from allocation where ledger_id = $1 group by lettering_id, currency) a
            on a.lettering_id = g.id and a.currency = g.currency
          left join (select lettering_id, account, customer_id, currency,
              sum(case side when 'credit' then amount_minor else -amount_minor end) as posted
            from posting_line where ledger_id = $1 and lettering_id is not null
            group by lettering_id, account, customer_id, currency) l
            on l.lettering_id = g.id and l.account = g.account and l.customer_id = g.customer_id and l.currency = g.currency
          where g.ledger_id = $1 and coalesce(a.cleared, 0) <> coalesce(l.posted, 0)`,
  },
  {
    equation: 'postings_balance',
    check: 'balance of 471 = Σ unapplied, per currency',
    sql: `select 'account 471 ' || currency as subject, (posted - unapplied)::text as off from (
            select currency, sum(posted) as posted, sum(unapplied) as unapplied from (
              select currency, case side when 'credit' then amount_minor else -amount_minor end as posted, 0 as unapplied
              from posting_line where ledger_id = $1 and account = '471'
              union all
              select currency, 0, case side when 'credit' then unapplied_minor else -unapplied_minor end
              from payment where ledger_id = $1) both_sides
            group by currency) totals
          where posted <> unapplied`,
  },
  {
    equation: 'postings_balance',
    check: 'the last letter code issued = the counter',
    sql: `select c.customer_id::text as subject, (c.last_number - coalesce(max(g.code_number), 0))::text as off
          from lettering_counter c left join lettering g
            on g.ledger_id = c.ledger_id and g.account = c.account and g.customer_id = c.customer_id
          where c.ledger_id = $1 group by c.ledger_id, c.account, c.customer_id
          having c.last_number <> coalesce(max(g.code_number), 0)`,
  },
];

/** Verifies one ledger in one snapshot. */
export async function verifyLedger(pool: Pool, ledgerId: LedgerId): Promise<Verification> {
  const verify = async (tx: PoolClient): Promise<Verification> => {
    const violations: Violation[] = [];
    for (const { equation, check, sql } of checks) {
      const { rows } = await tx.query<{ subject: string; off: string }>(sql, [ledgerId]);
      violations.push(...rows.map(({ subject, off }) => ({ equation, check, subject, off })));
    }
    const chain = await verifyChain(tx, ledgerId);
    violations.push(...chain.violations);
    const { statements, payments, items, postings } = await countRows(tx, ledgerId);
    return {
      violations,
      checkedCounts: {
        statement_proves: statements,
        payment_adds_up: payments,
        item_adds_up: items,
        postings_balance: postings,
        audit_chain_whole: chain.eventCount,
      },
      auditHead: chain.head,
    };
  };
  return inLedger(pool, ledgerId, verify, 'snapshot');
}

async function countRows(tx: PoolClient, ledgerId: LedgerId) {
  const { rows } = await tx.query<{ statements: number; payments: number; items: number; postings: number }>(
    `select (select count(*) from statement where ledger_id = $1)::int as statements,
       (select count(*) from payment where ledger_id = $1)::int as payments,
       (select count(*) from open_item where ledger_id = $1)::int as items,
       (select count(*) from posting where ledger_id = $1)::int as postings`,
    [ledgerId],
  );
  return rows[0] ?? { statements: 0, payments: 0, items: 0, postings: 0 };
}

const pageSize = 5_000;

/** Walks the chain from its first event: every hash recomputed, no number left out, the head the last of them. */
async function verifyChain(tx: PoolClient, ledgerId: LedgerId) {
  const violations: Violation[] = [];
  const broken = (subject: string, off: string) =>
    violations.push({ equation: 'audit_chain_whole', check: 'hash(n) covers hash(n-1) and the body', subject, off });
  let sequence = 0n;
  let hash = genesisHash;
  for (;;) {
    const { rows } = await tx.query<{ sequence: bigint; body: string; previousHash: string; hash: string }>(
      `select sequence, body, previous_hash as "previousHash", hash from audit_event
       where ledger_id = $1 and sequence > $2 order by sequence limit $3`,
      [ledgerId, sequence, pageSize],
    );
    for (const row of rows) {
      if (row.sequence !== sequence + 1n) broken(`audit event ${sequence + 1n}`, 'missing');
      if (row.previousHash !== hash) broken(`audit event ${row.sequence}`, 'does not follow the one before it');
      if (row.hash !== chainHash(row.previousHash, row.body)) broken(`audit event ${row.sequence}`, 'was changed');
      sequence = row.sequence;
      hash = row.hash;
    }
    if (rows.length < pageSize) break;
  }
  const { rows } = await tx.query<{ sequence: bigint; hash: string }>(
    'select sequence, hash from audit_head where ledger_id = $1',
    [ledgerId],
  );
  const head = rows[0] ?? { sequence: 0n, hash: genesisHash };
  if (head.sequence !== sequence || head.hash !== hash)
    broken('audit head', `stands at ${head.sequence}, the chain ends at ${sequence}`);
  return { violations, eventCount: Number(sequence), head };
}
