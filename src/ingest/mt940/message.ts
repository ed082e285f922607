/**
 * The grammar of MT940 and MT942: lines to fields, and where a message begins and ends.
 *
 *     outside ──:20:──► header ──:61:──► entries ──:62F:──► closed ──`-`, `-}`, `{1:`, :20:, end──► outside
 *
 * Texts inside `:86:` look like tags (`:26:37` of a wrapped time) and like ends (`-`). So a tag is a known tag in a
 * legal place, and a lone `-` ends a message only when what follows is no text: the end, `{`, or a tag.
 *
 * @see SWIFT MT940 Customer Statement, MT942 Interim Transaction Report
 */
import { refusal } from '../findings.ts';
import type { IngestLimits } from '../limits.ts';
import type { Line } from './lines.ts';

/** One field: its tag without colons, its lines without the tag. */
export type Field = Readonly<{ tag: string; lines: readonly string[]; line: number }>;

export type MessageHandler = Readonly<{
  /** `isFragment`: it begins without `:20:`. */
  begin: (line: number, isFragment: boolean) => void;
  field: (field: Field) => void;
  /** `hasTerminator`: `-}` was read, which a SWIFT envelope promises. */
  end: (ending: Readonly<{ isEnveloped: boolean; hasTerminator: boolean }>) => void;
  /** The application header block, such as `{2:I942…`. */
  envelope: (text: string) => void;
}>;

export type MessageReader = Readonly<{
  line: (line: Line) => void;
  end: () => void;
  /** True between a closing balance and the end of its message, and outside of messages. */
  isPastClosing: () => boolean;
}>;

type Place = 'outside' | 'header' | 'entries' | 'closed';

const tagsByPlace: Readonly<Record<Place, ReadonlySet<string>>> = {
  // A file may begin with a fragment of a message; then its first field is one of these.
  outside: new Set(['20', '25', '25P', '28', '28C', '60F', '60M', '61']),
  header: new Set('20 21 25 25P 28 28C 13 13D 34F 60F 60M 61 62F 62M 86 90C 90D NS'.split(' ')),
  entries: new Set('20 61 62F 62M 86 90C 90D NS'.split(' ')),
  closed: new Set('20 61 64 65 86 90C 90D NS'.split(' ')),
};

const placeAfter: Readonly<Record<string, Place>> = { '61': 'entries', '62F': 'closed', '62M': 'closed' };

export function messageReader(handler: MessageHandler, limits: IngestLimits): MessageReader {
  let place: Place = 'outside';
  let isEnveloped = false;
  let isDashPending = false;
  let field: { tag: string; lines: string[]; line: number; chars: number } | null = null;

  const endField = (): void => {
    if (field !== null) handler.field(field);
    field = null;
  };
  const endMessage = (hasTerminator: boolean): void => {
    endField();
    if (place !== 'outside') handler.end({ isEnveloped, hasTerminator });
    place = 'outside';
    isDashPending = false;
  };
  const beginField = (tag: string, content: string, line: number): void => {
    isDashPending = false;
    endField();
    if (tag === '20' && place !== 'outside') {
      endMessage(false);
      isEnveloped = false;
    }
    if (place === 'outside') {
      handler.begin(line, tag !== '20');
      place = 'header';
    }
    place = placeAfter[tag] ?? place;
    field = { tag, lines: [content], line, chars: content.length };
  };
  const addText = (text: string, line: number): void => {
    // Blank and banking lines behind the closing balance belong to nobody.
    if (field === null || (place === 'closed' && field.tag !== '61' && field.tag !== '86')) return;
    if (isDashPending) field.lines.push('-');
    isDashPending = false;
    field.lines.push(text);
    field.chars += text.length;
    if (field.chars > limits.fieldChars) {
      throw refusal('ingest.field_too_long', 'A field has too much text', { line, path: `:${field.tag}:` });
    }
  };
  const outside = (text: string, line: number): void => {
    if (text.startsWith('{2:') || text.includes('}{2:')) handler.envelope(text);
    const block = text.indexOf('{4:');
    const content = block === -1 ? text : text.slice(block + 3);
    if (block !== -1) isEnveloped = true;
    const tag = tagOf(content.trimStart(), place);
    if (tag !== null) beginField(tag, content.trimStart().slice(tag.length + 2), line);
  };

  return {
    line({ text, number }) {
      if (place === 'outside') return outside(text, number);
      // Some write `-` and `}` on lines of their own.
      const terminator = text.startsWith('-}') ? '-}' : isDashPending && text.startsWith('}') ? '}' : null;
      if (terminator !== null) {
        endMessage(true);
        isEnveloped = false;
        return outside(text.slice(terminator.length), number);
      }
      if (/^\{[1-5]:/.test(text)) {
        endMessage(false);
        isEnveloped = false;
        return outside(text, number);
      }
      const tag = tagOf(text, place);
      if (tag !== null) return beginField(tag, text.slice(tag.length + 2), number);
      if (text.trimEnd() === '-') isDashPending = true;
      else addText(text, number);
    },
    end: () => endMessage(false),
    isPastClosing: () => place === 'closed' || place === 'outside',
  };
}

function tagOf(text: string, place: Place): string | null {
  const tag = /^:(\d\d[A-Z]?|NS):/.exec(text)?.[1];
  return tag !== undefined && tagsByPlace[place].has(tag) ? tag : null;
}
