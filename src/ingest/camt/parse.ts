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
import type { XmlAttribute } from '../xml-tags.ts';
import { xmlElements, type ElementHandler, type OpenedElement } from '../xml-elements.ts';
import { pageChain, readPage, type Page, type PageChain } from './pages.ts';
import { child } from './read-element.ts';
import { camtStatement, type CamtStatement } from './statement.ts';

type Message = Readonly<{ format: StatementFormat; container: string }>;

const messageByElement: Readonly<Record<string, Message>> = {
  BkToCstmrAcctRpt: { format: 'camt.052', container: 'Rpt' },
  BkToCstmrStmt: { format: 'camt.053', container: 'Stmt' },
  BkToCstmrDbtCdtNtfctn: { format: 'camt.054', container: 'Ntfctn' },
};

/** Version 01 has its number in the element's name: `BkToCstmrAcctRptV01`. */
const messageNamed = (element: string): Message | undefined => messageByElement[element.replace(/V\d\d$/, '')];

/** However much is pushed at once, no more of it is text at a time. */
const pieceBytes = 65_536;

/** @param head - the first bytes of the file, which name its encoding. They are pushed again. */
export function camtParser(progress: FileProgress, head: Uint8Array, limits: IngestLimits): FormatParser {
  const decoding = xmlDecoding(head);
  progress.encoding = decoding.encoding;
  if (decoding.finding !== null) noteFinding(progress, decoding.finding);

  const chain = pageChain();
  const xml = xmlElements(camtDocument(progress, chain, limits), limits);
  return {
    push(bytes) {
      for (let start = 0; start < bytes.length; start += pieceBytes) {
        xml.write(decoding.decode(bytes.subarray(start, start + pieceBytes)));
      }
    },
    end() {
      xml.write(decoding.end());
      xml.close();
      for (const missing of chain.missing()) noteFinding(progress, missing);
      if (progress.statementCount === 0) throw refusal('ingest.no_statement', emptyMessage(progress));
    },
  };
}

const emptyMessage = ({ format }: FileProgress): string =>
  format === null ? 'The XML holds no camt.052, camt.053 or camt.054 message' : `The ${format} message is empty`;

/** Reads the documents of one file: messages, in them statements, in them entries. */
function camtDocument(progress: FileProgress, chain: PageChain, limits: IngestLimits): ElementHandler {
  let version: string | null = null;
  let message: Message | null = null;
  let statement: CamtStatement | null = null;
  let statementIndex = 0;
  let page: Page | null = null;
  let depth = 0;

  const openMessage = (element: OpenedElement, opened: Message): void => {
    message = opened;
    page = null;
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
        const { findingsPerStatement: findingsLimit } = limits;
        statement = camtStatement(message.format, statementIndex, at, { page, chain, findingsLimit });
      } else if (element.name === 'GrpHdr') return 'collect';
      depth++;
      return 'descend';
    },
    collected(element) {
      if (statement === null) {
        page = readPage(child(element, 'MsgPgntn'));
        return;
      }
      const entry = statement.take(element);
      if (entry !== null) progress.ready.push({ kind: 'entry', statementIndex, entry });
    },
    closed(name) {
      if (statement !== null) {
        progress.ready.push({ kind: 'statement', statement: statement.finish() });
        statement = null;
      } else if (message !== null && messageNamed(name) === message) {
        message = null;
      }
      // The next document of the file has its own namespaces.
      if (--depth === 0) version = null;
    },
  };
}

/**
 * `camt.053.001.08`, found in whatever prefix the namespace was bound to: the name of any message, because that of
 * another one contradicts the content. The business application header `head.001` around it is none.
 */
function versionIn(attributes: readonly XmlAttribute[]): string | null {
  for (const { name, value } of attributes) {
    const found = name.startsWith('xmlns') ? /\b(?!head\.)[a-z]{4}\.\d{3}\.\d{3}\.\d{2}\b/.exec(value) : null;
    if (found !== null) return found[0];
  }
  return null;
}
