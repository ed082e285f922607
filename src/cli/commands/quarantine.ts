/** `lettrage quarantine`: the files that were set aside, why, and what a person can do about each. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileSha256, LedgerId } from '../../domain/ids.ts';
import type { Finding } from '../../domain/statement.ts';
import { releaseStatementFile, retryStatementFiles, type ReleaseAs } from '../../ledger/commands/quarantine.ts';
import { isSettled } from '../../ledger/file-state.ts';
import { findFileByPrefix, listQuarantine, readFileBytes, type FileSetAside } from '../../ledger/queries/quarantine.ts';
import { readFileStates } from '../../ledger/queries/file-states.ts';
import { findStatementFile } from '../../ledger/queries/statement-files.ts';
import { act } from '../../workers/work-context.ts';
import { publishDue } from '../../workers/work-queue.ts';
import { exitCodes, findingLine, toJson, type ExitCode, type Output } from '../output.ts';
import { ledgerFor, type Session } from '../session.ts';

type InLedger = Readonly<{ ledger: string }>;
type InContext = Pick<Session, 'context'>;

const pageSize = 200;

/** `lettrage quarantine list`: fails softly (3) while something waits, so that a script notices. */
export async function listSetAside(session: InContext, output: Output, { ledger }: InLedger): Promise<ExitCode> {
  const ledgerId = await ledgerFor(session, ledger, 'use');
  const files: FileSetAside[] = [];
  for (let after: string | undefined; ;) {
    const page = await listQuarantine(session.context.pool, ledgerId, { limit: pageSize, after });
    files.push(...page.items);
    if (page.next === null) break;
    after = page.next;
  }
  if (output.isJson) output.write(`${toJson({ files })}\n`);
  else if (files.length === 0) output.write('Nothing is set aside.\n');
  else for (const file of files) output.write(summaryText(file));
  return files.length === 0 ? exitCodes.done : exitCodes.refused;
}

const summaryText = ({ sha256, name, state, findings }: FileSetAside): string =>
  [`  ${sha256.slice(0, 12)} ${name} is ${state}`, ...findings.map(findingText), ''].join('\n');

/** With the place and what stood there: enough to find it in the file. */
const findingText = (finding: Finding): string => {
  const path = finding.at === null || finding.message.includes(finding.at.path) ? '' : ` [${finding.at.path}]`;
  return `    ${findingLine(finding)}${path}`;
};

/** `lettrage quarantine show SHA [--bytes FILE]`: the beginning of the SHA-256 is enough. */
export async function showSetAside(
  session: InContext,
  output: Output,
  { ledger, sha256: prefix, bytes }: InLedger & Readonly<{ sha256: string; bytes?: string | undefined }>,
): Promise<ExitCode> {
  const { pool } = session.context;
  const ledgerId = await ledgerFor(session, ledger, 'use');
  const sha256 = await findFileByPrefix(pool, ledgerId, prefix);
  const file = await findStatementFile(pool, ledgerId, sha256);
  if (bytes !== undefined) {
    // Never over a file that is there: the bytes are evidence, and so may be what stands in their way.
    await pipeline(Readable.from(readFileBytes(pool, ledgerId, sha256)), createWriteStream(bytes, { flags: 'wx' }));
  }
  if (output.isJson) output.write(`${toJson(file)}\n`);
  else {
    const { name, state, sizeBytes, format, formatVersion, parser, arrivals, findings } = file;
    const lines = [
      `${name} is ${state}`,
      `  SHA-256  ${sha256}`,
      `  size     ${sizeBytes} bytes`,
      `  format   ${format ?? 'not known'}${formatVersion === null ? '' : ` ${formatVersion}`}`,
      `  parser   ${parser ?? 'not read yet'}`,
      ...arrivals.map((arrival) => `  arrived  ${arrival.arrivedAt.toISOString()} as ${arrival.name}`),
      ...findings.map(findingText),
      ...(bytes === undefined ? [] : [`  its bytes are in ${bytes}`]),
    ];
    output.write(`${lines.join('\n')}\n`);
  }
  return exitCodes.done;
}

/** `lettrage quarantine retry [SHA…|--all]`: reads them again with the parser as it is now. */
export async function retrySetAside(
  session: InContext,
  output: Output,
  { ledger, files, all }: InLedger & Readonly<{ files: readonly string[]; all: boolean }>,
): Promise<ExitCode> {
  if (all === files.length > 0) {
    output.say('Name the files, or say --all.');
    return exitCodes.usage;
  }
  const { pool } = session.context;
  const ledgerId = await ledgerFor(session, ledger, 'use');
  const named: FileSha256[] = [];
  for (const prefix of files) named.push(await findFileByPrefix(pool, ledgerId, prefix));
  const again = await retryStatementFiles(pool, ledgerId, all ? null : named, act(session.context));
  return publishAndTell(session, output, ledgerId, all ? again : named);
}

/** `lettrage quarantine release SHA --reason TEXT [--as publish|discard]`. */
export async function releaseSetAside(
  session: InContext,
  output: Output,
  {
    ledger,
    sha256: prefix,
    reason,
    as,
    actor,
  }: InLedger & Readonly<{ sha256: string; reason: string; as: ReleaseAs; actor: string }>,
): Promise<ExitCode> {
  const { context } = session;
  const ledgerId = await ledgerFor(session, ledger, 'use');
  const sha256 = await findFileByPrefix(context.pool, ledgerId, prefix);
  await releaseStatementFile(context.pool, ledgerId, { sha256, as, reason }, { ...act(context), actor });
  return publishAndTell(session, output, ledgerId, [sha256]);
}

/** Does what was asked for, and tells what became of these files. */
async function publishAndTell(
  { context }: InContext,
  output: Output,
  ledgerId: LedgerId,
  files: readonly FileSha256[],
): Promise<ExitCode> {
  const published = new Map((await publishDue(context, ledgerId)).map((file) => [file.sha256, file]));
  const states = await readFileStates(context.pool, ledgerId, files);
  const outcomes = files.map((sha256) => ({
    sha256,
    state: states.get(sha256) ?? 'stored',
    findings: published.get(sha256)?.findings ?? [],
  }));
  if (output.isJson) output.write(`${toJson({ files: outcomes })}\n`);
  else {
    for (const { sha256, state, findings } of outcomes) {
      output.write([`  ${sha256.slice(0, 12)} is ${state}`, ...findings.map(findingText), ''].join('\n'));
    }
    if (outcomes.length === 0) output.write('Nothing is set aside.\n');
  }
  return outcomes.every(({ state }) => isSettled(state)) ? exitCodes.done : exitCodes.refused;
}
