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

type MessageReader = Readonly<{
  line: (text: string, number: number) => void;
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
  // A second closing balance has to say the same as the first.
  closed: new Set('20 61 62F 62M 64 65 86 90C 90D NS'.split(' ')),
};

const placeAfter = (tag: string, place: Place): Place =>
  tag === '61' ? 'entries' : tag === '62F' || tag === '62M' ? 'closed' : place;

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
    place = placeAfter(tag, place);
    field = { tag, lines: [content], line, chars: content.length };
  };
  const addText = (text: string, line: number): void => {
    // Blank and banking lines behind the closing balance belong to nobody.
    if (field === null || (place === 'closed' && field.tag !== '61' && field.tag !== '86')) return;
    // Blank lines behind a dash do not make it text.
    if (isDashPending && text.trim() === '') return;
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

  /** A line that is no field: an end, the beginning of another message, or text. */
  const withoutTag = (text: string, number: number): void => {
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
    if (text.trimEnd() === '-') isDashPending = true;
    else addText(text, number);
  };

  return {
    line(text, number) {
      if (place === 'outside') return outside(text, number);
      if (text.charCodeAt(0) === colon) {
        const tag = tagOf(text, place);
        if (tag !== null) return beginField(tag, text.slice(tag.length + 2), number);
      }
      // Most lines are text: they pay for one look at their first character, not for each end that might be there.
      const first = text.charCodeAt(0);
      if (first === dash || first === openingBrace || isDashPending) withoutTag(text, number);
      else addText(text, number);
    },
    end: () => endMessage(false),
    isPastClosing: () => place === 'closed' || place === 'outside',
  };
}

const dash = 45;
const colon = 58;
const openingBrace = 123;

/** `61` of `:61:…`, where that tag may stand. */
function tagOf(text: string, place: Place): string | null {
  // The two fields of every entry, legal in every place of a message.
  if (place !== 'outside' && text.startsWith(':61:')) return '61';
  if (place !== 'outside' && text.startsWith(':86:')) return '86';
  if (text.charCodeAt(0) !== colon) return null;
  const end = text.charCodeAt(3) === colon ? 3 : 4;
  if (text.charCodeAt(end) !== colon) return null;
  const tag = text.slice(1, end);
  return tagsByPlace[place].has(tag) ? tag : null;
}
