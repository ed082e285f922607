import type { LedgerId } from '../../domain/ids.ts';
import { isSettled, type FileState } from '../../ledger/file-state.ts';
import { LedgerError } from '../../ledger/errors.ts';
import type { PublishedFile } from '../../ledger/commands/publish-statement-file.ts';
import { readFileStates } from '../../ledger/queries/file-states.ts';
import type { Source } from '../../config/sources.ts';
import { gateOf, pullsAtOnce } from '../../transfer/gate.ts';
import { pullSource, type PullContext, type SourcePull } from '../../transfer/pull-source.ts';
import type { PulledFile } from '../../transfer/take-file.ts';
import { publishDue } from '../../workers/work-queue.ts';
import { exitCodes, findingLine, toJson, type ExitCode, type Output } from '../output.ts';
import { ledgerFor, type Session } from '../session.ts';

/** `lettrage pull [SOURCE…]`: one pass over the sources, then publishes what came as `ingest` does. */
export async function pull(
  session: Pick<Session, 'config' | 'context'>,
  output: Output,
  sources: readonly Source[],
): Promise<ExitCode> {
  const { config, context } = session;
  const pullContext: PullContext = {
    work: context,
    dataDir: config.dataDir,
    random: Math.random,
    stop: new AbortController().signal,
  };
  const ledgers = new Map<string, LedgerId>();
  const gate = gateOf(pullsAtOnce);
  const pulls = await Promise.all(sources.map((source) => gate(() => pullInto(session, pullContext, source, ledgers))));
  const published: PublishedFile[] = [];
  for (const ledgerId of new Set(ledgers.values())) published.push(...(await publishDue(context, ledgerId)));
  const states = await statesOf(session, sources, ledgers, pulls);
  if (output.isJson)
    output.write(`${toJson({ sources: pulls.map((pulled) => withStates(pulled, states)), published })}\n`);
  else for (const pulled of pulls) tell(output, pulled, states, published);
  return exitCodeOf(pulls, states);
}

/** One ledger that is missing is a problem of its sources; the others go on. */
async function pullInto(
  session: Pick<Session, 'context'>,
  context: PullContext,
  source: Source,
  ledgers: Map<string, LedgerId>,
): Promise<SourcePull> {
  try {
    const ledgerId = await ledgerFor(session, source.ledger, 'use');
    ledgers.set(source.ledger, ledgerId);
    return await pullSource(context, source, ledgerId);
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    return { source: source.name, files: [], problems: [{ code: error.refusal.code, message: error.message }] };
  }
}

type States = ReadonlyMap<string, FileState>;

async function statesOf(
  { context }: Pick<Session, 'context'>,
  sources: readonly Source[],
  ledgers: ReadonlyMap<string, LedgerId>,
  pulls: readonly SourcePull[],
): Promise<States> {
  const states = new Map<string, FileState>();
  for (const { name, ledger } of sources) {
    const ledgerId = ledgers.get(ledger);
    const sha256s = pulls
      .filter(({ source }) => source === name)
      .flatMap(({ files }) => files.flatMap((file) => file.sha256s));
    if (ledgerId === undefined || sha256s.length === 0) continue;
    const found = await readFileStates(context.pool, ledgerId, sha256s);
    for (const [sha256, state] of found) states.set(keyOf(name, sha256), state);
  }
  return states;
}

const keyOf = (source: string, sha256: string): string => `${source} ${sha256}`;
const statesOfFile = (source: string, { sha256s }: PulledFile, states: States): readonly FileState[] =>
  sha256s.map((sha256) => states.get(keyOf(source, sha256)) ?? 'stored');

const withStates = ({ source, files, problems }: SourcePull, states: States) => ({
  source,
  problems,
  files: files.map((file) => ({ ...file, states: statesOfFile(source, file, states) })),
});

function tell(output: Output, pulled: SourcePull, states: States, published: readonly PublishedFile[]): void {
  const { source, files, problems } = pulled;
  output.write(`${source}: ${files.length === 0 ? 'nothing new' : `${files.length} file(s)`}\n`);
  for (const { code, message } of problems) output.say(`  ${code}: ${message}`);
  for (const file of files) {
    const became = statesOfFile(source, file, states).join(', ');
    output.write(`  ${file.path}: ${file.outcome}${became === '' ? '' : `, ${became}`}\n`);
    if (file.problem !== null) output.say(`    ${file.problem.code}: ${file.problem.message}`);
    const read = published.filter(({ sha256 }) => file.sha256s.includes(sha256));
    for (const { findings } of read) for (const finding of findings) output.say(`    ${findingLine(finding)}`);
  }
}

/** A source that could not be pulled is a failure, a file that was not taken or not published a refusal; both after the rest. */
function exitCodeOf(pulls: readonly SourcePull[], states: States): ExitCode {
  if (pulls.some(({ problems }) => problems.length > 0)) return exitCodes.failed;
  const isDone = (source: string, file: PulledFile): boolean =>
    file.problem === null && statesOfFile(source, file, states).every(isSettled);
  return pulls.every(({ source, files }) => files.every((file) => isDone(source, file)))
    ? exitCodes.done
    : exitCodes.refused;
}
