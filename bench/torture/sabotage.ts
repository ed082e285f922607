/** Runs tests on copies of the sources with one thing broken: each has to fail, and to pass on an unbroken copy. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sabotagedBuilds, type Patch, type SabotagedBuild } from './sabotaged-builds.ts';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const copied = ['src', 'test', 'bench', 'package.json', 'tsconfig.json', 'vitest.config.ts'];
const linked = ['node_modules', 'fixtures', 'docs', 'scripts'];

export type Caught = Readonly<{ build: string; caughtBy: string; seconds: number }>;

/**
 * @param adminUrl - a server to run the tests on.
 * @returns what caught each build; `differences`: builds that nobody caught.
 */
export async function runSabotage(
  adminUrl: string,
  builds: readonly SabotagedBuild[],
): Promise<Readonly<{ caught: readonly Caught[]; differences: readonly string[] }>> {
  const caught: Caught[] = [];
  const differences: string[] = [];
  for (const { name, patches, caughtBy } of builds) {
    const startedAt = performance.now();
    const { file, title } = caughtBy;
    const whole = await statusOf([], caughtBy, adminUrl);
    const broken = await statusOf(patches, caughtBy, adminUrl);
    if (whole !== 'passed') differences.push(`${file}, "${title}" has ${whole} on the sources as they are`);
    else if (broken !== 'failed') differences.push(`${name}: ${file}, "${title}" has ${broken}`);
    else
      caught.push({ build: name, caughtBy: `${file}, "${title}"`, seconds: (performance.now() - startedAt) / 1_000 });
  }
  return { caught, differences };
}

/** What becomes of the test on a copy with these patches; `not run` also when nothing could be run. */
async function statusOf(
  patches: readonly Patch[],
  { file, title }: SabotagedBuild['caughtBy'],
  adminUrl: string,
): Promise<'passed' | 'failed' | 'not run'> {
  const folder = mkdtempSync(join(tmpdir(), 'lettrage-sabotage-'));
  try {
    for (const name of copied) cpSync(join(repository, name), join(folder, name), { recursive: true });
    for (const name of linked) symlinkSync(realpathSync(join(repository, name)), join(folder, name));
    for (const patch of patches) apply(folder, patch);
    const report = join(folder, 'report.json');
    const escaped = title.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
    const vitest = join(folder, 'node_modules', 'vitest', 'vitest.mjs');
    const child = spawn(process.execPath, [vitest, 'run', file, '-t', escaped], {
      cwd: folder,
      stdio: 'ignore',
      env: { ...outsideOfTests(), LETTRAGE_TEST_REPORT: report, LETTRAGE_TEST_ADMIN_URL: adminUrl },
    });
    await once(child, 'exit');
    return readStatus(report, title);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The environment without what a test runner tells its own children. */
const outsideOfTests = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:VITEST|TEST$|NODE_ENV$)/.test(name)));

/** The patches whose code is no longer there: a build that can't be broken proves nothing. */
export const unfittingPatches = (): readonly string[] =>
  sabotagedBuilds.flatMap(({ name, patches }) =>
    patches
      .filter(({ file, before }) => !readFileSync(join(repository, file), 'utf8').includes(before))
      .map(({ file, before }) => `${name}: ${before} is not in ${file}`),
  );

function apply(folder: string, { file, before, after }: Patch): void {
  const path = join(folder, file);
  const source = readFileSync(path, 'utf8');
  if (!source.includes(before)) throw new Error(`the sabotage no longer fits: ${before} is not in ${file}`);
  writeFileSync(
    path,
    source.replace(before, () => after),
  );
}

type Report = Readonly<{
  testResults: readonly Readonly<{ assertionResults: readonly Readonly<{ fullName: string; status: string }>[] }>[];
}>;

function readStatus(path: string, title: string): 'passed' | 'failed' | 'not run' {
  const { testResults } = JSON.parse(readFileSync(path, 'utf8')) as Report;
  const statuses = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ fullName }) => fullName.includes(title))
    .map(({ status }) => status);
  if (statuses.includes('failed')) return 'failed';
  return statuses.includes('passed') ? 'passed' : 'not run';
}
