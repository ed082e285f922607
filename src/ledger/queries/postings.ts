/** What was booked: postings with their lines, the letters those carry now, and what took them back. */
import { and, eq, gte, inArray, lte, type SQL } from 'drizzle-orm';
import type { Pool, PoolClient } from 'pg';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { CustomerId, LedgerId, LetteringId, PaymentId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { Money, Side } from '../../domain/money.ts';
import { accountLabel } from '../account-labels.ts';
import { LedgerError } from '../errors.ts';
import { letteringCode } from '../plan/lettering-code.ts';
import { payments, postings } from '../schema.ts';
import { inLedger } from '../transaction.ts';
import { presentPayment, usedPayment } from './allocations.ts';
import { ormOf, typed } from './orm.ts';
import { pageOf, seek, type Page, type PageRequest } from './page.ts';

export const postingSources = ['entry', 'application', 'command'] as const;
type PostingSource = (typeof postingSources)[number];

type PostingLine = Readonly<{
  account: string;
  accountLabel: string;
  customer: Readonly<{ id: CustomerId; code: string; name: string }> | null;
  side: Side;
  amount: Money;
  /** In the base currency; null where `amount` is, or nobody has said the value. */
  baseAmount: Money | null;
  /** `code` is upper case when its group is balanced; null once un-lettered. */
  lettering: Readonly<{ id: LetteringId; code: string | null }> | null;
}>;

/** A posting that takes (a part of) another back: `taken_back` by a person, `returned` by a payment. */
type Reversal = Readonly<{ postingId: string; label: string; postingDate: LocalDate; commandId: string | null }>;

export type PostingRecord = Readonly<{
  id: string;
  journal: string;
  postingDate: LocalDate;
  source: PostingSource;
  /** The entry, the run's decision or the command that it records. */
  sourceId: string;
  label: string;
  payment: Readonly<{ id: PaymentId; bookingDate: LocalDate; counterpartyName: string | null }> | null;
  /** What it uses of the payment; negative: gives back. */
  cash: Money | null;
  reversesPostingId: string | null;
  /** Those that still stand. */
  reversals: readonly Reversal[];
  lines: readonly PostingLine[];
}>;

/** Days are included at both ends. */
export type PostingFilter = Readonly<{
  from: LocalDate;
  to: LocalDate;
  journal?: string | undefined;
  source?: PostingSource | undefined;
}>;

/** Those of some days, the latest first. */
export async function listPostings(
  pool: Pool,
  ledgerId: LedgerId,
  { from, to, journal, source }: PostingFilter,
  request: PageRequest,
): Promise<Page<PostingRecord>> {
  const page = seek({ columns: [postings.postingDate, postings.id], direction: 'descending' }, request);
  const conditions = [
    gte(postings.postingDate, from),
    lte(postings.postingDate, to),
    journal === undefined ? undefined : eq(postings.journal, journal),
    source === undefined ? undefined : eq(postings.source, source),
    page.where,
  ];
  return inLedger(
    pool,
    ledgerId,
    async (tx) => {
      const rows = await selectPostings(tx, ledgerId, and(...conditions))
        .orderBy(...page.orderBy)
        .limit(page.limit);
      const { items, next } = pageOf(rows, request, ({ postingDate, id }) => [postingDate, id]);
      return { items: await withLines(tx, ledgerId, items), next };
    },
    'snapshot',
  );
}

/** @throws LedgerError `ledger.not_found` */
export async function findPosting(pool: Pool, ledgerId: LedgerId, id: string): Promise<PostingRecord> {
  return inLedger(
    pool,
    ledgerId,
    async (tx) => {
      const [posting] = await withLines(tx, ledgerId, await selectPostings(tx, ledgerId, eq(postings.id, id)));
      if (posting === undefined) throw new LedgerError('ledger.not_found', { posting: id });
      return posting;
    },
    'snapshot',
  );
}

/** What these commands booked; one that changed no account booked nothing. */
export async function postingsOfCommands(
  tx: PoolClient,
  ledgerId: LedgerId,
  commandIds: readonly string[],
): Promise<readonly PostingRecord[]> {
  const ofCommands = and(eq(postings.source, 'command'), inArray(postings.sourceId, [...commandIds]));
  return withLines(tx, ledgerId, await selectPostings(tx, ledgerId, ofCommands).orderBy(postings.id));
}

const selectPostings = (tx: PoolClient, ledgerId: LedgerId, which: SQL | undefined) =>
  ormOf(tx)
    .select({
      id: postings.id,
      journal: postings.journal,
      postingDate: typed<LocalDate>(postings.postingDate),
      source: postings.source,
      sourceId: postings.sourceId,
      label: postings.label,
      cashMinor: postings.cashMinor,
      currency: typed<CurrencyCode | null>(payments.currency),
      payment: usedPayment,
      reversesPostingId: postings.reversesPostingId,
    })
    .from(postings)
    .leftJoin(payments, and(eq(payments.ledgerId, postings.ledgerId), eq(payments.id, postings.paymentId)))
    .where(and(eq(postings.ledgerId, ledgerId), which));

type PostingRow = Awaited<ReturnType<typeof selectPostings>>[number];

async function withLines(
  tx: PoolClient,
  ledgerId: LedgerId,
  rows: readonly PostingRow[],
): Promise<readonly PostingRecord[]> {
  const ids = rows.map(({ id }) => id);
  const lines = await readLines(tx, ledgerId, ids);
  const reversals = await readReversals(tx, ledgerId, ids);
  return rows.map(({ cashMinor, currency, payment, ...posting }) => ({
    ...posting,
    payment: presentPayment(payment),
    cash: cashMinor === null || currency === null ? null : { minor: cashMinor, currency },
    reversals: reversals
      .filter(({ reverses }) => reverses === posting.id)
      .map(({ reverses: _reverses, ...reversal }) => reversal),
    lines: lines.filter(({ postingId }) => postingId === posting.id).map(({ postingId: _postingId, ...line }) => line),
  }));
}

type LineRow = Readonly<{
  postingId: string;
  account: string;
  side: Side;
  amountMinor: bigint;
  currency: CurrencyCode;
  baseMinor: bigint | null;
  baseCurrency: CurrencyCode;
  customer: PostingLine['customer'];
  letteringId: LetteringId | null;
  codeNumber: number | null;
  state: 'lettered' | 'partly_lettered' | 'unlettered' | null;
}>;

async function readLines(tx: PoolClient, ledgerId: LedgerId, ids: readonly string[]) {
  const { rows } = await tx.query<LineRow>(linesSql, [ledgerId, ids]);
  return rows.map(({ postingId, account, side, customer, ...row }) => ({
    postingId,
    account,
    accountLabel: accountLabel(account),
    customer,
    side,
    amount: { minor: row.amountMinor, currency: row.currency },
    baseAmount: row.baseMinor === null ? null : { minor: row.baseMinor, currency: row.baseCurrency },
    lettering: letteringOf(row),
  }));
}

function letteringOf({
  letteringId,
  codeNumber,
  state,
}: Pick<LineRow, 'letteringId' | 'codeNumber' | 'state'>): PostingLine['lettering'] {
  if (letteringId === null || codeNumber === null) return null;
  return {
    id: letteringId,
    code: state === null || state === 'unlettered' ? null : letteringCode(codeNumber, state === 'lettered'),
  };
}

// The letter of a line is that of its last move, or the one that it was written with.
const linesSql = `
  select l.posting_id as "postingId", l.account, l.side, l.amount_minor as "amountMinor", l.currency,
    l.base_minor as "baseMinor", b.base_currency as "baseCurrency",
    case when c.id is not null then json_build_object('id', c.id, 'code', c.code, 'name', c.name) end as customer,
    g.id as "letteringId", g.code_number as "codeNumber",
    (select e.kind from lettering_event e where e.ledger_id = $1 and e.lettering_id = g.id
      order by e.event_index desc limit 1) as state
  from posting_line l
  join ledger b on b.id = l.ledger_id
  left join customer c on c.ledger_id = l.ledger_id and c.id = l.customer_id
  left join lettering g on g.ledger_id = l.ledger_id and g.id = coalesce(
    (select m.lettering_id from lettering_move m where m.ledger_id = $1 and m.posting_id = l.posting_id
      and m.account = l.account and m.customer_id = l.customer_id and m.currency = l.currency
      and l.lettering_id is not null order by m.move_index desc limit 1), l.lettering_id)
  where l.ledger_id = $1 and l.posting_id = any($2)
  order by l.posting_id, l.line_index`;

async function readReversals(tx: PoolClient, ledgerId: LedgerId, ids: readonly string[]) {
  const { rows } = await tx.query<Reversal & Readonly<{ reverses: string }>>(
    `select reverses_posting_id as reverses, id as "postingId", label, posting_date as "postingDate",
       case source when 'command' then source_id end as "commandId"
     from posting r where ledger_id = $1 and reverses_posting_id = any($2)
       and not exists (select from posting t where t.ledger_id = $1 and t.reverses_posting_id = r.id)
     order by posting_date, id`,
    [ledgerId, ids],
  );
  return rows;
}
