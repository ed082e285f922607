/**
 * Names under which files come. A name is data: it is told and kept beside the file, and no path of ours is made of it;
 * the file itself is known by its SHA-256.
 */

// A sender that has not finished writing, an editor's copy, what a system hides.
const passedOver = /^\.|\.(?:part|filepart|tmp|incomplete|swp)$|~$/i;

/** Whether the name says that the file is not, or not yet, meant for us. */
export const isPassedOver = (name: string): boolean => passedOver.test(name);

const mostBytes = 255;
// Control and format characters, line separators, halves of characters; U+FFFD stands for bytes that are no text.
const unshowable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\uFFFD]/u;

/** Why a name is not taken, for a person to read; null when it is a name like any other. */
export function whyNameIsRefused(name: string): string | null {
  if (name === '' || name === '.' || name === '..') return 'it names no file';
  if (/[/\\]/.test(name)) return 'it has a slash or a backslash';
  if (unshowable.test(name)) return 'it has characters that can not be shown';
  return Buffer.byteLength(name) > mostBytes ? `it is longer than ${mostBytes} bytes` : null;
}

/** The name as it may be shown and logged: escaped where it can't be read, and cut. */
export const shownName = (name: string): string => {
  const escaped = name.replace(
    new RegExp(unshowable.source, 'gu'),
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
  return escaped.length > 120 ? `${escaped.slice(0, 120)}…` : escaped;
};
