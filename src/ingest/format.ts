/** What a format folder gives to the one door (`statement-file.ts`): how it is recognised and how it is read. */
import type { StatementFormat } from '../domain/statement.ts';
import type { FileProgress } from './file-progress.ts';
import type { IngestLimits } from './limits.ts';

/** Reads one format from its bytes. Both functions may throw `IngestRefusal`, and nothing else for bad input. */
export type FormatParser = Readonly<{ push: (bytes: Uint8Array) => void; end: () => void }>;

export type FormatReader = Readonly<{
  /** @param beginning - the first characters, without byte order mark and padding before them; up to 16 KiB. */
  recognises: (beginning: string) => boolean;
  /** @param head - the first bytes of the file, which show its encoding. They are pushed again. */
  open: (progress: FileProgress, head: Uint8Array, limits: IngestLimits) => FormatParser;
  /** What a file is called that is refused before it said more of itself; null when that can't be told. */
  assumedFormat: StatementFormat | null;
}>;
