/**
 * Reads camt.052, camt.053 and camt.054 of every version while the bytes arrive: one builder for all of them.
 *
 * The message element decides what it is, wherever it stands: some banks wrap the document, some leave the namespace
 * out, some send several documents in one file. Inside it each `Stmt`, `Rpt` or `Ntfctn` is descended into, and its
 * children are collected one at a time, so that only one entry is in memory.
 */
import type { StatementFormat } from '../../domain/statement.ts';
import { xmlDecoding } from '../decode-text.ts';
import { noteFinding, setFormat, type FileProgress } from '../file-progress.ts';
import { finding, refusal } from '../findings.ts';
import type { FormatParser } from '../format.ts';
import type { IngestLimits } from '../limits.ts';
import { xmlDocuments, type DocumentReader } from '../xml-documents.ts';
import { xmlElements, type ElementHandler, type OpenedElement } from '../xml-elements.ts';
import { camtStatement, type CamtStatement } from './statement.ts';

type Message = Readonly<{ format: StatementFormat; container: string }>;

const messageByElement: Readonly<Record<string, Message>> = {
  BkToCstmrAcctRpt: { format: 'camt.052', container: 'Rpt' },
  BkToCstmrStmt: { format: 'camt.053', container: 'Stmt' },
  BkToCstmrDbtCdtNtfctn: { format: 'camt.054', container: 'Ntfctn' },
};

/** Version 01 has its number in the element's name: `BkToCstmrAcctRptV01`. */
const messageNamed = (element: string): Message | undefined => messageByElement[element.replace(/V\d\d$/, '')];

/** @param head - the first bytes of the file, which name its encoding. They are pushed again. */
export function camtParser(progress: FileProgress, head: Uint8Array, limits: IngestLimits): FormatParser {
  const decoding = xmlDecoding(head);
  progress.encoding = decoding.encoding;
  if (decoding.finding !== null) noteFinding(progress, decoding.finding);

  let elementCount = 0;
  const countElement = (): void => {
    if (++elementCount <= limits.xmlElements) return;
    throw refusal('ingest.xml_too_many_elements', `The file has more than ${String(limits.xmlElements)} elements`);
  };
  const open = (firstLine: number): DocumentReader =>
    xmlElements(camtDocument(progress, limits), limits, firstLine, countElement);
  const documents = xmlDocuments(open, limits);
  return {
    push: (bytes) => documents.write(decoding.decode(bytes)),
    end() {
      documents.write(decoding.end());
      documents.close();
      if (progress.statementCount === 0) throw refusal('ingest.no_statement', emptyMessage(progress));
    },
  };
}

const emptyMessage = ({ format }: FileProgress): string =>
  format === null ? 'The XML holds no camt.052, camt.053 or camt.054 message' : `The ${format} message is empty`;

function camtDocument(progress: FileProgress, limits: IngestLimits): ElementHandler {
  let version: string | null = null;
  let message: Message | null = null;
  let statement: CamtStatement | null = null;
  let statementIndex = 0;

  const openMessage = (element: OpenedElement, opened: Message): void => {
    message = opened;
    setFormat(progress, opened.format);
    if (version !== null && !version.startsWith(opened.format)) {
      const what = `The namespace says ${version}, the content is ${element.name}, that is ${opened.format}`;
      throw refusal('ingest.message_type_contradicted', what, { line: element.line, path: element.name }, version);
    }
    if (version !== null) progress.version ??= version;
    else noteFinding(progress, finding('ingest.namespace_missing', `<${element.name}> has no camt namespace`));
  };

  return {
    opened(element) {
      if (statement !== null) return 'collect';
      if (message === null) {
        version = versionIn(element.attributes) ?? version;
        const opened = messageNamed(element.name);
        if (opened !== undefined) openMessage(element, opened);
      } else if (element.name === message.container) {
        statementIndex = progress.statementCount++;
        const at = { line: element.line, path: element.name };
        statement = camtStatement(message.format, statementIndex, at, limits.findingsPerStatement);
      }
      return 'descend';
    },
    collected(element) {
      const entry = statement?.take(element) ?? null;
      if (entry !== null) progress.ready.push({ kind: 'entry', statementIndex, entry });
    },
    closed(name) {
      if (statement !== null) {
        progress.ready.push({ kind: 'statement', statement: statement.finish() });
        statement = null;
      } else if (message !== null && messageNamed(name) === message) {
        message = null;
      }
    },
  };
}

/** `camt.053.001.08`, found in whatever prefix the namespace was bound to. */
function versionIn(attributes: Readonly<Record<string, string>>): string | null {
  for (const [name, value] of Object.entries(attributes)) {
    const found = name.startsWith('xmlns') ? /camt\.05[234]\.001\.\d\d/.exec(value) : null;
    if (found !== null) return found[0];
  }
  return null;
}
