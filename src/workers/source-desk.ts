/** What may be asked of the sources that the configuration names, by who has no say in what they are. */
import type { LedgerId } from '../domain/ids.ts';

/** The last pass over a source in this process. */
export type LastPull = Readonly<{
  endedAt: Date;
  /** Files that are in the books since. */
  storedCount: number;
  /** Of all that went wrong: each once, as docs/errors.md has them. */
  problems: readonly string[];
}>;

/** A source as its users may see it: no host, no folder, no name of a file. */
export type SourceState = Readonly<{
  name: string;
  kind: 'folder' | 'sftp';
  pollSeconds: number;
  /** Of any process; null: no file came yet. */
  lastArrivalAt: Date | null;
  /** Whether its schedule says that a file should have come. */
  isOverdue: boolean;
  /** Null: there was none since the start. */
  lastPull: LastPull | null;
}>;

export type SourceDesk = Readonly<{
  /** @param ledger - the code of `ledgerId`. */
  list(ledgerId: LedgerId, ledger: string): Promise<readonly SourceState[]>;
  /** Has a source looked at as soon as a place is free. @returns false: the ledger has no source of this name */
  pull(ledger: string, name: string): boolean;
}>;

/** Where nothing is pulled. */
export const noSources: SourceDesk = { list: async () => [], pull: () => false };
