import type { Pool, PoolClient } from 'pg';
import type { CustomerId, LedgerId } from '../../domain/ids.ts';
import type { CustomerRecord } from '../../domain/open-item.ts';
import { formatPaymentTerms } from '../../domain/payment-terms.ts';
import { appendAuditEvents, type Act, type AuditEvent } from '../audit.ts';
import { contentId } from '../content-id.ts';
import { enqueueMatching } from './enqueue-matching.ts';
import { inLedger } from '../transaction.ts';

type CustomersImported = Readonly<{ added: number; changed: number; unchanged: number }>;

export const customerIdOf = (ledgerId: LedgerId, code: string): CustomerId =>
  contentId<CustomerId>('customer', ledgerId, code);

/**
 * Takes one batch of customers, all or none. The last row of a code stands; its IBANs and its terms replace the ones we
 * had. The same batch again changes nothing.
 *
 * @param known - `leave` adds those that are new and changes none: for files that only mention customers.
 */
export async function importCustomers(
  pool: Pool,
  ledgerId: LedgerId,
  records: readonly CustomerRecord[],
  act: Act,
  known: 'replace' | 'leave' = 'replace',
): Promise<CustomersImported> {
  const recordByCode = new Map(records.map((record) => [record.code, record]));
  return inLedger(pool, ledgerId, async (tx) => {
    const stored = await lockCustomers(tx, ledgerId, [...recordByCode.keys()]);
    const news = [...recordByCode.values()].filter((record) => {
      const before = stored.get(record.code);
      return before === undefined || (known === 'replace' && isChanged(before, record));
    });
    await write(tx, ledgerId, news, stored);
    const events = news.map((record): AuditEvent => {
      const before = stored.get(record.code);
      const { code, name, ibans } = record;
      const details = { code, name, ibans, paymentTerms: termsText(record), before: before ?? null };
      return {
        type: before === undefined ? 'customer.added' : 'customer.changed',
        subject: customerIdOf(ledgerId, record.code),
        details,
      };
    });
    await appendAuditEvents(tx, ledgerId, events, act);
    if (news.length > 0) await enqueueMatching(tx, ledgerId);
    const added = news.filter(({ code }) => !stored.has(code)).length;
    return { added, changed: news.length - added, unchanged: records.length - news.length };
  });
}

/** `paymentTerms` as the column holds them. */
type Stored = Readonly<{ name: string; ibans: readonly string[]; paymentTerms: string | null }>;
const termsText = ({ paymentTerms }: CustomerRecord): string | null =>
  paymentTerms === null ? null : formatPaymentTerms(paymentTerms);
const isChanged = (before: Stored, record: CustomerRecord): boolean =>
  before.name !== record.name || key(before.ibans) !== key(record.ibans) || before.paymentTerms !== termsText(record);
const key = (ibans: readonly string[]): string => ibans.toSorted().join();

async function lockCustomers(
  tx: PoolClient,
  ledgerId: LedgerId,
  codes: readonly string[],
): Promise<ReadonlyMap<string, Stored>> {
  const { rows } = await tx.query<{ id: CustomerId; code: string; name: string; paymentTerms: string | null }>(
    'select id, code, name, payment_terms as "paymentTerms" from customer where ledger_id = $1 and code = any($2) order by id for update',
    [ledgerId, codes],
  );
  // Asked after the locks: a statement that waited for them still sees the IBANs of before it waited.
  const ibans = await tx.query<{ id: CustomerId; iban: string }>(
    'select customer_id as id, iban from customer_iban where ledger_id = $1 and customer_id = any($2) order by iban',
    [ledgerId, rows.map(({ id }) => id)],
  );
  const ibansById = new Map(rows.map(({ id }): [CustomerId, string[]] => [id, []]));
  for (const { id, iban } of ibans.rows) ibansById.get(id)?.push(iban);
  return new Map(
    rows.map(({ id, code, name, paymentTerms }) => [code, { name, ibans: ibansById.get(id) ?? [], paymentTerms }]),
  );
}

async function write(
  tx: PoolClient,
  ledgerId: LedgerId,
  records: readonly CustomerRecord[],
  stored: ReadonlyMap<string, Stored>,
): Promise<void> {
  const ids = records.map(({ code }) => customerIdOf(ledgerId, code));
  // A new code that someone else has just added is no update: the transaction starts again, and sees it.
  const added = records.filter(({ code }) => !stored.has(code));
  await tx.query(
    `insert into customer (ledger_id, id, code, name, payment_terms)
     select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[])`,
    [
      ledgerId,
      added.map(({ code }) => customerIdOf(ledgerId, code)),
      added.map(({ code }) => code),
      added.map(({ name }) => name),
      added.map(termsText),
    ],
  );
  const changed = records.filter(({ code }) => stored.has(code));
  await tx.query(
    `update customer set name = t.name, payment_terms = t.terms, version = version + 1
     from unnest($2::text[], $3::text[], $4::text[]) as t (code, name, terms)
     where ledger_id = $1 and customer.code = t.code`,
    [ledgerId, changed.map(({ code }) => code), changed.map(({ name }) => name), changed.map(termsText)],
  );
  await tx.query('delete from customer_iban where ledger_id = $1 and customer_id = any($2)', [ledgerId, ids]);
  const ibans = records.flatMap(({ code, ibans }) => ibans.map((iban) => ({ id: customerIdOf(ledgerId, code), iban })));
  await tx.query(
    `insert into customer_iban (ledger_id, customer_id, iban) select $1, * from unnest($2::uuid[], $3::text[])
     on conflict do nothing`,
    [ledgerId, ibans.map(({ id }) => id), ibans.map(({ iban }) => iban)],
  );
}
