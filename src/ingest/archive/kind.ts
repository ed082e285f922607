/** Whether bytes are an archive, by their first bytes alone: the ending of a name says nothing. */
type ArchiveKind = 'zip' | 'gzip';

const signatures: readonly Readonly<{ kind: string; bytes: readonly number[] }>[] = [
  { kind: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  // Without members, and one part of several.
  { kind: 'zip', bytes: [0x50, 0x4b, 0x05, 0x06] },
  { kind: 'zip', bytes: [0x50, 0x4b, 0x07, 0x08] },
  { kind: 'gzip', bytes: [0x1f, 0x8b] },
  // Not opened; known so that they are not taken out of another archive either.
  { kind: '7z', bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { kind: 'rar', bytes: [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07] },
  { kind: 'xz', bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00] },
  { kind: 'bzip2', bytes: [0x42, 0x5a, 0x68] },
  { kind: 'zstd', bytes: [0x28, 0xb5, 0x2f, 0xfd] },
];

/** Bytes that {@link archiveKindOf} has to see. */
export const signatureBytes = 6;

/** The archive that can be opened, or null: then the bytes are read as they are. */
export function archiveKindOf(head: Uint8Array): ArchiveKind | null {
  const kind = packedKindOf(head);
  return kind === 'zip' || kind === 'gzip' ? kind : null;
}

export const isArchive = (head: Uint8Array): boolean => archiveKindOf(head) !== null;

/** Any archive or packed file, also of the kinds that are not opened. */
export const packedKindOf = (head: Uint8Array): string | null =>
  signatures.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte))?.kind ?? null;
