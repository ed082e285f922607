/**
 * Applying what a run has decided, beside a bare COPY of the rows that come of it: allocations, letters, postings, audit
 * events, and the payments and items as they are left. The program is the built one, the function that of `lettrage
 * night`, the server the embedded one as shipped. The books are verified at the end.
 *
 * Another size: `npx tsx bench/service/apply.bench.ts 100000`.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateBooks } from './generated-books.ts';

type Taken = Readonly<{ seconds: number; nodeSeconds: number; postgresSeconds: number }>;
type Told = Readonly<{
  applied: Readonly<{ paymentCount: number; appliedCount: number; reviewCount: number }>;
  rowCounts: Readonly<Record<string, number>>;
  applies: readonly Taken[];
  intoKeyed: readonly Taken[];
  intoBare: readonly Taken[];
}>;

const sizes = { small: { paymentCount: 400, rounds: 1 }, canonical: { paymentCount: 20_000, rounds: 5 } } as const;
const itemsPerPayment = 5;

const builtProgram = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const script = fileURLToPath(new URL('./apply-decided.mjs', import.meta.url));

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const medianOf = (taken: readonly Taken[], field: keyof Taken): number => median(taken.map((each) => each[field]));

const describe = (taken: readonly Taken[]): string =>
  `${medianOf(taken, 'seconds').toFixed(2)} s  (processor: Node.js ${medianOf(taken, 'nodeSeconds').toFixed(2)} s, ` +
  `PostgreSQL ${medianOf(taken, 'postgresSeconds').toFixed(2)} s)`;

const ratio = (apply: readonly Taken[], copy: readonly Taken[]): string => {
  const processor = (taken: readonly Taken[]): number =>
    median(taken.map(({ nodeSeconds, postgresSeconds }) => nodeSeconds + postgresSeconds));
  const clock = medianOf(apply, 'seconds') / medianOf(copy, 'seconds');
  return `${clock.toFixed(1)} by the clock, ${(processor(apply) / processor(copy)).toFixed(1)} by the processors`;
};

function applyDecided(paymentCount: number, rounds: number): Record<string, unknown> {
  if (!existsSync(builtProgram)) throw new Error('The program is not built. Run: npm run build');
  const folder = mkdtempSync(join(tmpdir(), 'lettrage-apply-'));
  // As root the server runs as another account, which must get through.
  chmodSync(folder, 0o755);
  try {
    generateBooks(folder, { itemCount: paymentCount * itemsPerPayment, paymentCount, fileCount: 2 });
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, folder, String(rounds)], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`applying ended with ${String(status)}: ${stderr}${stdout}`);
    const { applied, rowCounts, applies, intoKeyed, intoBare } = JSON.parse(stdout) as Told;
    return {
      payments: applied.paymentCount,
      applied: applied.appliedCount,
      'left to people': applied.reviewCount,
      rounds,
      'load of the machine': loadavg()
        .map((each) => each.toFixed(1))
        .join(' '),
      apply: describe(applies),
      'COPY into the same tables': describe(intoKeyed),
      'COPY into bare tables': describe(intoBare),
      'apply / COPY into the same tables': ratio(applies, intoKeyed),
      'apply / COPY into bare tables': ratio(applies, intoBare),
      rows: rowCounts,
      'verify of the books': 'nothing found',
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const run = ({ size }: { size: keyof typeof sizes }): Promise<Record<string, unknown>> =>
  Promise.resolve(applyDecided(sizes[size].paymentCount, sizes[size].rounds));

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [what, value] of Object.entries(applyDecided(Number(process.argv[2] ?? 20_000), 3)))
    process.stdout.write(`${what.padEnd(36)} ${typeof value === 'string' ? value : JSON.stringify(value)}\n`);
