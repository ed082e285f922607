/** What a request is about, in words that people know: its payments, documents, customers, postings and disputes by name. */
import type { PoolClient } from 'pg';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LedgerId } from '../../domain/ids.ts';
import type { Money } from '../../domain/money.ts';

export const subjectKinds = ['payment', 'open_item', 'customer', 'posting', 'dispute'] as const;
type SubjectKind = (typeof subjectKinds)[number];

export type CommandSubject = Readonly<{
  kind: SubjectKind;
  id: string;
  /** The other side of a payment, a document's number, a customer's name, what a posting is for. */
  label: string | null;
  /** Of the payment, document or dispute; what a posting used of its payment. */
  amount: Money | null;
  customer: Readonly<{ id: string; code: string; name: string }> | null;
}>;

/** Of a settlement of thousands of lines the first are told. */
const mostSubjects = 20;

const kindOfMember: Readonly<Record<string, SubjectKind>> = {
  paymentId: 'payment',
  openItemId: 'open_item',
  customerId: 'customer',
  toCustomerId: 'customer',
  postingId: 'posting',
  disputeId: 'dispute',
};

type Named = Readonly<{ kind: SubjectKind; id: string }>;

/** In the order in which the request names them. */
function namedIn(request: unknown): readonly Named[] {
  if (typeof request !== 'object' || request === null) return [];
  return Object.entries(request).flatMap(([member, value]: [string, unknown]): readonly Named[] => {
    const kind = kindOfMember[member];
    return kind !== undefined && typeof value === 'string' ? [{ kind, id: value }] : namedIn(value);
  });
}

const keyOf = ({ kind, id }: Named): string => `${kind} ${id}`;

/**
 * @param requests - as they were asked, by command id.
 * @returns of each command at most {@link mostSubjects}, each once; what is no record of the ledger is left out.
 */
export async function readSubjects(
  tx: PoolClient,
  ledgerId: LedgerId,
  requests: ReadonlyMap<string, unknown>,
): Promise<(commandId: string) => readonly CommandSubject[]> {
  const namedBy = new Map<string, readonly Named[]>();
  for (const [commandId, request] of requests) {
    const named = new Map(namedIn(request).map((one) => [keyOf(one), one]));
    namedBy.set(commandId, [...named.values()].slice(0, mostSubjects));
  }
  const all = [...namedBy.values()].flat();
  const idsOf = (wanted: SubjectKind) => all.filter(({ kind }) => kind === wanted).map(({ id }) => id);
  const { rows } = await tx.query<SubjectRow>(subjectsSql, [ledgerId, ...subjectKinds.map(idsOf)]);
  const found = new Map(rows.map((row) => [keyOf(row), subjectOf(row)]));
  return (commandId) =>
    (namedBy.get(commandId) ?? []).flatMap((named) => {
      const subject = found.get(keyOf(named));
      return subject === undefined ? [] : [subject];
    });
}

type SubjectRow = Readonly<{
  kind: SubjectKind;
  id: string;
  label: string | null;
  minor: bigint | null;
  currency: CurrencyCode | null;
  customerId: string | null;
  customerCode: string | null;
  customerName: string | null;
}>;

const subjectOf = ({ kind, id, label, minor, currency, ...row }: SubjectRow): CommandSubject => ({
  kind,
  id,
  label,
  amount: minor === null || currency === null ? null : { minor, currency },
  customer:
    row.customerId === null || row.customerCode === null || row.customerName === null
      ? null
      : { id: row.customerId, code: row.customerCode, name: row.customerName },
});

const subjectsSql = `
  select s.kind, s.id, s.label, s.minor, s.currency, c.id as "customerId", c.code as "customerCode", c.name as "customerName"
  from (
    select 'payment' as kind, id, counterparty_name as label, amount_minor as minor, currency, null::uuid as customer_id
    from payment where ledger_id = $1 and id = any($2::uuid[])
    union all
    select 'open_item', id, document_number, amount_minor, currency, customer_id
    from open_item where ledger_id = $1 and id = any($3::uuid[])
    union all
    select 'customer', id, name, null, null, id from customer where ledger_id = $1 and id = any($4::uuid[])
    union all
    select 'posting', o.id, o.label, o.cash_minor, p.currency, null
    from posting o left join payment p on p.ledger_id = o.ledger_id and p.id = o.payment_id
    where o.ledger_id = $1 and o.id = any($5::uuid[])
    union all
    select 'dispute', d.id, i.document_number, d.amount_minor, d.currency, d.customer_id
    from dispute d join open_item i on i.ledger_id = d.ledger_id and i.id = d.open_item_id
    where d.ledger_id = $1 and d.id = any($6::uuid[])) s
  left join customer c on c.ledger_id = $1 and c.id = s.customer_id`;
