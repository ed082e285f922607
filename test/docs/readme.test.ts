/** What README.md shows is what the program prints. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demo } from '../../src/cli/commands/demo.ts';
import { terminalOutput } from '../../src/cli/output.ts';
import { openThreads } from '../../src/workers/threads.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { testContext } from '../support/work.ts';

let database: TestDatabase;
let printed = '';

beforeAll(async () => {
  database = await createTestDatabase('readme');
  const threads = openThreads(2);
  const stream = { write: (text: string) => (printed += text) };
  await demo({ context: testContext(database, threads) }, terminalOutput(stream, stream, false));
  await threads.close();
});
afterAll(() => database.drop());

test('the demo prints the lines of README.md, in their order', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const shown = (/```text\n([\s\S]*?)```/.exec(readme)?.[1] ?? '').split('\n').filter((line) => line !== '');
  expect(shown.length).toBeGreaterThan(20);
  const lines = printed.split('\n');
  let from = 0;
  for (const line of shown) {
    const at = lines.indexOf(line, from);
    expect(at, `not printed after line ${from}: ${line}`).toBeGreaterThanOrEqual(0);
    from = at + 1;
  }
});
