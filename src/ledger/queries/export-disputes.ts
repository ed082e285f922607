import type { PoolClient } from 'pg';
import type { LedgerId } from '../../domain/ids.ts';
import { decimalOf, readExportRows, type ExportPeriod } from './export-rows.ts';

/** A dispute as it stands, for other systems. Amounts are decimal strings; what nobody said is empty. */
export type ExportedDispute = Readonly<{
  disputeId: string;
  state: string;
  resolution: string;
  customerCode: string;
  customerName: string;
  documentNumber: string;
  amount: string;
  /** What is left of the document. */
  residual: string;
  currency: string;
  category: string;
  reasonCode: string;
  reasonLabel: string;
  owner: string;
  department: string;
  dueDate: string;
  openedFrom: string;
  openedAt: string;
  resolvedAt: string;
  paymentId: string;
}>;

type Row = Omit<ExportedDispute, 'amount' | 'residual' | 'openedAt' | 'resolvedAt'> &
  Readonly<{ amountMinor: bigint; residualMinor: bigint; openedAt: Date; resolvedAt: Date | null }>;

/** All disputes opened in the period (days in UTC), the earliest opened first. */
export async function* exportDisputes(
  tx: PoolClient,
  ledgerId: LedgerId,
  { from, to }: ExportPeriod,
): AsyncGenerator<ExportedDispute> {
  for await (const row of readExportRows<Row>(tx, disputes, [ledgerId, from, to])) {
    const { amountMinor, residualMinor, openedAt, resolvedAt, ...texts } = row;
    yield {
      ...texts,
      amount: decimalOf(amountMinor, texts.currency),
      residual: decimalOf(residualMinor, texts.currency),
      openedAt: openedAt.toISOString(),
      resolvedAt: resolvedAt?.toISOString() ?? '',
    };
  }
}

const disputes = `
  select d.id as "disputeId", d.state, coalesce(d.resolution, '') as resolution, c.code as "customerCode",
    c.name as "customerName", i.document_number as "documentNumber", d.amount_minor as "amountMinor",
    i.residual_minor as "residualMinor", d.currency, d.category, d.reason_code as "reasonCode",
    r.label as "reasonLabel", coalesce(d.owner, '') as owner, coalesce(d.department, '') as department,
    coalesce(d.due_date::text, '') as "dueDate", d.opened_from as "openedFrom", d.opened_at as "openedAt",
    d.resolved_at as "resolvedAt", coalesce(d.payment_id::text, '') as "paymentId"
  from dispute d
  join open_item i on i.ledger_id = d.ledger_id and i.id = d.open_item_id
  join customer c on c.ledger_id = d.ledger_id and c.id = d.customer_id
  join dispute_reason r on r.ledger_id = d.ledger_id and r.code = d.reason_code
  where d.ledger_id = $1
    and (d.opened_at at time zone 'UTC')::date between coalesce($2::date, '-infinity') and coalesce($3::date, 'infinity')
  order by d.opened_at, d.id`;
