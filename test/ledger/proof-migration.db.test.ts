/** Books of a version before master formats: their accounts keep the format they have, and stay secured by row. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { connectClient } from '../../src/database/connect.ts';
import { migrationsFolder } from '../../src/ledger/migrate.ts';
import { createEmptyDatabase } from '../support/database.ts';

const statementsOf = (tag: string): readonly string[] =>
  readFileSync(join(migrationsFolder, `${tag}.sql`), 'utf8').split('--> statement-breakpoint');

test('an account with statements gets the format of its first one, an account without has none', async () => {
  const database = await createEmptyDatabase('proof');
  const migrate = async (...tags: readonly string[]) => {
    const owner = await database.ownerPool.connect();
    await owner.query('begin');
    for (const sql of tags.flatMap(statementsOf)) await owner.query(sql);
    await owner.query('commit');
    owner.release();
  };
  await migrate('0000_books', '0001_row_security');
  const admin = await connectClient(database.adminUrl);
  await admin.query(before);
  await migrate('0002_proof', '0003_row_security_of_reports');
  const { rows } = await admin.query(
    'select identifier, master_format, on_missing_statement from bank_account order by 1',
  );
  expect(rows).toEqual([
    { identifier: 'A', master_format: 'mt940', on_missing_statement: 'hold' },
    { identifier: 'B', master_format: null, on_missing_statement: 'hold' },
  ]);
  const secured = await admin.query<{ relname: string }>(
    `select relname from pg_class where relname = any($1) and relrowsecurity and relforcerowsecurity`,
    [['bank_account', 'statement', 'statement_file', 'bank_account_alias', 'reported_entry', 'entry_report']],
  );
  expect([secured.rowCount, (await admin.query('select 1 from staged_entry')).rowCount]).toEqual([6, 0]);
  await admin.end();
  await database.drop();
});

const id = (digit: string): string =>
  `'${digit.repeat(8)}-${digit.repeat(4)}-${digit.repeat(4)}-${digit.repeat(4)}-${digit.repeat(12)}'`;
const sha = (digit: string): string => `'${digit.repeat(64)}'`;

const before = `
  insert into ledger (code, name) values ('main', 'main');
  insert into bank_account (ledger_id, id, identifier, currency, name, gl_account)
    values (1, ${id('a')}, 'A', 'EUR', 'A', '512100'), (1, ${id('b')}, 'B', 'EUR', 'B', '512200');
  insert into statement_file (ledger_id, sha256, size_bytes, state, format)
    values (1, ${sha('1')}, 1, 'published', 'mt940'), (1, ${sha('2')}, 1, 'published', 'camt.053');
  insert into statement (ledger_id, id, bank_account_id, sha256, statement_index, statement_date, day_rank, digest, currency,
      opening_minor, credits_minor, debits_minor, closing_minor, entry_count, findings)
    values (1, ${id('2')}, ${id('a')}, ${sha('2')}, 0, '2026-03-03', 0, ${sha('4')}, 'EUR', 0, 0, 0, 0, 0, '[]'),
      (1, ${id('1')}, ${id('a')}, ${sha('1')}, 0, '2026-03-02', 0, ${sha('3')}, 'EUR', 0, 0, 0, 0, 0, '[]');
  insert into staged_entry (ledger_id, sha256, statement_index, entry_index, fingerprint, side, amount_minor, currency,
      is_reversal, source_line, payments)
    values (1, ${sha('5')}, 0, 0, ${sha('6')}, 'credit', 1, 'EUR', false, 1, '[]')`;
