/**
 * Open items as JSON lines over HTTP into the service as built, beside a bare COPY of the same rows: once in one go, and
 * once with the service killed in the middle and the whole sent again. Both ledgers end the same, and verify.
 *
 * The server of the database is the embedded one. Another size: `npx tsx bench/api/upload.bench.ts 200000`.
 */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import { loadavg } from 'node:os';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Pool } from 'pg';
import type { LedgerId } from '../../src/domain/ids.ts';
import { ensureLedger } from '../../src/ledger/commands/register.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { startTestServer } from '../../test/support/postgres.ts';
import { createDatabaseOn } from '../../test/support/server-database.ts';
import { startService, type Service } from '../../test/support/service.ts';
import { copySeconds } from './bare-copy.ts';
import { peakMegabytes, processorSeconds } from './process-figures.ts';

const sizes = { small: 12_000, canonical: 1_000_000 } as const;
const itemsPerCustomer = 50;

const day = (index: number): string => new Date(Date.UTC(2025, 0, 1 + (index % 700))).toISOString().slice(0, 10);

function itemLine(index: number): string {
  const item = {
    customerCode: `C${index % Math.ceil(index / itemsPerCustomer + 1)}`,
    documentNumber: `FA-${String(index).padStart(8, '0')}`,
    kind: index % 40 === 0 ? 'credit_note' : 'invoice',
    currency: 'EUR',
    amount: `${(index * 7919) % 90_000}.${String(1 + (index % 99)).padStart(2, '0')}`,
    issueDate: day(index),
    dueDate: day(index + 30),
  };
  return `${JSON.stringify(item)}\n`;
}
const customerLine = (index: number): string => `${JSON.stringify({ code: `C${index}`, name: `Customer ${index}` })}\n`;

/** In pieces of some 64 kB, made when they are asked for. */
function* pieces(count: number, line: (index: number) => string): Generator<Buffer> {
  for (let start = 0; start < count; start += 400) {
    let text = '';
    for (let index = start; index < Math.min(start + 400, count); index += 1) text += line(index);
    yield Buffer.from(text);
  }
}

/** @returns seconds. @throws when the service does not take all of it. */
async function send({ origin }: Service, path: string, body: Iterable<Buffer>): Promise<number> {
  const start = performance.now();
  const sent = request(`${origin}/v1/ledgers/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
  });
  const answered = once(sent, 'response');
  Readable.from(body).pipe(sent);
  const [response] = (await answered) as [import('node:http').IncomingMessage];
  let answer = '';
  for await (const text of response.setEncoding('utf8')) answer += String(text);
  if (response.statusCode !== 200) throw new Error(`${path}: ${String(response.statusCode)} ${answer}`);
  return (performance.now() - start) / 1_000;
}

const countItems = (pool: Pool, ledgerId: LedgerId): Promise<number> =>
  inLedger(pool, ledgerId, async (tx) => {
    const { rows } = await tx.query<{ count: number }>('select count(*)::int as count from open_item');
    return rows[0]?.count ?? 0;
  });

/** Of all that the rows say, whichever ledger they are of and whenever they came. */
const stateOf = (pool: Pool, ledgerId: LedgerId): Promise<string> =>
  inLedger(pool, ledgerId, async (tx) => {
    const { rows } = await tx.query<{ row: string }>(
      `select md5(string_agg(md5((to_jsonb(i) - array['ledger_id', 'id', 'customer_id', 'added_at'])::text || c.code), '' order by i.document_number collate "C")) as row
       from open_item i join customer c on c.ledger_id = i.ledger_id and c.id = i.customer_id`,
    );
    return createHash('sha256')
      .update(rows[0]?.row ?? '')
      .digest('hex')
      .slice(0, 16);
  });

async function sendAndKill(databaseUrl: string, pool: Pool, ledgerId: LedgerId, itemCount: number): Promise<number> {
  const doomed = await startService(databaseUrl);
  const sending = send(doomed, 'KILLED/open-items/import', pieces(itemCount, itemLine)).catch(() => null);
  for (let count = 0; count < itemCount / 3; count = await countItems(pool, ledgerId))
    await new Promise((resolve) => setTimeout(resolve, 50));
  doomed.process.kill('SIGKILL');
  if ((await sending) !== null) throw new Error('the service was killed too late');
  return countItems(pool, ledgerId);
}

async function upload(itemCount: number): Promise<Record<string, unknown>> {
  const { server, stop } = await startTestServer();
  const database = await createDatabaseOn(server, 'upload', server.templateDatabase);
  const { pool, serviceUrl } = database;
  let service = await startService(serviceUrl);
  try {
    const whole = await ensureLedger(pool, 'WHOLE', 'In one go');
    const killed = await ensureLedger(pool, 'KILLED', 'Killed in the middle');
    const customers = [...pieces(Math.ceil(itemCount / itemsPerCustomer) + 1, customerLine)];
    for (const ledger of ['WHOLE', 'KILLED']) await send(service, `${ledger}/customers/import`, customers);
    const idle = processorSeconds(service);
    const seconds = await send(service, 'WHOLE/open-items/import', pieces(itemCount, itemLine));
    const nodeSeconds = processorSeconds(service) - idle;
    const peak = peakMegabytes(service);
    const repeated = await send(service, 'WHOLE/open-items/import', pieces(itemCount, itemLine));
    const left = await sendAndKill(serviceUrl, pool, killed, itemCount);
    await send(service, 'KILLED/open-items/import', pieces(itemCount, itemLine));
    const states = [await stateOf(pool, whole), await stateOf(pool, killed)];
    if (states[0] !== states[1]) throw new Error(`after the kill the items are others: ${states.join(' ')}`);
    const proofs = [await verifyLedger(pool, whole), await verifyLedger(pool, killed)];
    const violations = proofs.flatMap((proof) => proof.violations);
    if (violations.length > 0) throw new Error(`the books do not prove: ${JSON.stringify(violations.slice(0, 3))}`);
    const copy = await copySeconds(database.adminUrl, whole);
    return {
      'open items': itemCount,
      'load of the machine': loadavg()
        .map((each) => each.toFixed(1))
        .join(' '),
      upload: `${seconds.toFixed(1)} s (processor of Node.js: ${nodeSeconds.toFixed(1)} s)`,
      'the same again': `${repeated.toFixed(1)} s`,
      'peak memory of the service': `${peak} MB`,
      'COPY into the same table': `${copy.keyed.toFixed(1)} s`,
      'COPY into a bare table': `${copy.bare.toFixed(1)} s`,
      'upload / COPY into the same table': (seconds / copy.keyed).toFixed(1),
      'upload / COPY into a bare table': (seconds / copy.bare).toFixed(1),
      'left by the killed service': left,
      'killed and repeated': `the same items, ${states[0] ?? ''}`,
      'verify of both': 'nothing found',
    };
  } finally {
    service.process.kill('SIGTERM');
    await database.drop();
    await stop();
  }
}

export const run = ({ size }: { size: keyof typeof sizes }): Promise<Record<string, unknown>> => upload(sizes[size]);

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [what, value] of Object.entries(await upload(Number(process.argv[2] ?? sizes.canonical))))
    process.stdout.write(`${what.padEnd(36)} ${String(value)}\n`);
