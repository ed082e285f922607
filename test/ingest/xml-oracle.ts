/** The same XML text through our tokenizer and through saxes, as comparable streams of events. */
import { SaxesParser } from 'saxes';
import { IngestRefusal } from '../../src/ingest/findings.ts';
import { ingestLimits, type IngestLimits } from '../../src/ingest/limits.ts';
import { xmlTokenizer } from '../../src/ingest/xml-tokens.ts';

/** What was read, or why it was refused. Texts are joined between two tags, and left out where they are blank. */
type XmlReading = Readonly<{ events: readonly string[]; refusal: string | null }>;

/** What is compared is the grammar of XML: limits are ours alone. */
const noLimits: IngestLimits = { ...ingestLimits, xmlDepth: 1e6, xmlTextChars: 1e9, xmlAttributeChars: 1e9 };

/** Gathers events into comparable lines. */
function eventList() {
  const events: string[] = [];
  let text = '';
  const closeText = (): void => {
    if (/[^ \t\r\n]/.test(text)) events.push(`text ${JSON.stringify(text)}`);
    text = '';
  };
  return {
    events,
    addText: (part: string): void => {
      text += part;
    },
    addTag: (tag: string): void => {
      closeText();
      events.push(tag);
    },
  };
}

const tagEvent = (name: string, attributes: readonly (readonly [string, string])[], line: number): string =>
  `open ${name} ${JSON.stringify(attributes)} ${String(line)}`;

/** @param pieces - the text, cut anywhere; each piece is read as soon as it comes. */
export function readByTokenizer(pieces: readonly string[]): XmlReading {
  const { events, addText, addTag } = eventList();
  const handler = {
    opened: (...[{ written }, attributes, line]: Parameters<Parameters<typeof xmlTokenizer>[0]['opened']>): void =>
      addTag(
        tagEvent(
          written,
          attributes.map(({ name, value }) => [name, value]),
          line,
        ),
      ),
    text: addText,
    closed: ({ written }: Readonly<{ written: string }>): void => addTag(`close ${written}`),
  };
  const tokenizer = xmlTokenizer(handler, noLimits, 1);
  try {
    for (const piece of pieces) tokenizer.write(piece);
    tokenizer.close();
    return { events, refusal: null };
  } catch (error) {
    if (error instanceof IngestRefusal) return { events, refusal: error.message };
    throw error;
  }
}

/** Padding is taken off and the documents of the file are split before saxes sees them, because it knows neither. */
export function readBySaxes(text: string): XmlReading {
  const events: string[] = [];
  let start = 0;
  let firstLine = 1;
  for (const { index } of text.matchAll(/<\?xml[ \t\r\n]/g)) {
    if (index === start) continue;
    const before = readDocument(text.slice(start, index).replace(padding, ''), firstLine);
    if (before.refusal !== null) continue;
    events.push(...before.events);
    firstLine += lineEnds(text.slice(start, index));
    start = index;
  }
  const last = readDocument(text.slice(start).replace(padding, ''), firstLine);
  return { events: [...events, ...last.events], refusal: last.refusal };
}

// oxlint-disable-next-line no-control-regex
const padding = /[\u0000\u001A\uFEFF \t\r\n]+$/;
const lineEnds = (text: string): number => text.match(/\r\n?|\n/g)?.length ?? 0;

function readDocument(text: string, firstLine: number): XmlReading {
  const { events, addText, addTag } = eventList();
  const parser = new SaxesParser({ xmlns: false, position: false });
  let refusal: string | null = null;
  const fail = (message: string): void => {
    refusal ??= message;
  };
  parser.on('error', ({ message }) => fail(message));
  parser.on('doctype', () => fail('doctype'));
  parser.on('opentag', ({ name, attributes }) =>
    addTag(tagEvent(name, Object.entries(attributes), firstLine + parser.line - 1)),
  );
  parser.on('closetag', ({ name }) => addTag(`close ${name}`));
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(text).close();
  return { events, refusal };
}
