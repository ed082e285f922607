/**
 * The peers beside Lettrage, over the same generated days: what each would have posted by itself, how much of it was
 * right, whether its first suggestion was, and at what speed.
 *
 * A peer with scores gets the threshold that suits it best on these very lines, at 99 % precision; rule sets and
 * Lettrage keep their own. The samples differ, because a peer that reads all documents for each line would take hours:
 * read the shares as ± 8 points at 150 lines, ± 3 at 1,000.
 */
import { generateBenchmark } from './generator/generate.ts';
import { peers, type Peer } from './peers/registry.ts';
import { rowOf, type PeerRow } from './peers/row.ts';
import { runSideBySide } from './peers/side-by-side.ts';

const sizes = {
  small: { items: 600, lines: 200, days: 5, sampleShare: 0.1 },
  canonical: { items: 50_000, lines: 10_000, days: 20, sampleShare: 1 },
} as const;

export async function run({ size }: { size: keyof typeof sizes }): Promise<Record<string, unknown>> {
  const { sampleShare, ...options } = sizes[size];
  const data = generateBenchmark({ seed: 21, profile: 'base', ...options });
  const mayRun = ({ isServer }: Peer): boolean => size === 'canonical' || isServer !== true;
  const table: Record<string, unknown> = { size, items: data.items.length, lines: data.lines.length };
  for (const outcome of await runSideBySide(data, peers.filter(mayRun), sampleShare)) {
    table[outcome.peer.name] = rowOf(data, outcome);
  }
  for (const { name } of peers.filter((peer) => !mayRun(peer))) {
    table[name] = { notAvailable: 'its server is started at the canonical size only' } satisfies PeerRow;
  }
  return table;
}
