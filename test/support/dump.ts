/** The whole state of a database as text: every row of every table, in an order that depends on the rows alone. */
import type { Client } from 'pg';
import { connectClient } from '../../src/database/connect.ts';
import { appendOnlyTables, sharedTables, stagingTables, stateTables } from '../../src/ledger/schema.ts';

// When and under which name a file came is not state of the books: it differs between runs on purpose.
const leftOut: ReadonlySet<string> = new Set(['statement_file_arrival']);

/** @param adminUrl - a superuser: row-level security hides every ledger from anyone else. */
export async function dumpDatabase(adminUrl: string): Promise<string> {
  const client = await connectClient(adminUrl);
  try {
    await client.query(`set time zone 'UTC'`);
    const tables = [...appendOnlyTables, ...stateTables, ...stagingTables, ...sharedTables].filter(
      (table) => !leftOut.has(table),
    );
    const parts: string[] = [];
    for (const table of tables.toSorted()) parts.push(await dumpTable(client, table));
    return parts.join('');
  } finally {
    await client.end();
  }
}

async function dumpTable(client: Client, table: string): Promise<string> {
  const { rows } = await client.query<{ row: string }>(
    `select to_jsonb(t)::text as row from "${table}" t order by to_jsonb(t)::text collate "C"`,
  );
  return [`-- ${table}: ${rows.length}`, ...rows.map(({ row }) => row), ''].join('\n');
}

/** The first lines in which two dumps differ, for a failure that can be read. */
export function firstDifference(expected: string, actual: string): string | null {
  if (expected === actual) return null;
  const [left, right] = [expected.split('\n'), actual.split('\n')];
  const line = left.findIndex((text, index) => text !== right[index]);
  const at = line === -1 ? left.length : line;
  return `line ${at + 1}\n- ${left[at] ?? '(end)'}\n+ ${right[at] ?? '(end)'}`;
}
