/**
 * Tags to elements. In OFX 2 every element is closed. In OFX 1 only aggregates are: an element with a value ends
 * where the next tag begins, and an empty one that is not closed can be told from an aggregate by its name alone.
 */
import { refusal } from '../findings.ts';
import type { IngestLimits } from '../limits.ts';
import type { SourcePosition } from '../../domain/statement.ts';
import type { TokenHandler } from './tokens.ts';
import { isValueName } from './value-names.ts';

type ElementHandler = Readonly<{
  /** An aggregate begins; `path` has its ancestors and itself. */
  open: (path: readonly string[], line: number) => void;
  /** An element with its value, which may be empty; `path` has its ancestors. Entities are still in it. */
  value: (name: string, value: Value, path: readonly string[], line: number) => void;
  close: (path: readonly string[], line: number) => void;
}>;

/** The pieces of a text; literal ones have no entities. */
export type Value = readonly Readonly<{ text: string; isLiteral: boolean }>[];

export type ElementReader = TokenHandler &
  Readonly<{
    isRootClosed: () => boolean;
    /** Where reading stands, for the refusal of a file that ends there. */
    place: () => SourcePosition;
  }>;

const root = 'OFX';
// oxlint-disable-next-line no-control-regex
const controlCharacter = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/;
const blank = /^\s*$/;
// What some programs write behind the end of a file.
// oxlint-disable-next-line no-control-regex
const padding = /^[\s\u0000\u001A]*$/;

export function elementReader(handler: ElementHandler, isXml: boolean, limits: IngestLimits): ElementReader {
  const path: string[] = [];
  let begun: { name: string; line: number; pieces: { text: string; isLiteral: boolean }[]; chars: number } | null =
    null;
  let hasText = false;
  let hasRoot = false;
  let elementCount = 0;
  let lastLine = 1;

  const broken = (what: string, line: number): never => {
    throw refusal('ingest.ofx_not_well_formed', what, { line, path: path.slice(-3).join('/') || 'OFX' });
  };
  const aggregate = (name: string, line: number): void => {
    path.push(name);
    if (path.length > limits.xmlDepth) {
      throw refusal('ingest.xml_too_deep', `More than ${String(limits.xmlDepth)} levels`, { line, path: name });
    }
    handler.open(path, line);
  };
  /** Ends the element that was begun, as a value or, where its name says so, as an empty aggregate. */
  const endBegun = (): void => {
    if (begun === null) return;
    const { name, line, pieces } = begun;
    begun = null;
    if (hasText || isValueName(name)) handler.value(name, pieces, path, line);
    else {
      aggregate(name, line);
      handler.close(path, line);
      path.pop();
    }
  };

  return {
    open(name, line) {
      lastLine = line;
      if (++elementCount > limits.xmlElements) {
        throw refusal('ingest.xml_too_many_elements', 'The file has too many elements', { line, path: name });
      }
      if (begun !== null) {
        const isValue = hasText || (!isXml && isValueName(begun.name));
        if (isValue && isXml) broken(`<${begun.name}> has text and the element <${name}>`, line);
        if (isValue) endBegun();
        else aggregate(begun.name, begun.line);
      } else if (path.length === 0) {
        if (hasRoot || name !== root) broken(`<${name}> stands where ${hasRoot ? 'nothing' : '<OFX>'} may`, line);
        hasRoot = true;
      }
      begun = { name, line, pieces: [], chars: 0 };
      hasText = false;
    },
    text(text, line, isLiteral) {
      lastLine = line;
      const isBlank = blank.test(text);
      if (begun === null) {
        const isPadding = hasRoot && path.length === 0 && padding.test(text);
        if (!isBlank && !isPadding) broken('A text stands outside of an element', line);
        return;
      }
      if (controlCharacter.test(text)) broken('A text has a control character', line);
      hasText ||= !isBlank;
      begun.pieces.push({ text, isLiteral });
      // An empty piece costs memory too.
      begun.chars += text.length + 1;
      if (begun.chars > limits.xmlTextChars) {
        throw refusal('ingest.xml_text_too_long', 'A text is too long', { line, path: begun.name });
      }
    },
    close(name, line) {
      lastLine = line;
      if (begun !== null) {
        const isOwn = begun.name === name;
        if (!isOwn && isXml) broken(`</${name}> closes <${begun.name}>`, line);
        endBegun();
        if (isOwn) return;
      }
      if (path.at(-1) !== name) broken(`</${name}> closes <${path.at(-1) ?? 'nothing'}>`, line);
      handler.close(path, line);
      path.pop();
    },
    isRootClosed: () => hasRoot && path.length === 0 && begun === null,
    place: () => ({
      line: lastLine,
      path: [...path, ...(begun === null ? [] : [begun.name])].slice(-3).join('/') || 'OFX',
    }),
  };
}
