/** What the ledger says beside what the model says, row by row, and the ledger's own proof. */
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import type { Books } from './books.ts';
import { disputedOf } from './model.ts';

/** @returns one line for each difference and each violation; empty: both say the same, and it adds up. */
export async function findDifferences({ pool, model, done }: Books): Promise<readonly string[]> {
  const { violations } = await verifyLedger(pool, model.ledgerId);
  const found = violations.map((violation) => `verify: ${JSON.stringify(violation)}`);
  const told = (lines: Iterable<string>): string => [...lines].toSorted().join('\n');
  const compare = (modelled: Iterable<string>, stored: Iterable<string>): void => {
    const [left, right] = [new Set(told(modelled).split('\n')), new Set(told(stored).split('\n'))];
    for (const line of left) if (!right.has(line)) found.push(`only in the model: ${line}`);
    for (const line of right) if (!left.has(line)) found.push(`only in the ledger: ${line}`);
  };
  const rows = await readRows({ pool, model });
  compare(
    [...model.items.values()].map(
      ({ id, residualMinor }) => `item ${id} residual ${residualMinor} disputed ${disputedOf(model, id)}`,
    ),
    rows.items,
  );
  compare(
    [...model.cleared].flatMap(([key, minor]) => (minor === 0n ? [] : [`cleared of ${key}: ${minor}`])),
    rows.cleared,
  );
  compare(
    [...model.disputes.values()].map(
      ({ id, amountMinor, isOpen, version }) =>
        `dispute ${id} of ${amountMinor} ${isOpen ? 'open' : 'resolved'} version ${version}`,
    ),
    rows.disputes,
  );
  compare(
    [...model.payments.values()].map(
      ({ id, unappliedMinor, version }) => `payment ${id} unapplied ${unappliedMinor} version ${version}`,
    ),
    rows.payments,
  );
  compare(
    [...model.postings.values()].map(
      ({ postingId, postingDate, cashMinor, reverses }) =>
        `posting ${postingId} of ${postingDate} cash ${cashMinor ?? 'none'} reverses ${reverses ?? 'none'}`,
    ),
    rows.postings,
  );
  compare(
    [...done.keys()].map((id) => `command ${id}`),
    rows.commands,
  );
  const events = `${done.size} commands and ${model.postings.size} settlements are in the audit chain`;
  compare([events], rows.events);
  return found;
}

async function readRows({ pool, model }: Pick<Books, 'pool' | 'model'>) {
  return inLedger(
    pool,
    model.ledgerId,
    async (tx) => {
      const lines = async (sql: string): Promise<readonly string[]> =>
        (await tx.query<{ line: string }>(sql)).rows.map(({ line }) => line);
      return {
        items: await lines(
          `select format('item %s residual %s disputed %s', id, residual_minor, disputed_minor) as line from open_item`,
        ),
        cleared: await lines(
          `select format('cleared of %s by %s: %s', open_item_id, means, sum(amount_minor)) as line from allocation
           group by open_item_id, means having sum(amount_minor) <> 0`,
        ),
        disputes: await lines(
          `select format('dispute %s of %s %s version %s', id, amount_minor, state, version) as line from dispute`,
        ),
        payments: await lines(
          `select format('payment %s unapplied %s version %s', id, unapplied_minor, version) as line from payment`,
        ),
        postings: await lines(
          `select format('posting %s of %s cash %s reverses %s', id, posting_date, coalesce(cash_minor::text, 'none'),
             coalesce(reverses_posting_id::text, 'none')) as line from posting where source = 'command'`,
        ),
        commands: await lines(`select format('command %s', id) as line from command`),
        events: await lines(
          `select format('%s commands and %s settlements are in the audit chain',
             count(*) filter (where body::json ->> 'type' = 'command.carried_out'),
             count(*) filter (where body::json ->> 'type' = 'settlement.booked')) as line from audit_event`,
        ),
      };
    },
    'snapshot',
  );
}
