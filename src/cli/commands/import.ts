import { importRecords, type ImportKind } from '../../workers/jobs/import-records.ts';
import type { OpenItemImport } from '../../workers/jobs/imported.ts';
import { requireFile } from '../input-file.ts';
import { exitCodes, toJson, type ExitCode, type Output } from '../output.ts';
import { ledgerFor, type Session } from '../session.ts';

const shownRefusals = 20;

/** `lettrage import customers FILE`: takes what is good, tells each row that is not, with its line and what to do. */
export async function importFile(
  session: Pick<Session, 'context'>,
  output: Output,
  {
    ledger,
    kind,
    file,
    options,
  }: Readonly<{ ledger: string; kind: ImportKind; file: string; options?: OpenItemImport }>,
): Promise<ExitCode> {
  await requireFile(file); // Before the ledger: a mistyped line must not leave an empty one behind.
  const imported = await importRecords(
    session.context,
    await ledgerFor(session, ledger, 'import'),
    kind,
    file,
    options,
  );
  if (output.isJson) output.write(`${toJson({ kind, file, ...imported })}\n`);
  else {
    const { added, changed, closed, unchanged, stale, refused } = imported;
    const closedWords = kind === 'open-items' ? ` (${closed} of them closed)` : '';
    const staleWords = stale === 0 ? '' : `${stale} older than what is known, `;
    output.write(
      `${kind}: ${added} added, ${changed} changed${closedWords}, ${unchanged} unchanged, ${staleWords}${refused.length} refused\n`,
    );
    for (const { line, code, message, found } of refused.slice(0, shownRefusals)) {
      output.say(`  ${file}:${line} ${code}: ${message}${found === null ? '' : ` Found: ${found}`}`);
    }
    if (refused.length > shownRefusals)
      output.say(`  … and ${refused.length - shownRefusals} more; --json lists them all.`);
  }
  return imported.refused.length > 0 ? exitCodes.refused : exitCodes.done;
}
