/**
 * A night through the whole service: camt.053 files in, PostgreSQL, lettered items out. The program is the built one,
 * its functions those of `lettrage night`, the server the embedded one as shipped. The import of the open items comes
 * before the night and is told apart.
 *
 * The stages are those of the progress that the service reports. Reading a file and staging its entries go on side by
 * side in threads, as do proposing and staging decisions.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateBooks, type BooksSize } from './generated-books.ts';

type Stage = Readonly<{ stage: string; seconds: number; nodeSeconds: number; postgresSeconds: number }>;
type Told = Readonly<{
  importSeconds: number;
  paymentCount: number;
  appliedCount: number;
  stages: readonly Stage[];
  peakMegabytes: number;
  allocationCount: number;
  allocationHash: string;
  letteringHash: string;
  decisionBytes: number;
}>;

const sizes = {
  small: { itemCount: 3_000, paymentCount: 600, fileCount: 2 },
  canonical: { itemCount: 500_000, paymentCount: 100_000, fileCount: 10 },
} as const satisfies Readonly<Record<string, BooksSize>>;

const builtProgram = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const script = fileURLToPath(new URL('./one-night.mjs', import.meta.url));

const rounded = (value: number): number => Math.round(value * 100) / 100;

function oneNight(folder: string): Told {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the night ended with ${String(status)}: ${stderr}${stdout}`);
  return JSON.parse(stdout) as Told;
}

const secondsOf = (stages: readonly Stage[]): number => stages.reduce((sum, { seconds }) => sum + seconds, 0);

const tableOf = (stages: readonly Stage[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    stages.map(({ stage, seconds, nodeSeconds, postgresSeconds }) => {
      const share = Math.round((100 * seconds) / secondsOf(stages));
      const processor = `processor: Node.js ${nodeSeconds.toFixed(1)} s, PostgreSQL ${postgresSeconds.toFixed(1)} s`;
      return [stage, `${seconds.toFixed(2).padStart(6)} s ${String(share).padStart(3)} %  (${processor})`];
    }),
  );

export async function run({ size }: { size: keyof typeof sizes }): Promise<Record<string, unknown>> {
  if (!existsSync(builtProgram)) throw new Error('The program is not built. Run: npm run build');
  const folder = mkdtempSync(join(tmpdir(), 'lettrage-night-'));
  // As root the server runs as another account, which must get through.
  chmodSync(folder, 0o755);
  try {
    const facts = generateBooks(folder, sizes[size]);
    const told = oneNight(folder);
    const seconds = secondsOf(told.stages);
    return {
      openItems: sizes[size].itemCount,
      payments: told.paymentCount,
      megabytes: rounded(facts.sizeBytes / 1e6),
      seconds: rounded(seconds),
      paymentsPerSecond: Math.round(told.paymentCount / seconds),
      ...tableOf(told.stages),
      'import before the night': `${rounded(told.importSeconds)} s`,
      applied: told.appliedCount,
      'named and paid to the cent': facts.appliedCount,
      allocations: told.allocationCount,
      'hash of allocations': told.allocationHash,
      'hash of letterings': told.letteringHash,
      'megabytes of decisions': rounded(told.decisionBytes / 1e6),
      nodePeakMegabytes: Math.round(told.peakMegabytes),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
