/**
 * From a statement file to published entries: `lettrage ingest FILE` as it is shipped, with the embedded PostgreSQL, in
 * a process of its own; how long, how much memory, and which stage took it.
 *
 * Wall seconds are what a user waits. Beside them stand processor seconds, of this process and of the PostgreSQL process
 * that did the work (Linux only): on a machine that does other things, they are what can be compared.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateFile, generatedAccount, type FileFacts } from './generate.ts';

type Query = Readonly<{ text: string; startSeconds: number; endSeconds: number; serverSeconds: number | null }>;
type Used = Readonly<{
  seconds: number;
  processorSeconds: number;
  peakMegabytes: number;
  queries: readonly Query[];
}>;

const sizes = { small: 100_000, canonical: 1_000_000_000 } as const;

/** The stages as the main thread sees them, by the query that does each; reading happens in a thread, between two. */
const stageOf: readonly (readonly [stage: string, query: RegExp])[] = [
  ['store the bytes', /^insert into statement_file_chunk/],
  ['plan', /^(select s\.statement_index|select s\.bank_account_id|select id, identifier)/],
  ['publish: ranks among equals', /^update staged_entry/],
  ['publish: entries', /^insert into entry /],
  ['publish: payments', /^insert into payment /],
  ['publish: postings', /^insert into posting /],
  ['publish: posting lines', /^insert into posting_line /],
  ['forget what was staged', /^delete from staged_entry/],
  ['commit', /^commit/],
];

const program = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const clock = new URL('./stage-clock.mjs', import.meta.url).href;

function lettrage(folder: string, words: readonly string[], more: Readonly<{ clocked?: boolean }> = {}): string {
  const used = join(folder, 'stages.json');
  const environment = { ...process.env, DATABASE_URL: '', LETTRAGE_DATA_DIR: join(folder, 'data') };
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...(more.clocked === true ? ['--import', clock] : []), program, ...words],
    { encoding: 'utf8', env: { ...environment, BENCH_STAGES: used } },
  );
  if (status !== 0) throw new Error(`lettrage ${words[0] ?? ''} ended with ${String(status)}: ${stderr}${stdout}`);
  return stdout;
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

function stages({ queries }: Used): Record<string, string> {
  const table: Record<string, string> = {};
  for (const [stage, pattern] of stageOf) {
    const own = queries.filter(({ text }) => pattern.test(text));
    const wall = own.reduce((sum, { startSeconds, endSeconds }) => sum + endSeconds - startSeconds, 0);
    const server = own.reduce((sum, { serverSeconds }) => sum + (serverSeconds ?? 0), 0);
    table[stage] = `${rounded(wall)} s, PostgreSQL ${rounded(server)} s of processor`;
  }
  return table;
}

/** Between the commit that stored the file and the transaction that publishes it a thread reads and stages. */
function readingSeconds({ queries }: Used): number {
  const publishing = queries.find(({ text }) => text.startsWith('set local enable_nestloop'))?.startSeconds ?? 0;
  const before = queries.filter(({ endSeconds }) => endSeconds > 0 && endSeconds < publishing - 0.001);
  const gaps = before.map(({ endSeconds }) => endSeconds).toSorted((a, b) => a - b);
  const longest = gaps.map((end, index) => (gaps[index + 1] ?? publishing) - end);
  return Math.max(0, ...longest);
}

function ingested(folder: string, facts: FileFacts): Used {
  const accounts = join(folder, 'accounts.csv');
  writeFileSync(accounts, `identifier,currency,name,gl_account\n${generatedAccount['camt.053']},EUR,Main,512100\n`);
  lettrage(folder, ['import', 'bank-accounts', accounts]);
  const told = lettrage(folder, ['ingest', '--json', facts.path], { clocked: true });
  const published = `"entryCount":${facts.entryCount}`;
  if (!told.includes('"state":"published"') || !told.includes(published)) throw new Error(`not published: ${told}`);
  return JSON.parse(readFileSync(join(folder, 'stages.json'), 'utf8')) as Used;
}

export async function run({ size }: { size: keyof typeof sizes }): Promise<Record<string, unknown>> {
  if (!existsSync(program)) throw new Error('The program is not built. Run: npm run build');
  const folder = mkdtempSync(join(tmpdir(), 'lettrage-pipeline-'));
  // As root the server runs as another account, which must get through.
  chmodSync(folder, 0o755);
  try {
    const facts = generateFile('camt.053', join(folder, 'statement.xml'), sizes[size]);
    const used = ingested(folder, facts);
    const server = used.queries.reduce((sum, { serverSeconds }) => sum + (serverSeconds ?? 0), 0);
    return {
      megabytes: rounded(facts.sizeBytes / 1e6),
      entryCount: facts.entryCount,
      seconds: rounded(used.seconds),
      entriesPerSecond: Math.round(facts.entryCount / used.seconds),
      nodeProcessorSeconds: rounded(used.processorSeconds),
      // Without the connections of the reading thread, which work beside it.
      postgresProcessorSeconds: rounded(server),
      nodePeakMegabytes: Math.round(used.peakMegabytes),
      'read and stage': `${rounded(readingSeconds(used))} s`,
      ...stages(used),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
