/** Script: Lettrage and the peers over the same generated day, and how many times it is faster. */
import { generateBenchmark, type GeneratorOptions } from '../generator/generate.ts';
import { peers } from '../peers/registry.ts';
import { runSideBySide, type PeerOutcome } from '../peers/side-by-side.ts';

export type PeersTold = Readonly<
  Record<
    string,
    Readonly<{ lines: number; linesPerSecond: number; timesSlower: number; clock: 'processor' | 'wall' }> | string
  >
>;

/** `share` is of each peer's canonical sample; a peer with a server is left out unless `withServer`. */
type Options = Readonly<{ books: GeneratorOptions; share: number; withServer: boolean }>;

const rateOf = ({ run }: PeerOutcome): number => (run === null ? 0 : run.lines.length / run.decideSeconds);
const rounded = (value: number): number => Math.round(value * 10) / 10;

/** @param words - {@link Options} as JSON */
export default async function besidePeers([options = '']: readonly string[]): Promise<PeersTold> {
  const { books, share, withServer } = JSON.parse(options) as Options;
  const compared = peers.filter(({ isServer }) => withServer || isServer !== true);
  const outcomes = await runSideBySide(generateBenchmark(books), compared, share);
  const ours = outcomes.find(({ peer }) => peer.isOurs === true);
  return Object.fromEntries(
    outcomes.map((outcome) => {
      const { peer, run, reason } = outcome;
      if (run === null) return [peer.name, `not available: ${reason ?? 'no reason given'}`];
      const linesPerSecond = rateOf(outcome);
      return [
        peer.name,
        {
          lines: run.lines.length,
          linesPerSecond: rounded(linesPerSecond),
          timesSlower: ours === undefined ? 0 : rounded(rateOf(ours) / linesPerSecond),
          clock: peer.isServer === true ? 'wall' : 'processor',
        },
      ];
    }),
  );
}
