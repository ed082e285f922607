/** Books of a version before terms of discount: what stands in them stays, and what is new is secured like the rest. */
import { expect, test } from 'vitest';
import { migratedWith } from '../support/migrate-books.ts';

test('decisions keep their certificates, items and payments have no terms yet, staging is empty', async () => {
  const told = await migratedWith('matching_inputs', '0008', before);
  expect(await told('select certificate, action from match_decision')).toEqual([
    { certificate: { action: 'apply', form: 'lettrage.certificate/1' }, action: 'apply' },
  ]);
  expect(await told('select discount_bp, discount_until, residual_minor::int from open_item')).toEqual([
    { discount_bp: null, discount_until: null, residual_minor: 1 },
  ]);
  expect(await told('select instructed_minor, instructed_currency, exchange_rate from payment')).toEqual([
    { instructed_minor: null, instructed_currency: null, exchange_rate: null },
  ]);
  expect(await told('select from staged_decision')).toEqual([]);
  const secured = `select relname from pg_class where relname in ('payer_alias', 'declined_pair')
    and relrowsecurity and relforcerowsecurity order by 1`;
  expect(await told(secured)).toEqual([{ relname: 'declined_pair' }, { relname: 'payer_alias' }]);
});

const id = (digit: string): string =>
  `'${digit.repeat(8)}-${digit.repeat(4)}-${digit.repeat(4)}-${digit.repeat(4)}-${digit.repeat(12)}'`;

const before = `
  insert into ledger (code, name) values ('main', 'main');
  insert into customer (ledger_id, id, code, name) values (1, ${id('c')}, 'C1', 'C1');
  insert into open_item (ledger_id, id, customer_id, document_number, kind, side, currency, amount_minor, issue_date,
      due_date, imported_residual_minor, acknowledged_minor, residual_minor)
    values (1, ${id('d')}, ${id('c')}, 'F1', 'invoice', 'debit', 'EUR', 1, '2026-03-01', '2026-03-31', 1, 0, 1);
  insert into payment (ledger_id, id, entry_id, detail_index, booking_date, side, amount_minor, currency, is_reversal,
      remittance, unapplied_minor, status)
    values (1, ${id('e')}, ${id('1')}, 0, '2026-03-02', 'credit', 1, 'EUR', false, '{}', 1, 'received');
  insert into match_run (ledger_id, id, run_number, currency, engine, decided_at, payment_count, chunk_count)
    values (1, ${id('f')}, 1, 'EUR', 'test/1', '2026-03-03', 1, 1);
  insert into match_decision (ledger_id, match_run_id, payment_id, chunk_index, action, certificate)
    values (1, ${id('f')}, ${id('e')}, 0, 'apply', '{"form":"lettrage.certificate/1","action":"apply"}');
  insert into staged_decision (ledger_id, match_run_id, payment_id, certificate) values (1, ${id('f')}, ${id('e')}, '{}')`;
