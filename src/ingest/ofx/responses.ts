/** Elements to records: which of them are statements, which are entries, and what the bank answered instead. */
import type { Entry } from '../../domain/statement.ts';
import { noteFinding, type FileProgress } from '../file-progress.ts';
import { finding, refusal } from '../findings.ts';
import type { IngestLimits } from '../limits.ts';
import { fields, type Fields } from './fields.ts';
import { ofxStatement, type OfxStatement } from './statement.ts';
import { transactionPaths } from './transaction.ts';

type ResponseReader = Readonly<{
  open: (path: readonly string[], line: number) => void;
  value: (name: string, value: string, path: readonly string[], line: number) => void;
  close: (path: readonly string[], line: number) => void;
}>;

const statementName = /^(?:CC|INV)?STMTRS$/;
const responseName = /^(?:CC|INV)?STMTTRNRS$/;
const transactionName = /^STMTTRNP?$/;

const statusPaths: ReadonlySet<string> = new Set(['STATUS/CODE', 'STATUS/SEVERITY', 'STATUS/MESSAGE']);

/** An aggregate that is being read; `depth` is how deep it stands. */
type Open<Of> = Readonly<{ of: Of; depth: number; line: number }>;

export function responseReader(progress: FileProgress, limits: IngestLimits): ResponseReader {
  let response: Open<Fields> | null = null;
  let statement: Open<OfxStatement> | null = null;
  let transaction: Open<Fields> | null = null;
  let statementIndex = 0;

  const emit = (entry: Entry): void => void progress.ready.push({ kind: 'entry', statementIndex, entry });
  // Nearly all values stand directly in what is read.
  const within = (path: readonly string[], { depth }: Open<unknown>, name: string): string =>
    path.length === depth ? name : [...path.slice(depth), name].join('/');

  return {
    open(path, line) {
      const name = path.at(-1) ?? '';
      const depth = path.length;
      const isStatement = statementName.test(name);
      const isTransaction = transactionName.test(name);
      if ((isStatement && statement !== null) || (isTransaction && transaction !== null)) {
        throw refusal('ingest.ofx_not_well_formed', `A ${name} stands in another`, { line, path: name });
      }
      if (responseName.test(name)) response = { of: fields(statusPaths, limits), depth, line };
      if (isStatement) {
        statementIndex = progress.statementCount++;
        statement = { of: ofxStatement(statementIndex, name, { line, path: name }, limits), depth, line };
      }
      if (isTransaction) {
        if (statement === null) {
          throw refusal('ingest.ofx_not_well_formed', `A ${name} stands in no statement`, { line, path: name });
        }
        transaction = { of: fields(transactionPaths, limits), depth, line };
      }
    },
    value(name, value, path, line) {
      if (transaction !== null) transaction.of.add(within(path, transaction, name), value, line);
      else if (statement !== null) statement.of.value(within(path, statement, name), value, line);
      else if (response !== null && path.at(-1) === 'STATUS') response.of.add(`STATUS/${name}`, value, line);
    },
    close(path) {
      const depth = path.length;
      if (transaction?.depth === depth && statement !== null) {
        const name = path.at(-1) ?? '';
        emit(statement.of.transaction(transaction.of, name === 'STMTTRNP', { line: transaction.line, path: name }));
        transaction = null;
      } else if (statement?.depth === depth) {
        progress.ready.push({ kind: 'statement', statement: statement.of.finish() });
        statement = null;
      } else if (response?.depth === depth) {
        noteFailure(progress, response);
        response = null;
      }
    },
  };
}

function noteFailure(progress: FileProgress, { of, line }: Open<Fields>): void {
  if (of.get('STATUS/SEVERITY')?.toUpperCase() !== 'ERROR') return;
  const [code, message] = [of.get('STATUS/CODE') ?? '', of.get('STATUS/MESSAGE') ?? 'without a message'];
  const what = `The bank answered with error ${code}: ${message.slice(0, 100)}`;
  noteFinding(progress, finding('ingest.response_failed', what, { line, path: 'STATUS' }, message));
}
