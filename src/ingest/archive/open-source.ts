/**
 * The files in what came in: itself, or the members when it is an archive. Every way in goes through here, so that a
 * file is the same file whether it came bare, in a zip, or in another zip the day after.
 */
import type { Finding } from '../../domain/statement.ts';
import { meansIncomplete } from '../findings.ts';
import type { FileReading } from '../statement-file.ts';
import { archiveKindOf, signatureBytes } from './kind.ts';
import { archiveLimits, type ArchiveLimits } from './limits.ts';
import type { Member } from './member.ts';
import { openArchive, tooLarge } from './open-archive.ts';

export type Source = Readonly<{
  name: string;
  /** Opens the bytes; called again for each reading. */
  read: () => AsyncIterable<Uint8Array>;
}>;

type OpenedSource = Readonly<{
  /**
   * A file that is no archive: itself. An opened zip: its members in order, named `drop.zip/member.xml`; an opened gzip:
   * what was packed, under its own name. An archive that is refused: itself, whole, so that nothing is lost.
   */
  files: readonly Source[];
  /** Why the archive could not be opened; null for an opened one and for what is none. */
  refusal: Finding | null;
}>;

/** Looks into a source. What is no archive is not read beyond its first bytes. */
export async function openSource(source: Source, limits: ArchiveLimits = archiveLimits): Promise<OpenedSource> {
  const kept: OpenedSource = { files: [source], refusal: null };
  const packed = await readArchive(source, limits);
  if (packed === 'no archive') return kept;
  if (packed === 'too large') return { ...kept, refusal: tooLarge(limits).finding };
  const opened = await openArchive(packed, limits);
  if (!opened.ok) return { ...kept, refusal: opened.error };
  return { files: opened.value.map((member) => sourceOf(member, source.name)), refusal: null };
}

async function readArchive(
  { read }: Source,
  { packedBytes }: ArchiveLimits,
): Promise<Uint8Array | 'no archive' | 'too large'> {
  const pieces: Uint8Array[] = [];
  let sizeBytes = 0;
  let isKnown = false;
  for await (const piece of read()) {
    pieces.push(piece);
    sizeBytes += piece.length;
    if (!isKnown && sizeBytes >= signatureBytes) {
      if (archiveKindOf(Buffer.concat(pieces)) === null) return 'no archive';
      isKnown = true;
    }
    if (sizeBytes > packedBytes) return 'too large';
  }
  const bytes = Buffer.concat(pieces);
  return archiveKindOf(bytes) === null ? 'no archive' : bytes;
}

const sourceOf = ({ name, bytes }: Member, archiveName: string): Source => ({
  name: name === null ? archiveName : `${archiveName}/${name}`,
  read: () => inOnePiece(bytes),
});

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/**
 * What was read of a file that is an archive, with the reason why it could not be opened. The reader, which takes bytes
 * as they come, only sees that it is one.
 */
export async function withArchiveReason(file: FileReading, source: Source): Promise<FileReading> {
  if (!file.findings.some(({ code }) => code === 'ingest.archive_not_opened')) return file;
  const { refusal } = await openSource(source);
  if (refusal === null) return file;
  return { ...file, outcome: meansIncomplete(refusal.code) ? 'incomplete' : 'refused', findings: [refusal] };
}
