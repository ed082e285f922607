/** Books of a version before people's commands: what was applied has its posting, items have their day, all is secured. */
import { expect, test } from 'vitest';
import { migratedWith } from '../support/migrate-books.ts';

test('allocations find their posting, postings their payment, items the instant they were added', async () => {
  const told = await migratedWith('ledger_commands', '0012', before);
  expect(await told('select posting_id, means from allocation')).toEqual([{ posting_id: uuid('9'), means: 'payment' }]);
  expect(await told('select id, payment_id, cash_minor::int from posting order by id')).toEqual([
    { id: uuid('8'), payment_id: null, cash_minor: null },
    { id: uuid('9'), payment_id: uuid('e'), cash_minor: 1 },
  ]);
  expect(
    await told(`select document_number as number, to_char(added_at at time zone 'utc', 'YYYY-MM-DD HH24:MI') as added,
      account from open_item order by 1`),
  ).toEqual([
    { number: 'F1', added: '2026-03-05 10:00', account: '411' },
    { number: 'F2', added: '2026-03-01 00:00', account: '411' },
  ]);
  const open = `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
    and not (relrowsecurity and relforcerowsecurity) order by 1`;
  expect((await told(open)).map((row) => row['relname'])).toEqual(
    expect.not.arrayContaining([
      'command',
      'approval',
      'dispute',
      'collection',
      'lettering_move',
      'open_item',
      'posting',
    ]),
  );
});

const uuid = (digit: string): string =>
  `${digit.repeat(8)}-${digit.repeat(4)}-${digit.repeat(4)}-${digit.repeat(4)}-${digit.repeat(12)}`;
const id = (digit: string): string => `'${uuid(digit)}'`;

const item = (digit: string, number: string): string =>
  `(1, ${id(digit)}, ${id('c')}, '${number}', 'invoice', 'debit', 'EUR', 1, '2026-03-01', '2026-03-31', 1, 0, 0)`;
const added = `{"at":"2026-03-05T10:00:00.000Z","type":"open_items.added","details":{"items":[{"id":"${uuid('d')}"}]}}`;

const before = `
  set timezone = 'utc';
  insert into ledger (code, name) values ('main', 'main');
  insert into customer (ledger_id, id, code, name) values (1, ${id('c')}, 'C1', 'C1');
  insert into open_item (ledger_id, id, customer_id, document_number, kind, side, currency, amount_minor, issue_date,
      due_date, imported_residual_minor, acknowledged_minor, residual_minor)
    values ${item('d', 'F1')}, ${item('b', 'F2')};
  insert into audit_event (ledger_id, sequence, body, previous_hash, hash)
    values (1, 1, '${added}', '${'0'.repeat(64)}', '${'1'.repeat(64)}');
  insert into payment (ledger_id, id, entry_id, detail_index, booking_date, side, amount_minor, currency, is_reversal,
      remittance, unapplied_minor, status)
    values (1, ${id('e')}, ${id('1')}, 0, '2026-03-02', 'credit', 1, 'EUR', false, '{}', 0, 'applied');
  insert into lettering (ledger_id, id, account, customer_id, currency, code_number)
    values (1, ${id('7')}, '411', ${id('c')}, 'EUR', 1);
  insert into posting (ledger_id, id, journal, posting_date, source, source_id, label) values
    (1, ${id('8')}, 'BQ', '2026-03-02', 'entry', ${id('1')}, ''), (1, ${id('9')}, 'OD', '2026-03-02', 'application', ${id('e')}, '');
  insert into posting_line (ledger_id, posting_id, line_index, account, customer_id, side, amount_minor, currency, lettering_id)
    values (1, ${id('9')}, 0, '471', null, 'debit', 1, 'EUR', null),
      (1, ${id('9')}, 1, '411', ${id('c')}, 'credit', 1, 'EUR', ${id('7')});
  insert into allocation (ledger_id, id, payment_id, open_item_id, side, amount_minor, currency, lettering_id, basis, allocated_at)
    values (1, ${id('6')}, ${id('e')}, ${id('d')}, 'debit', 1, 'EUR', ${id('7')}, 'named_by_debtor', '2026-03-06');`;
