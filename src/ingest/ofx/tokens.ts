/**
 * Text to tags and texts, for both dialects: a tag is what stands between `<` and `>`. One unfinished token is kept in
 * memory at once, and each has a limit. Comments and processing instructions are read over, a DOCTYPE is refused.
 */
import { refusal } from '../findings.ts';
import type { IngestLimits } from '../limits.ts';
import { lineEndsIn } from './lines.ts';

export type TokenHandler = Readonly<{
  /** Names are upper case, without prefix. */
  open: (name: string, line: number) => void;
  close: (name: string, line: number) => void;
  /** `isLiteral`: it stood in a CDATA section. A text may come in several pieces. */
  text: (text: string, line: number, isLiteral: boolean) => void;
}>;

export type Tokenizer = Readonly<{
  write: (text: string) => void;
  /** The text behind the last tag; refuses as truncated what is left of a tag. */
  end: () => void;
}>;

type Tag = Readonly<{ name: string; opens: boolean; closes: boolean }>;

// The same few tags come by the thousand: each spelling is read once.
const knownTags = 1_024;
const knownTagChars = 64;

const cdata = '<![CDATA[';
const comment = '<!--';
const name = String.raw`(?:[A-Za-z_][\w-]*:)?([A-Za-z_][\w.-]*)`;
const openTag = new RegExp(`^<${name}((?:\\s+[\\w:.-]+\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>$`);
const closeTag = new RegExp(`^</${name}\\s*>$`);

/** @param firstLine - of the text that comes, from 1. */
export function tokenizer(handler: TokenHandler, firstLine: number, limits: IngestLimits): Tokenizer {
  const known = new Map<string, Tag>();
  let kept = '';
  let line = firstLine;

  /** Where the token that begins at `start` with `<` ends, or -1 when its end has not come yet. */
  const endOf = (text: string, start: number): number => {
    const second = text.charAt(start + 1);
    if (second === '?') return behind(text, '?>', start);
    if (second !== '!') return behind(text, '>', start);
    const beginning = text.slice(start, start + cdata.length);
    if (beginning.startsWith(comment)) return behind(text, '-->', start + comment.length);
    if (beginning === cdata) return behind(text, ']]>', start);
    if (comment.startsWith(beginning) || cdata.startsWith(beginning)) return -1;
    throw refusal('ingest.doctype_refused', 'The OFX has a declaration', { line, path: beginning });
  };
  const token = (text: string): void => {
    if (text.startsWith(cdata)) handler.text(text.slice(cdata.length, -3), line, true);
    else if (!text.startsWith('<!') && !text.startsWith('<?')) tag(text);
  };
  const tag = (text: string): void => {
    const { name, opens, closes } = known.get(text) ?? learn(text);
    if (opens) handler.open(name, line);
    if (closes) handler.close(name, line);
  };
  const learn = (text: string): Tag => {
    const read = readTag(text);
    if (read === null) throw refusal('ingest.ofx_not_well_formed', 'This is no tag', { line, path: 'tag' }, text);
    if (known.size < knownTags && text.length <= knownTagChars) known.set(text, read);
    return read;
  };
  const textTo = (text: string): void => {
    if (text === '') return;
    handler.text(text, line, false);
    line += lineEndsIn(text);
  };
  const checkKept = (): void => {
    if (kept.length > limits.xmlTextChars) {
      throw refusal('ingest.xml_text_too_long', 'A text or a tag does not end', { line, path: kept.slice(0, 20) });
    }
  };

  return {
    write(more) {
      const text = kept + more;
      let position = 0;
      for (;;) {
        const start = text.indexOf('<', position);
        if (start === -1) break;
        textTo(text.slice(position, start));
        position = start;
        const end = endOf(text, start);
        if (end === -1) break;
        const found = text.slice(start, end);
        token(found);
        line += lineEndsIn(found);
        position = end;
      }
      kept = text.slice(position);
      checkKept();
    },
    end() {
      if (kept.startsWith('<')) {
        throw refusal('ingest.file_truncated', 'The file ends within a tag', { line, path: kept.slice(0, 20) });
      }
      textTo(kept);
      kept = '';
    },
  };
}

function readTag(text: string): Tag | null {
  const closed = closeTag.exec(text)?.[1];
  if (closed !== undefined) return { name: closed.toUpperCase(), opens: false, closes: true };
  const [, opened, , slash] = openTag.exec(text) ?? [];
  return opened === undefined ? null : { name: opened.toUpperCase(), opens: true, closes: slash === '/' };
}

function behind(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found === -1 ? -1 : found + mark.length;
}
