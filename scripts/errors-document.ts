/** docs/errors.md as text: every code that a user or a program can meet, with its meaning and what to do. */
import { apiErrors } from '../src/api/errors.ts';
import { databaseRefusals } from '../src/database/errors.ts';
import { ingestFindings } from '../src/ingest/findings.ts';
import { rowProblemSentences } from '../src/ingest/open-items/problems.ts';
import { importRefusals } from '../src/ledger/commands/import-refusals.ts';
import { ledgerErrors } from '../src/ledger/errors.ts';
import { publicationFindings } from '../src/ledger/plan/publication-findings.ts';
import { transferErrors } from '../src/transfer/errors.ts';
import { jobFindings } from '../src/workers/jobs/publish-files.ts';

type Row = readonly string[];

const table = (heading: Row, rows: readonly Row[]): string =>
  [heading, heading.map(() => '---'), ...rows].map((cells) => `| ${cells.map(escaped).join(' | ')} |`).join('\n');
const escaped = (cell: string): string => cell.replaceAll('|', String.raw`\|`);
const code = (text: string): string => `\`${text}\``;

export function errorsDocument(): string {
  const findings = Object.entries({ ...ingestFindings, ...publicationFindings, ...jobFindings }).map(
    ([name, { severity, says, next }]) => [code(name), severity, `${says} ${next}`],
  );
  const rows = Object.entries({ ...rowProblemSentences, ...importRefusals }).map(([name, says]) => [code(name), says]);
  const answers = (errors: Readonly<Record<string, { status: number; says: string }>>): readonly Row[] =>
    Object.entries(errors).map(([name, { status, says }]) => [code(name), String(status), says]);
  const refusals = Object.entries(databaseRefusals).map(([name, says]) => [code(name), says]);
  const effects = { retry: 'tried again', settle: 'left', tell: 'taken' };
  const transfers = Object.entries(transferErrors).map(([name, { effect, says, next }]) => [
    code(name),
    effects[effect],
    `${says} ${next}`,
  ]);
  return `# Error codes

Codes are stable: they are compared by programs and never renamed. Messages are for people and say where, what was
found, and what to do next. Made from the tables in the code by \`npx tsx scripts/write-errors.ts\`.

## Statement files

\`refuse\` keeps the file out of the books (quarantined, held, or read again later); \`warn\` is published and said.

${table(['Code', 'Severity', 'Meaning, and what to do'], findings)}

## Transfer

What \`lettrage pull\` and \`lettrage sources\` say of a source or a file. \`tried again\`: in the same pull, after a pause;
\`left\`: as it is, for a person or the next pull; \`taken\`: the file is stored.

${table(['Code', 'Effect', 'Meaning, and what to do'], transfers)}

## Rows of imports

The row is not taken; the others are.

${table(['Code', 'Meaning, and what to do'], rows)}

## Ledger

Nothing was written. The status is that of the API's answer.

${table(['Code', 'Status', 'Meaning'], answers(ledgerErrors))}

## API

Answers are \`application/problem+json\` (RFC 9457) with the code in \`code\`.

${table(['Code', 'Status', 'Meaning'], answers(apiErrors))}

## Database

The program does not start; the message says what was found and where.

${table(['Code', 'Meaning, and what to do'], refusals)}
`;
}
