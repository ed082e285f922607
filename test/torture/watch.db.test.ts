/** The look at what a command touched has teeth: what is changed behind the ledger's back is told, each by its name. */
import { afterAll, expect, test } from 'vitest';
import { makeBooks } from '../../bench/torture/books.ts';
import { nextStep, takeStep, type Step } from '../../bench/torture/commands.ts';
import { watchBooks, type Watch } from '../../bench/torture/watch.ts';
import { connectClient } from '../../src/database/connect.ts';
import { createTestDatabase } from '../support/database.ts';
import { random } from '../support/random.ts';

const database = await createTestDatabase('watch');
afterAll(() => database.drop());

/** Rows of the last command, as SQL finds them. */
type Touched = Readonly<{ ledger: string; item: string; payment: string; posting: string }>;

/** Books whose last command took money for an item; nobody has looked at it yet. */
async function settledBooks(code: string): Promise<Readonly<{ watch: Watch; step: Step; touched: Touched }>> {
  const books = await makeBooks(database.pool, code, code);
  const watch = await watchBooks(books);
  const dice = random(code);
  for (;;) {
    const step = nextStep(books, dice);
    const outcome = await takeStep(books, step);
    const [effect] = step.foreseen.effects;
    const [cleared] = effect?.cleared ?? [];
    const isFit = outcome === 'done' && step.command.kind === 'settle_payment' && (effect?.cashMinor ?? 0n) > 0n;
    if (!isFit || effect === undefined || cleared === undefined) {
      await watch.findFaults(step, outcome);
      continue;
    }
    const ledger = `ledger_id = ${books.model.ledgerId}`;
    const touched = {
      ledger,
      item: `${ledger} and id = '${cleared.id}'`,
      payment: `${ledger} and id = '${effect.paymentId}'`,
      posting: `${ledger} and posting_id = '${effect.postingId}'`,
    };
    return { watch, step, touched };
  }
}

const lastEvent = ({ ledger }: Touched): string =>
  `${ledger} and sequence = (select max(sequence) from audit_event where ${ledger})`;

const damages: readonly (readonly [string, (touched: Touched) => string, RegExp])[] = [
  [
    'a residual',
    ({ item }) => `update open_item set residual_minor = residual_minor + 1 where ${item}`,
    /^item .* says/m,
  ],
  [
    'an allocation',
    ({ posting }) => `update allocation set amount_minor = amount_minor + 1 where ${posting}`,
    /^item .* the facts/m,
  ],
  [
    'what a payment has left',
    ({ payment }) => `update payment set unapplied_minor = unapplied_minor + 1 where ${payment}`,
    /^payment .* the facts/m,
  ],
  [
    'what a posting took',
    ({ posting }) => `update posting set cash_minor = cash_minor + 1 where ${posting.replace('posting_id', 'id')}`,
    /^posting .* the facts/m,
  ],
  [
    'a line',
    ({ posting }) => `update posting_line set amount_minor = amount_minor + 1 where ${posting} and account = '471'`,
    /^lines .* the facts/m,
  ],
  ['an event', (touched) => `update audit_event set body = body || ' ' where ${lastEvent(touched)}`, /was changed/],
  ['the end of the chain', (touched) => `delete from audit_event where ${lastEvent(touched)}`, /^audit head/m],
];

test('a command that did as it should has no faults', async () => {
  const { watch, step } = await settledBooks('WHOLE');
  expect(await watch.findFaults(step, 'done')).toEqual([]);
});

test.each(damages)('%s changed behind the back of the ledger is found', async (what, sqlOf, fault) => {
  const { watch, step, touched } = await settledBooks(what.replaceAll(' ', '-'));
  const admin = await connectClient(database.adminUrl);
  try {
    expect((await admin.query(sqlOf(touched))).rowCount).toBeGreaterThan(0);
  } finally {
    await admin.end();
  }
  expect((await watch.findFaults(step, 'done')).join('\n')).toMatch(fault);
});
