/** A build in which BEGIN and COMMIT are gone: everything else is the same. The kill harness has to find it out. */
import { randomUUID } from 'node:crypto';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { onTestFinished } from 'vitest';

/** @returns the folder of a harmed build of the calling test's own, inside node_modules so that it finds the same packages. */
export function buildWithoutTransactions(dist: URL): URL {
  const harmed = new URL(`../node_modules/.cache/lettrage-without-transactions-${randomUUID()}/`, dist);
  onTestFinished(() => rmSync(harmed, { recursive: true, force: true }));
  cpSync(dist, harmed, { recursive: true });
  const file = new URL('ledger/transaction.js', harmed);
  let code = readFileSync(file, 'utf8');
  const replace = (before: string, after: string): void => {
    if (!code.includes(before)) throw new Error(`the sabotage no longer fits: ${before} is not in transaction.js`);
    code = code.replace(before, after);
  };
  replace(`client.query('begin')`, `client.query('select 1')`);
  replace(`client.query('begin isolation level repeatable read, read only')`, `client.query('select 1')`);
  replace(`client.query('begin isolation level repeatable read')`, `client.query('select 1')`);
  // A snapshot is gone with its transaction.
  replace(`set transaction snapshot `, `select `);
  replace(`client.query('commit')`, `client.query('select 1')`);
  replace(`command !== 'COMMIT'`, `command !== 'SELECT'`);
  // Without a transaction the ledger's name would be forgotten at once; kept for the session, only atomicity is lost.
  replace(`$1, true)`, `$1, false)`);
  writeFileSync(file, code);
  return harmed;
}
