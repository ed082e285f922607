/**
 * Decision 0008: what the service's role can do to the facts of the real schema, and to another ledger's rows.
 *
 * Run: `npx tsx bench/decisions/append-only.ts postgres://…` (about 5 seconds; the role must be a superuser)
 */
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import type { Client } from 'pg';
import { grants, migrationsFolder } from '../../src/ledger/migrate.ts';
import { appendOnlyTables, stateTables } from '../../src/ledger/schema.ts';
import { printMachine, printTable } from './measure.ts';
import { withClient, withScratchDatabase } from './server.ts';

const role = `lettrage_decision_role_${process.pid}`;

async function outcomeOf(client: Client, statement: string): Promise<string> {
  try {
    const { rowCount } = await client.query(statement);
    return `done, ${rowCount ?? 0} rows`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** How many of the tables refused the statement for want of a right. */
async function refusals(
  client: Client,
  tables: readonly string[],
  statementOn: (table: string) => string,
): Promise<string> {
  let refused = 0;
  for (const table of tables) {
    const outcome = await outcomeOf(client, statementOn(table));
    if (outcome.startsWith('permission denied')) refused += 1;
  }
  return `${refused} of ${tables.length}`;
}

async function tryOut(client: Client): Promise<void> {
  await client.query("insert into ledger (code, name) values ('A', 'A'), ('B', 'B')");
  await client.query("select set_config('app.ledger_id', '1', false)");
  await client.query(
    "insert into customer (ledger_id, id, code, name) values (1, '00000000-0000-8000-8000-000000000001', 'C1', 'One')",
  );
  printTable('Rights of the service on the facts', [
    {
      statement: 'UPDATE',
      'tables that refuse': await refusals(client, appendOnlyTables, (table) => `update "${table}" set ledger_id = 1`),
    },
    {
      statement: 'DELETE',
      'tables that refuse': await refusals(client, appendOnlyTables, (table) => `delete from "${table}"`),
    },
    {
      statement: 'TRUNCATE',
      'tables that refuse': await refusals(
        client,
        [...appendOnlyTables, ...stateTables],
        (table) => `truncate "${table}"`,
      ),
    },
  ]);

  const select = 'select * from customer';
  const rows: Record<string, string>[] = [
    { 'ledger named': '1, its own', statement: select, outcome: await outcomeOf(client, select) },
  ];
  await client.query("select set_config('app.ledger_id', '2', false)");
  const insert = "insert into customer (ledger_id, id, code, name) values (1, gen_random_uuid(), 'C2', 'Two')";
  rows.push({ 'ledger named': '2', statement: select, outcome: await outcomeOf(client, select) });
  rows.push({ 'ledger named': '2', statement: 'insert a row of ledger 1', outcome: await outcomeOf(client, insert) });
  rows.push({
    'ledger named': '2',
    statement: 'copy customer from stdin',
    outcome: await outcomeOf(client, 'copy customer from stdin'),
  });
  await client.query("select set_config('app.ledger_id', '', false)");
  rows.push({ 'ledger named': 'none', statement: select, outcome: await outcomeOf(client, select) });
  printTable('Row-level security: one customer, of ledger 1', rows);
}

printMachine();
await withScratchDatabase(async (url) => {
  await withClient(url, async (owner) => {
    await migrate(drizzle(owner), { migrationsFolder });
    await owner.query(`create role ${role}`);
    try {
      for (const statement of grants(role)) await owner.query(statement);
      await owner.query(`set role ${role}`);
      await tryOut(owner);
    } finally {
      await owner.query(`reset role; drop owned by ${role}; drop role ${role}`);
    }
  });
});
