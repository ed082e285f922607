import type { PublishedFile } from '../../ledger/commands/publish-statement-file.ts';
import { isSettled } from '../../ledger/file-state.ts';
import { readFileStates } from '../../ledger/queries/file-states.ts';
import { storeFiles, type StoredFiles } from '../../workers/jobs/store-files.ts';
import { publishDue } from '../../workers/work-queue.ts';
import { exitCodes, findingLine, toJson, type ExitCode, type Output } from '../output.ts';
import { ledgerFor, type Session } from '../session.ts';

/** `lettrage ingest FILE|FOLDER…`: stores the bytes, proves the statements, publishes what proves and keeps aside what does not. */
export async function ingest(
  session: Pick<Session, 'context'>,
  output: Output,
  { ledger, paths }: Readonly<{ ledger: string; paths: readonly string[] }>,
): Promise<ExitCode> {
  const ledgerId = await ledgerFor(session, ledger, 'use');
  const { stored, problems } = await storeFiles(session.context, ledgerId, paths);
  const published = await publishDue(session.context, ledgerId);
  const states = await readFileStates(
    session.context.pool,
    ledgerId,
    stored.map(({ sha256 }) => sha256),
  );
  const known = stored.map((file) => ({ ...file, state: states.get(file.sha256) ?? file.state }));
  const files = namesOf(known, published);
  if (output.isJson) output.write(`${toJson({ files, problems })}\n`);
  else {
    for (const file of files) tell(output, file);
    for (const { path, code, message } of problems) output.say(`  ${path} ${code}: ${message}`);
  }
  const isWhole = problems.length === 0 && files.every(({ state }) => isSettled(state));
  return isWhole ? exitCodes.done : exitCodes.refused;
}

type IngestedFile = Omit<PublishedFile, 'sha256'> & Readonly<{ path: string; sha256: string; isKnown: boolean }>;

/** Each path with what became of its bytes, also of those that were published before. */
function namesOf(stored: StoredFiles['stored'], published: readonly PublishedFile[]): readonly IngestedFile[] {
  const outcomes = new Map(published.map((file) => [file.sha256, file]));
  const none = { findings: [], statementCount: 0, entryCount: 0, paymentCount: 0 };
  const named = stored.map(({ path, sha256, state }) => {
    const outcome = outcomes.get(sha256);
    outcomes.delete(sha256);
    return { path, ...(outcome ?? { ...none, sha256, state }), isKnown: outcome === undefined };
  });
  // What waited from an earlier night and could be published now.
  const released = [...outcomes.values()].map((file) => ({ path: file.sha256.slice(0, 12), ...file, isKnown: false }));
  return [...named, ...released];
}

function tell(output: Output, { path, state, isKnown, statementCount, entryCount, findings }: IngestedFile): void {
  if (isKnown) output.write(`  ${path}: known, ${state} before; nothing to do\n`);
  else if (state === 'published')
    output.write(`  ${path}: published, ${statementCount} statement(s), ${entryCount} entries\n`);
  else output.write(`  ${path}: ${state}\n`);
  for (const finding of findings) output.say(`    ${findingLine(finding)}`);
}
