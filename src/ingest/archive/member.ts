/** One file in an archive. */
export type Member = Readonly<{
  /** As written in the archive: told, never used as a path. Null in a gzip, which has the name of its file. */
  name: string | null;
  bytes: Uint8Array;
}>;

// Control characters break lines, and those for the direction of text show a name other than it is.
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** A name from outside as it can be shown and kept: invisible characters are replaced. */
export const printableName = (name: string): string => name.replace(unprintable, '\u{FFFD}');
