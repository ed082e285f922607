/** Records made for one request of the walk: nobody else's requests touch them. */
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { CollectionRow } from '../../../src/domain/collection.ts';
import type { CustomerId, MatchRunId, OpenItemId, PaymentId } from '../../../src/domain/ids.ts';
import type { Proposal } from '../../../src/domain/match.ts';
import { cancelMatchRun } from '../../../src/ledger/commands/cancel-match-run.ts';
import { importCollection } from '../../../src/ledger/commands/import-collections.ts';
import { customerIdOf } from '../../../src/ledger/commands/import-customers.ts';
import { registerBankAccount } from '../../../src/ledger/commands/register-bank-account.ts';
import { inLedger } from '../../../src/ledger/transaction.ts';
import {
  act,
  currencyOf,
  day,
  enterItems,
  publishPayments,
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

/** A suggestion; `chosen`: what of it is not an item paid in full. */
export type Suggested = Readonly<{ item?: Partial<ItemSpec>; paid?: string; chosen?: Partial<Proposal> }>;

export type BookScenes = ReturnType<typeof bookScenesOf>;

export function bookScenesOf(pool: Pool, { ledgerId }: FullBooks) {
  const clerk = clerkOf(pool, ledgerId);
  let openRun: MatchRunId | null = null;
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

  /** A run over one item of 120.00 and one payment of as much unless said; `chunks` of it are applied. */
  async function decided(
    reason: 'not_certain' | null,
    { item: spec = {}, paid = '120.00', chosen = {} }: Suggested = {},
    chunks?: number,
  ): Promise<QueuedScene> {
    if (openRun !== null) await cancelMatchRun(pool, ledgerId, openRun, act);
    openRun = null;
    const owed = await item(spec);
    const name = `P-${mark()}`;
    const paymentId = await payment({ name, amount: paid });
    const { customer, number } = owed;
    const decision = { payment: name, amount: '120.00', customer, item: number, reason, chosen };
    const { id } = await runDecisions(pool, ledgerId, [decision], chunks === undefined ? {} : { chunks });
    return { ...owed, paymentId, matchRunId: id, name };
  }

  /** The id in the one row of the answer. */
  async function firstOf(sql: string, values: readonly unknown[]): Promise<string> {
    const { rows } = await inLedger(pool, ledgerId, (tx) => tx.query<{ id: unknown }>(sql, [ledgerId, ...values]));
    return String(rows[0]?.id);
  }

  /** Uses a payment for an item of 120.00 that it is as much as. @returns the posting */
  async function settle(paymentId: PaymentId, openItemId: OpenItemId, version = 1): Promise<string> {
    const lines = [{ openItemId, residual: '120.00', cleared: '120.00' }];
    const request = { paymentId, version, parts: [{ use: 'items', lines }] } as const;
    return answered(await clerk.ask('settle_payment', request), 'postingId');
  }

  return {
    mark,
    clerk,
    firstOf,
    item,
    payment,
    credit: (customer?: string) => item({ kind: 'credit_note', ...(customer && { customer }) }),
    queued: () => decided('not_certain'),
    suggested: (spec: Suggested) => decided('not_certain', spec),
    /** A run that is decided and not applied. The one before is cancelled by then: there is one at a time. */
    async run() {
      const scene = await decided(null, {}, 0);
      openRun = scene.matchRunId;
      return scene;
    },
    appliedRun: () => decided(null),
    /** A suggestion for a payment that was used for something else since: 20.00 are left of it. */
    async partlyUsed() {
      const scene = await decided('not_certain');
      const parts = [{ use: 'on_account', customerId: scene.customerId as CustomerId, amount: '100.00' }] as const;
      await clerk.ask('settle_payment', { paymentId: scene.paymentId, version: 2, parts });
      return scene;
    },
    /** A payment used for an item of 120.00, and the posting that did it. */
    async settled() {
      const owed = await item();
      const paymentId = await payment();
      return { ...owed, paymentId, postingId: await settle(paymentId, owed.openItemId) };
    },
    /** Has an item of 120.00 paid by some payment. */
    pay: async (openItemId: OpenItemId) => settle(await payment(), openItemId),
    writeOff: (openItemId: OpenItemId, residual: string) =>
      clerk.ask('write_off', { openItemId, residual, amount: '1.00' }),
    /** Money on account that was used since: the posting that put it there. */
    async builtOn() {
      const owed = await item();
      const parts = [{ use: 'on_account', customerId: owed.customerId as CustomerId, amount: '120.00' }] as const;
      const paymentId = await payment();
      const postingId = answered(await clerk.ask('settle_payment', { paymentId, version: 1, parts }), 'postingId');
      const made = 'select id from open_item where ledger_id = $1 and origin_posting_id = $2';
      const onAccount = (await firstOf(made, [postingId])) as OpenItemId;
      const lines = [owed.openItemId, onAccount].map((openItemId) => ({
        openItemId,
        residual: '120.00',
        cleared: '120.00',
      }));
      await clerk.ask('net_items', { lines });
      return postingId;
    },
    /** What a statement booked. */
    entryPosting: () => firstOf(`select id from posting where ledger_id = $1 and source = 'entry' limit 1`, []),
    /** A dispute of 50.00 of an item; resolved: rejected. */
    async dispute({ isResolved = false, ...spec }: Partial<ItemSpec> & { isResolved?: boolean } = {}) {
      const owed = await item(spec);
      const opening = { openItemId: owed.openItemId, residual: '120.00', amount: '50.00' } as const;
      const why = { openedFrom: 'invoice', category: 'A', reasonCode: 'price' } as const;
      const disputeId = answered(await clerk.ask('open_dispute', { ...opening, ...why }), 'disputeId');
      if (isResolved) await clerk.ask('resolve_dispute', { disputeId, version: 1, resolution: 'rejection' });
      return { ...owed, disputeId };
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
  };
}
