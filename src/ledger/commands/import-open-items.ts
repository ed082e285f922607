/**
 * Takes the receivables ledger as the ERP hands it over. The same file again changes nothing; what changed is
 * written to the audit chain with before and after; what can't be taken is given back with the reason.
 */
import type { Pool, PoolClient } from 'pg';
import type { CustomerId, LedgerId, OpenItemId } from '../../domain/ids.ts';
import { sideOfKind, type OpenItemRecord, type RowProblem } from '../../domain/open-item.ts';
import { appendAuditEvents, type Act, type AuditEvent } from '../audit.ts';
import { dateColumn, int4Column, int8Column, textColumn, uuidColumn } from '../column-parameter.ts';
import { contentId } from '../content-id.ts';
import { planOpenItemChange, type OpenItemChange, type StoredOpenItem } from '../plan/open-item-change.ts';
import type { ItemBefore } from '../plan/rewind.ts';
import { inLedger } from '../transaction.ts';
import { fromStoredVat, toStoredVat, type StoredVatShare } from '../vat-column.ts';
import { followSettlement } from './disputes/follow-settlement.ts';
import { enqueueMatching } from './enqueue-matching.ts';
import { customerIdOf } from './import-customers.ts';
import { importRefusals } from './import-refusals.ts';

type OpenItemRow = Readonly<{ line: number; record: OpenItemRecord }>;
type OpenItemsImported = Readonly<{
  added: number;
  changed: number;
  /** Of those changed or added, the items that are open no more. */
  closed: number;
  unchanged: number;
  /** Rows older than what is known of their item: passed over. */
  stale: number;
  refused: readonly RowProblem[];
}>;

type Stored = StoredOpenItem & Readonly<{ id: OpenItemId; version: number }>;
type Named = OpenItemRow & Readonly<{ id: OpenItemId; customerId: CustomerId }>;
type Added = Pick<Named, 'id' | 'customerId' | 'record'>;
type Confirmed = Readonly<{ id: OpenItemId; asOf: OpenItemRecord['asOf'] }>;
type Changed = Readonly<{ stored: Stored; record: OpenItemRecord; change: OpenItemChange }>;

type ImportOptions = Readonly<{
  /** What becomes of a row with a residual of 0 whose document is not known: `leave` is for files that repeat everything
   * that was ever settled, and counts it nowhere. */
  unknownClosed?: 'add' | 'leave';
  /** What becomes of the rows after one that is refused: `stop` takes none of them and counts them nowhere. */
  refused?: 'pass_over' | 'stop';
}>;

/** Takes one batch, all of its good rows or none. A document named twice in a batch is taken once, the first time. */
export async function importOpenItems(
  pool: Pool,
  ledgerId: LedgerId,
  rows: readonly OpenItemRow[],
  act: Act,
  { unknownClosed = 'add', refused: whenRefused = 'pass_over' }: ImportOptions = {},
): Promise<OpenItemsImported> {
  const named = rows.map((row) => nameOf(ledgerId, row));
  return inLedger(pool, ledgerId, async (tx) => {
    const known = await findCustomers(tx, ledgerId, rows);
    const stored = await lockItems(tx, ledgerId, named);
    const added: Added[] = [];
    const changed: Changed[] = [];
    const confirmed: Confirmed[] = [];
    const refused: RowProblem[] = [];
    let stale = 0;
    let left = 0;
    const seen = new Set<OpenItemId>();
    let looked = 0;
    for (const { line, record, id, customerId } of named) {
      if (refused.length > 0 && whenRefused === 'stop') break;
      looked += 1;
      const refuse = (code: keyof typeof importRefusals) =>
        refused.push({
          line,
          code,
          message: importRefusals[code],
          found: `${record.customerCode} ${record.documentNumber}`,
        });
      const before = stored.get(id);
      if (before === undefined && record.residualMinor === 0n && unknownClosed === 'leave') left += 1;
      else if (seen.has(id)) refuse('import.duplicate_row');
      else if (!known.has(record.customerCode)) refuse('import.customer_unknown');
      else if (before === undefined) added.push({ id, customerId, record });
      else {
        const change = planOpenItemChange(before, record);
        if (!change.ok) refuse(change.error);
        else if (change.value === 'stale') stale += 1;
        else if (change.value === 'confirmed') confirmed.push({ id, asOf: record.asOf });
        else if (change.value !== 'nothing_new') changed.push({ stored: before, record, change: change.value });
      }
      seen.add(id);
    }
    await insertItems(tx, ledgerId, added, act);
    await updateItems(tx, ledgerId, changed, act);
    await confirmItems(tx, ledgerId, confirmed);
    const disputes = await followFallen(tx, ledgerId, changed, act);
    await appendAuditEvents(tx, ledgerId, [...addedEvent(added), ...changed.map(changedEvent), ...disputes], act);
    if (added.length + changed.length > 0) await enqueueMatching(tx, ledgerId);
    return {
      added: added.length,
      changed: changed.length,
      closed:
        added.filter(({ record }) => record.residualMinor === 0n).length +
        changed.filter(({ stored, change }) => stored.residualMinor > 0n && change.residualMinor === 0n).length,
      unchanged: looked - added.length - changed.length - stale - left - refused.length,
      stale,
      refused,
    };
  });
}

/** The ERP cleared what was disputed here. */
async function followFallen(
  tx: PoolClient,
  ledgerId: LedgerId,
  changed: readonly Changed[],
  act: Act,
): Promise<readonly AuditEvent[]> {
  const fallen = changed.filter(({ stored, change }) => change.residualMinor < stored.residualMinor);
  if (fallen.length === 0) return [];
  const id = contentId<string>('open_item_import', ledgerId, act.actor, act.now.toISOString());
  return followSettlement(tx, ledgerId, { id, act }, new Map(fallen.map(({ stored }) => [stored.id, 'payment'])));
}

function nameOf(ledgerId: LedgerId, row: OpenItemRow): Named {
  const { customerCode, kind, documentNumber } = row.record;
  const customerId = customerIdOf(ledgerId, customerCode);
  return { ...row, customerId, id: contentId<OpenItemId>('open_item', ledgerId, customerId, kind, documentNumber) };
}

async function findCustomers(tx: PoolClient, ledgerId: LedgerId, rows: readonly OpenItemRow[]) {
  const { rows: found } = await tx.query<{ code: string }>(
    'select code from customer where ledger_id = $1 and code = any($2)',
    [ledgerId, [...new Set(rows.map(({ record }) => record.customerCode))]],
  );
  return new Set(found.map(({ code }) => code));
}

// One by one, and so by the primary key: before the table was analyzed PostgreSQL takes `id = any(…)` for a reason to read
// the whole of another index.
async function lockItems(tx: PoolClient, ledgerId: LedgerId, named: readonly Named[]) {
  const wanted = uuidColumn(named, ({ id }) => id);
  const { rows } = await tx.query<Omit<Stored, 'clearedMinor' | 'vat'> & { vat: readonly StoredVatShare[] | null }>(
    `select id, version, currency, due_date_source as "dueDateSource", vat, base_minor as "baseAmountMinor", amount_minor as "amountMinor", residual_minor as "residualMinor",
       imported_residual_minor as "importedResidualMinor", acknowledged_minor as "acknowledgedMinor",
       issue_date as "issueDate", due_date as "dueDate", creditor_reference as "creditorReference",
       purchase_order as "purchaseOrder", discount_bp as "discountBp", discount_until as "discountUntil", imported_as_of as "importedAsOf"
     from (select distinct id as wanted from unnest($2::uuid[]) as id order by id) w
     cross join lateral (select * from open_item where ledger_id = $1 and id = w.wanted for update) i`,
    [ledgerId, wanted],
  );
  // Asked after the locks: a statement that waited for them still sees the allocations of before it waited.
  const cleared = await tx.query<{ id: OpenItemId; clearedMinor: bigint }>(
    `select open_item_id as id, sum(amount_minor)::bigint as "clearedMinor" from allocation
     where ledger_id = $1 and open_item_id = any($2::uuid[]) group by open_item_id`,
    [ledgerId, wanted],
  );
  const clearedById = new Map(cleared.rows.map(({ id, clearedMinor }) => [id, clearedMinor]));
  return new Map(
    rows.map((row): [OpenItemId, Stored] => [
      row.id,
      { ...row, vat: fromStoredVat(row.vat, row.currency), clearedMinor: clearedById.get(row.id) ?? 0n },
    ]),
  );
}

async function insertItems(tx: PoolClient, ledgerId: LedgerId, added: readonly Added[], act: Act): Promise<void> {
  if (added.length === 0) return;
  await tx.query(
    `insert into open_item (ledger_id, id, customer_id, document_number, kind, side, currency, amount_minor, issue_date,
       due_date, due_date_source, creditor_reference, purchase_order, discount_bp, discount_until, vat, base_minor,
       imported_as_of, imported_residual_minor, acknowledged_minor, residual_minor, added_at)
     select $1, id, customer, number, kind, side, currency, amount, issued, due, due_source, reference, purchase_order,
       discount, discount_until, vat::jsonb, base, as_of, residual, 0, residual, $20
     from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bigint[], $9::date[],
       $10::date[], $11::text[], $12::text[], $13::text[], $14::int[], $15::date[], $16::text[], $17::bigint[],
       $18::date[], $19::bigint[])
       as t (id, customer, number, kind, side, currency, amount, issued, due, due_source, reference, purchase_order,
         discount, discount_until, vat, base, as_of, residual)`,
    [
      ledgerId,
      uuidColumn(added, ({ id }) => id),
      uuidColumn(added, ({ customerId }) => customerId),
      textColumn(added, ({ record }) => record.documentNumber),
      textColumn(added, ({ record }) => record.kind),
      textColumn(added, ({ record }) => sideOfKind(record.kind)),
      textColumn(added, ({ record }) => record.currency),
      int8Column(added, ({ record }) => record.amountMinor),
      dateColumn(added, ({ record }) => record.issueDate),
      dateColumn(added, ({ record }) => record.dueDate),
      textColumn(added, ({ record }) => record.dueDateSource),
      textColumn(added, ({ record }) => record.creditorReference),
      textColumn(added, ({ record }) => record.purchaseOrder),
      int4Column(added, ({ record }) => record.discount?.bp ?? null),
      dateColumn(added, ({ record }) => record.discount?.until ?? null),
      textColumn(added, ({ record }) => vatColumn(record)),
      int8Column(added, ({ record }) => record.baseAmountMinor),
      dateColumn(added, ({ record }) => record.asOf),
      int8Column(added, ({ record }) => record.residualMinor),
      act.now,
    ],
  );
  await insertAdjustments(
    tx,
    ledgerId,
    added.map(({ id, record }) => ({
      id,
      itemVersion: 1,
      amountMinor: record.amountMinor - record.residualMinor,
      reason: 'cleared_before_import',
    })),
    act,
  );
}

async function updateItems(tx: PoolClient, ledgerId: LedgerId, changed: readonly Changed[], act: Act): Promise<void> {
  if (changed.length === 0) return;
  const column = <T>(read: (item: Changed) => T): T[] => changed.map(read);
  await tx.query(
    `update open_item set amount_minor = t.amount, issue_date = t.issued, due_date = t.due,
       creditor_reference = t.reference, purchase_order = t.purchase_order, discount_bp = t.discount,
       discount_until = t.discount_until, due_date_source = t.due_source, vat = t.vat, base_minor = t.base,
       imported_residual_minor = t.imported,
       acknowledged_minor = t.acknowledged, residual_minor = t.residual,
       imported_as_of = coalesce(t.as_of, imported_as_of), version = version + 1
     from unnest($2::uuid[], $3::bigint[], $4::date[], $5::date[], $6::text[], $7::text[], $8::int[], $9::date[],
       $10::bigint[], $11::bigint[], $12::bigint[], $13::date[], $14::text[], $15::jsonb[], $16::bigint[])
       as t (id, amount, issued, due, reference, purchase_order, discount, discount_until, imported, acknowledged,
         residual, as_of, due_source, vat, base)
     where ledger_id = $1 and open_item.id = t.id`,
    [
      ledgerId,
      column(({ stored }) => stored.id),
      column(({ change }) => change.amountMinor),
      column(({ record }) => record.issueDate),
      column(({ record }) => record.dueDate),
      column(({ record }) => record.creditorReference),
      column(({ record }) => record.purchaseOrder),
      column(({ record }) => record.discount?.bp ?? null),
      column(({ record }) => record.discount?.until ?? null),
      column(({ record }) => record.residualMinor),
      column(({ change }) => change.acknowledgedMinor),
      column(({ change }) => change.residualMinor),
      column(({ record }) => record.asOf),
      column(({ record }) => record.dueDateSource),
      column(({ record }) => vatColumn(record)),
      column(({ record }) => record.baseAmountMinor),
    ],
  );
  const adjustments = changed.flatMap(({ stored, change }) => [
    {
      id: stored.id,
      itemVersion: stored.version + 1,
      amountMinor: change.clearedElsewhereMinor,
      reason: 'cleared_elsewhere',
    },
    {
      id: stored.id,
      itemVersion: stored.version + 1,
      amountMinor: change.amountChangedMinor,
      reason: 'amount_changed',
    },
  ]);
  await insertAdjustments(tx, ledgerId, adjustments, act);
}

/** Nothing of the items changed but the day on which the ERP last said so: no news, and no new version. */
async function confirmItems(tx: PoolClient, ledgerId: LedgerId, confirmed: readonly Confirmed[]): Promise<void> {
  if (confirmed.length === 0) return;
  await tx.query(
    `update open_item set imported_as_of = t.as_of from unnest($2::uuid[], $3::date[]) as t (id, as_of)
     where ledger_id = $1 and open_item.id = t.id`,
    [ledgerId, confirmed.map(({ id }) => id), confirmed.map(({ asOf }) => asOf)],
  );
}

type Adjustment = Readonly<{ id: OpenItemId; itemVersion: number; amountMinor: bigint; reason: string }>;

async function insertAdjustments(
  tx: PoolClient,
  ledgerId: LedgerId,
  all: readonly Adjustment[],
  act: Act,
): Promise<void> {
  const adjustments = all.filter(({ amountMinor }) => amountMinor !== 0n);
  if (adjustments.length === 0) return;
  await tx.query(
    `insert into open_item_adjustment (ledger_id, open_item_id, item_version, amount_minor, reason, adjusted_at)
     select $1, t.*, $6 from unnest($2::uuid[], $3::int[], $4::bigint[], $5::text[]) as t`,
    [
      ledgerId,
      adjustments.map(({ id }) => id),
      adjustments.map(({ itemVersion }) => itemVersion),
      adjustments.map(({ amountMinor }) => amountMinor),
      adjustments.map(({ reason }) => reason),
      act.now,
    ],
  );
}

function vatColumn({ vat, currency }: OpenItemRecord): string | null {
  const stored = toStoredVat(vat, currency);
  return stored === null ? null : JSON.stringify(stored);
}

const addedEvent = (added: readonly Added[]): readonly AuditEvent[] =>
  added.length === 0
    ? []
    : [
        {
          type: 'open_items.added',
          subject: 'open_item',
          details: {
            count: added.length,
            items: added.map(({ id, record }) => ({
              id,
              amountMinor: record.amountMinor,
              residualMinor: record.residualMinor,
            })),
          },
        },
      ];

const changedEvent = ({ stored, record, change }: Changed): AuditEvent => ({
  type: change.residualMinor === 0n && stored.residualMinor > 0n ? 'open_item.closed' : 'open_item.changed',
  subject: stored.id,
  details: {
    documentNumber: record.documentNumber,
    // Whole: who replays a run of before has nothing else to undo the change by (plan/rewind.ts).
    before: { ...stateOf(stored), ...besideOf(stored) },
    after: {
      amountMinor: change.amountMinor,
      residualMinor: change.residualMinor,
      dueDate: record.dueDate,
      ...besideOf(record),
    },
    changedFields: change.changedFields,
    clearedElsewhereMinor: change.clearedElsewhereMinor,
  },
});

const stateOf = (stored: Stored): ItemBefore => ({
  amountMinor: stored.amountMinor,
  residualMinor: stored.residualMinor,
  issueDate: stored.issueDate,
  dueDate: stored.dueDate,
  creditorReference: stored.creditorReference,
  purchaseOrder: stored.purchaseOrder,
  discountBp: stored.discountBp,
  discountUntil: stored.discountUntil,
});

/** What matching does not read, and an auditor does. */
const besideOf = (item: Pick<OpenItemRecord, 'dueDateSource' | 'vat' | 'baseAmountMinor'>) => ({
  dueDateSource: item.dueDateSource,
  vat: item.vat,
  baseAmountMinor: item.baseAmountMinor,
});
