/**
 * Whether the audit chain of a ledger is whole: every hash made again, no number left out, the head the last of them. Pure.
 *
 * The chain alone can't tell that its end was cut off, or all of it written anew, by someone who also wrote the head: an
 * anchor can, a head that was kept elsewhere.
 */
import { chainHash, genesisHash } from '../audit.ts';

/** A place in the chain: the number of an event, and its hash. Number 0 is before the first. */
export type ChainLink = Readonly<{ sequence: bigint; hash: string }>;
export type ChainRow = ChainLink & Readonly<{ previousHash: string; body: string }>;
export type ChainBreak = Readonly<{ subject: string; off: string }>;

/** How far the chain was read, and what was found on the way. */
export type ChainWalk = Readonly<{
  end: ChainLink;
  breaks: readonly ChainBreak[];
  anchor: ChainLink | null;
  isAnchorFound: boolean;
}>;

const genesis: ChainLink = { sequence: 0n, hash: genesisHash };

const isAt = (link: ChainLink, { sequence, hash }: ChainLink): boolean =>
  link.sequence === sequence && link.hash === hash;

/** @param anchor - a head of this ledger from earlier, kept outside; null: none. */
export const startChain = (anchor: ChainLink | null): ChainWalk => ({
  end: genesis,
  breaks: [],
  anchor,
  isAnchorFound: anchor !== null && isAt(genesis, anchor),
});

/** Walks on over the next rows, by ascending sequence. */
export function continueChain(walk: ChainWalk, rows: Iterable<ChainRow>): ChainWalk {
  const { anchor } = walk;
  const breaks = [...walk.breaks];
  let { end, isAnchorFound } = walk;
  for (const row of rows) {
    const subject = `audit event ${row.sequence}`;
    if (row.sequence !== end.sequence + 1n)
      breaks.push({ subject: `audit event ${end.sequence + 1n}`, off: 'is missing' });
    if (row.previousHash !== end.hash) breaks.push({ subject, off: 'does not follow the one before it' });
    if (row.hash !== chainHash(row.previousHash, row.body)) breaks.push({ subject, off: 'was changed' });
    isAnchorFound ||= anchor !== null && isAt(row, anchor);
    end = { sequence: row.sequence, hash: row.hash };
  }
  return { end, breaks, anchor, isAnchorFound };
}

/** @returns what is wrong with a chain that was walked to its end; nothing, when it is whole and has the anchor. */
export function endChain({ end, breaks, anchor, isAnchorFound }: ChainWalk, head: ChainLink): readonly ChainBreak[] {
  const found = [...breaks];
  if (!isAt(head, end))
    found.push({ subject: 'audit head', off: `stands at ${head.sequence}, the chain ends at ${end.sequence}` });
  if (anchor !== null && !isAnchorFound)
    found.push({ subject: `anchor ${anchor.sequence}`, off: 'is not in the chain: it was cut off or written anew' });
  return found;
}
