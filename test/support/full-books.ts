/** Books with at least one record of every kind that the API names by an id: what a walk over all routes asks for. */
import { randomUUID } from 'node:crypto';
import { requestExport } from '../../src/ledger/commands/exports.ts';
import type { Pool } from 'pg';
import type { LedgerId } from '../../src/domain/ids.ts';
import { customerIdOf } from '../../src/ledger/commands/import-customers.ts';
import { enqueue } from '../../src/ledger/jobs.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import {
  act,
  enterItems,
  openBooks,
  publishPayments,
  quarantine,
  readNames,
  runDecisions,
  type Names,
} from './books.ts';
import { answered, clerkOf } from './clerk.ts';

export type FullBooks = Readonly<{
  ledgerId: LedgerId;
  code: string;
  names: Names;
  customerId: string;
  account: string;
  /** Of the record that a parameter of a path names; null: the books have none. */
  idOf(parameter: string): Promise<string | null>;
}>;

/**
 * @param mark - in every text that people gave: names, codes, numbers. What shows it shows these books.
 */
export async function openFullBooks(pool: Pool, code: string, mark: string): Promise<FullBooks> {
  const account = `ACCOUNT-${mark}`;
  const customer = `C-${mark}`;
  const ledgerId = await openBooks(pool, code, account);
  await enterItems(pool, ledgerId, [
    { number: `F-1-${mark}`, customer, amount: '100.00' },
    { number: `F-2-${mark}`, customer, amount: '50.00' },
    { number: `F-3-${mark}`, customer, amount: '70.00' },
    { number: `N-1-${mark}`, customer, amount: '20.00', kind: 'credit_note' },
    { number: `G-1-${mark}`, customer: `D-${mark}`, amount: '10.00' },
  ]);
  const statement = { account, content: `statement ${mark}`, opening: '0.00', closedOn: '2026-03-02' };
  const payments = ['P-100', 'P-50', 'P-60', 'P-80', 'P-90'].map((name) => ({
    name: `${name}-${mark}`,
    amount: `${name.slice(2)}.00`,
    bookedOn: '2026-03-02',
    from: `Payer ${mark}`,
    text: `Rechnung ${mark}`,
  }));
  await publishPayments(pool, ledgerId, statement, payments);
  await runDecisions(pool, ledgerId, [
    { payment: `P-100-${mark}`, amount: '100.00', customer, item: `F-1-${mark}`, reason: null },
    { payment: `P-50-${mark}`, amount: '50.00', customer, item: `F-2-${mark}`, reason: 'payer_is_other_customer' },
    { payment: `P-60-${mark}`, amount: '60.00', customer, item: null, reason: 'no_reference_found' },
  ]);
  await quarantine(pool, ledgerId, `refused ${mark}`, {
    code: 'ingest.format_unknown',
    severity: 'refuse',
    message: `no format ${mark}`,
    at: null,
    found: null,
  });
  const names = await readNames(pool, ledgerId);
  await work(pool, ledgerId, names, mark);
  return {
    ledgerId,
    code,
    names,
    customerId: customerIdOf(ledgerId, customer),
    account,
    async idOf(parameter) {
      const sql = idsBySql[parameter] ?? tableQuery(parameter);
      const { rows } = await inLedger(pool, ledgerId, (tx) => tx.query<{ id: unknown }>(sql));
      return rows[0] === undefined ? null : String(rows[0].id);
    },
  };
}

/** A clerk's day: a payment settled, a dispute opened, a request that waits for a second person, an export. */
async function work(pool: Pool, ledgerId: LedgerId, names: Names, mark: string): Promise<void> {
  const clerk = clerkOf(pool, ledgerId);
  const settled = await clerk.ask('settle_payment', {
    paymentId: names.payment(`P-80-${mark}`),
    version: 1,
    parts: [{ use: 'on_account', customerId: customerIdOf(ledgerId, `C-${mark}`), amount: '30.00' }],
  });
  answered(settled, 'postingId');
  const dispute = await clerk.ask('open_dispute', {
    openItemId: names.item(`F-3-${mark}`),
    residual: '70.00',
    amount: '10.00',
    openedFrom: 'invoice',
    category: 'A',
    reasonCode: 'price',
    comment: `says ${mark}`,
  });
  answered(dispute, 'disputeId');
  const plenty = '1000.00';
  const waiting = await clerk.ask('set_tolerances', {
    writeOff: plenty,
    writeOffBp: 100,
    writeOffMonthly: plenty,
    approveWriteOff: plenty,
    approveRefund: plenty,
    approveTransfer: plenty,
  });
  if (waiting.state !== 'waiting') throw new Error(`limits are ${waiting.state} without a second person`);
  await inLedger(pool, ledgerId, (tx) => enqueue(tx, ledgerId, 'match', 'EUR'));
  const exportId = randomUUID();
  await requestExport(pool, ledgerId, exportId, { kind: 'allocations' }, { ...act, actor: `clerk ${mark}` });
  await inLedger(pool, ledgerId, async (tx) => {
    await tx.query(
      `insert into export_chunk (ledger_id, export_id, chunk_index, bytes) values ($1, $2, 0, convert_to($3, 'UTF8'))`,
      [ledgerId, exportId, mark],
    );
    await tx.query(
      `update export set state = 'ready', file_name = 'allocations.csv', media_type = 'text/csv', byte_count = length($3),
         ready_at = requested_at where ledger_id = $1 and id = $2`,
      [ledgerId, exportId, mark],
    );
  });
}

const idsBySql: Readonly<Record<string, string>> = {
  approvalId: 'select id from approval_request',
  sha256: `select sha256 as id from statement_file order by state = 'quarantined' desc, sha256 limit 1`,
  index: 'select 0 as id',
  // One that nothing has become of.
  paymentId: 'select id from payment where version = 1',
  code: `select 'price' as id`,
  number: 'select document_number as id from open_item order by id limit 1',
  webhook: `select 'erp' as id`,
  source: `select 'bank' as id`,
  exportId: `select id from export order by state = 'ready' desc, id limit 1`,
  deadLetterId: 'select coalesce(min(id), 1) as id from webhook_dead_letter',
  jobId: `select id from job where ledger_id = current_setting('app.ledger_id')::int`,
};

/** `matchRunId` names a row of `match_run`; the oldest by its id. */
function tableQuery(parameter: string): string {
  const table = parameter.replace(/Id$/, '').replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  if (!/^[a-z_]+$/.test(table)) throw new Error(`${parameter} names no table`);
  return `select id from "${table}" order by id limit 1`;
}
