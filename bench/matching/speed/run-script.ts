/**
 * Runs a script of this folder in a process of its own, so that the memory of one is not counted for another. A script
 * is a file whose default export takes words and tells what it measured.
 *
 * Compiled: what translates TypeScript on the fly puts a call into every closure, and hot loops come out slower than as
 * shipped. A small size is only to show that it runs: here and now.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { semiSpaceMegabytes } from '../../../src/workers/thread-options.ts';

export const isSource = import.meta.url.endsWith('.ts');
const extension = isSource ? 'ts' : 'js';

/** A script as this program was started: TypeScript, or compiled. */
export const scriptUrl = (name: string): URL => new URL(`./${name}.${extension}`, import.meta.url);

export type ScriptMode = 'compiled' | 'here';
type Script<Told> = (words: readonly string[]) => Promise<Told>;

const repository = new URL(isSource ? '../../../' : '../../../../', import.meta.url);
const child = new URL('dist-bench/bench/matching/speed/child.js', repository);

/** Compiles the benchmarks, when this is the source. @throws Error with what the compiler says */
export function compileBenchmarks(): void {
  if (!isSource) return;
  const compiler = fileURLToPath(new URL('node_modules/typescript/bin/tsc', repository));
  const configuration = fileURLToPath(new URL('tsconfig.bench.json', repository));
  const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', configuration], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the benchmarks do not compile:\n${stdout}`);
}

/** The script's function, for the process it is run in. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller's word on the type is all there is
export async function loadScript<Told>(name: string): Promise<Script<Told>> {
  const { default: script } = (await import(scriptUrl(name).href)) as Readonly<{ default: Script<Told> }>;
  return script;
}

/**
 * What the script told; the caller says what that is.
 *
 * @param mode - `compiled`: after {@link compileBenchmarks}.
 * @throws Error with the script's own words when it fails
 */
export async function runScript<Told>(mode: ScriptMode, name: string, words: readonly string[]): Promise<Told> {
  if (mode === 'here') return (await loadScript<Told>(name))(words);
  // The generator holds millions of documents at once; what is measured runs as a thread of the service does.
  const heap =
    name === 'write-books' ? ['--max-old-space-size=16000'] : [`--max-semi-space-size=${semiSpaceMegabytes}`];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...heap, fileURLToPath(child), name, ...words], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${name} ended with ${String(status)}: ${stderr}`);
  return JSON.parse(stdout) as Told;
}
