/** Records made for one request of the walk: nobody else's requests touch them. */
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { CollectionRow } from '../../../src/domain/collection.ts';
import type { MatchRunId, OpenItemId, PaymentId } from '../../../src/domain/ids.ts';
import type { OpenItemKind } from '../../../src/domain/open-item.ts';
import { createApiKey } from '../../../src/ledger/commands/api-keys.ts';
import { carryOut } from '../../../src/ledger/commands/carry-out.ts';
import { importCollection } from '../../../src/ledger/commands/import-collections.ts';
import { customerIdOf } from '../../../src/ledger/commands/import-customers.ts';
import { registerBankAccount } from '../../../src/ledger/commands/register-bank-account.ts';
import type { Queue } from '../../../src/ledger/jobs.ts';
import { inLedger } from '../../../src/ledger/transaction.ts';
import {
  act,
  currencyOf,
  day,
  enterItems,
  publishPayments,
  quarantine,
  readNames,
  runDecisions,
  type ItemSpec,
  type PaymentSpec,
} from '../../support/books.ts';
import { answered, clerkOf } from '../../support/clerk.ts';
import type { FullBooks } from '../../support/full-books.ts';

/** An open item of 120.00 unless said, of a customer of its own. */
export type ItemScene = Readonly<{ openItemId: OpenItemId; customerId: string; customer: string; number: string }>;
/** A payment of 120.00 in that a run left to people, with its item as the only suggestion. */
export type QueuedScene = ItemScene & Readonly<{ paymentId: PaymentId; matchRunId: MatchRunId; name: string }>;

export type Scenes = ReturnType<typeof scenesOf>;

export function scenesOf(pool: Pool, { ledgerId }: FullBooks) {
  const clerk = clerkOf(pool, ledgerId);
  const mark = () => randomUUID().slice(0, 8);

  async function item({ customer = `C-${mark()}`, ...spec }: Partial<ItemSpec> = {}): Promise<ItemScene> {
    const number = `F-${mark()}`;
    await enterItems(pool, ledgerId, [{ amount: '120.00', number, customer, ...spec }]);
    const names = await readNames(pool, ledgerId);
    return {
      openItemId: names.item(spec.number ?? number),
      customerId: customerIdOf(ledgerId, customer),
      customer,
      number,
    };
  }

  /** On a bank account of its own. */
  async function payment(spec: Partial<PaymentSpec> = {}, currency = 'EUR'): Promise<PaymentId> {
    const name = spec.name ?? `P-${mark()}`;
    const account = `A-${mark()}`;
    const registered = { identifier: account, currency: currencyOf(currency), name: 'Own', glAccount: '512100' };
    await registerBankAccount(pool, ledgerId, registered, act);
    const statement = { account, content: account, opening: '0.00', closedOn: '2026-03-02', currency };
    await publishPayments(pool, ledgerId, statement, [{ amount: '120.00', bookedOn: '2026-03-02', ...spec, name }]);
    return (await readNames(pool, ledgerId)).payment(name);
  }

  async function decided(reason: 'not_certain' | null, chunks?: number): Promise<QueuedScene> {
    const owed = await item();
    const name = `P-${mark()}`;
    const paymentId = await payment({ name });
    const decision = { payment: name, amount: '120.00', customer: owed.customer, item: owed.number, reason };
    const { id } = await runDecisions(pool, ledgerId, [decision], chunks === undefined ? {} : { chunks });
    return { ...owed, paymentId, matchRunId: id, name };
  }

  /** The id in the one row of the answer. */
  async function firstOf(sql: string, values: readonly unknown[]): Promise<string> {
    const { rows } = await inLedger(pool, ledgerId, (tx) => tx.query<{ id: unknown }>(sql, [ledgerId, ...values]));
    return String(rows[0]?.id);
  }

  return {
    clerk,
    item,
    payment,
    queued: () => decided('not_certain'),
    /** A run that is decided; `chunks` of its one are applied. */
    run: (chunks: number) => decided(null, chunks),
    /** A payment used for an item of 120.00, and the posting that did it. */
    async settled() {
      const owed = await item();
      const paymentId = await payment();
      const lines = [{ openItemId: owed.openItemId, residual: '120.00', cleared: '120.00' }];
      const request = { paymentId, version: 1, parts: [{ use: 'items', lines }] } as const;
      return { ...owed, paymentId, postingId: answered(await clerk.ask('settle_payment', request), 'postingId') };
    },
    credit: (customer?: string, kind: OpenItemKind = 'credit_note') => item({ kind, ...(customer && { customer }) }),
    /** A dispute of 50.00 of an item; resolved: rejected. */
    async dispute({ isResolved = false } = {}) {
      const owed = await item();
      const opening = { openItemId: owed.openItemId, residual: '120.00', amount: '50.00' } as const;
      const why = { openedFrom: 'invoice', category: 'A', reasonCode: 'price' } as const;
      const disputeId = answered(await clerk.ask('open_dispute', { ...opening, ...why }), 'disputeId');
      if (isResolved) await clerk.ask('resolve_dispute', { disputeId, version: 1, resolution: 'rejection' });
      return { ...owed, disputeId, version: isResolved ? 2 : 1 };
    },
    /** A collection of one debit of 120.00. */
    async collection() {
      const owed = await item();
      const reference = `SDD-${mark()}`;
      const row: CollectionRow = {
        reference,
        collectionDate: day('2026-03-02'),
        scheme: 'core',
        currency: currencyOf('EUR'),
        endToEndId: `E-${reference}`,
        mandateId: null,
        customerCode: owed.customer,
        documentNumber: owed.number,
        amountMinor: 12_000n,
        controlMinor: null,
      };
      const { refused } = await importCollection(pool, ledgerId, reference, [{ line: 2, row }], act);
      if (refused.length > 0) throw new Error(JSON.stringify(refused));
      return { ...owed, reference };
    },
    /** A request of `author` that waits for somebody else: a refund, which always takes two. */
    async waiting(author: string) {
      const { openItemId } = await item({ kind: 'credit_note' });
      const approvalId = randomUUID();
      const request = { openItemId, residual: '120.00', amount: '120.00' };
      const command = { id: approvalId, kind: 'refund_credit', reason: 'a test', request } as const;
      const waiting = await carryOut(pool, ledgerId, command, { ...act, actor: author });
      if (waiting.state !== 'waiting') throw new Error(`the refund is ${waiting.state}`);
      return { approvalId, requestSha256: waiting.requestSha256, openItemId };
    },
    /** A file that is set aside for a doubt that a person may overrule. */
    held: () =>
      quarantine(pool, ledgerId, `held ${mark()}`, {
        code: 'ingest.sequence_gap',
        severity: 'refuse',
        message: 'a number is missing',
        at: null,
        found: null,
      }),
    job: (queue: Queue) =>
      firstOf(`insert into job (ledger_id, queue, key, state) values ($1, $2, $3, 'waiting') returning id`, [
        queue,
        mark(),
      ]),
    deadLetter: (receiver: string) =>
      firstOf(
        `insert into webhook_dead_letter (ledger_id, destination, from_sequence, through_sequence, problem, failed_at)
         values ($1, $2, 1, 2, 'away', now()) returning id`,
        [receiver],
      ),
    async apiKey() {
      const { id } = await createApiKey(pool, { actor: 'walker', role: 'machine', ledgerId, days: 1 }, act);
      return id;
    },
    /** The next that is not closed. */
    dayToClose: () =>
      firstOf(
        `select (coalesce(max(closed_through), '2025-12-31') + 1)::text as id from period_close where ledger_id = $1`,
        [],
      ),
    mark,
  };
}
