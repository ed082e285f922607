/**
 * Decision 0020: what looking at payments again gives, once the day's surer ones are settled.
 *
 * Run: `npx tsx bench/decisions/settlement-rounds.ts [LINES]` (10,000 lines on 20 days: about three minutes)
 */
import { everything } from '../../src/matching/decision/verdict.ts';
import { generateBenchmark } from '../matching/generator/generate.ts';
import { judge } from '../matching/judge.ts';
import { openLettrageWith } from '../matching/lettrage.ts';
import { runProtocol } from '../matching/protocol.ts';
import { score } from '../matching/score.ts';
import { printMachine, printTable } from './measure.ts';

const lines = +(process.argv[2] ?? '10000');
const ways = { 'looked at again': true, 'looked at once': false };

printMachine();
for (const seed of [31, 32]) {
  const data = generateBenchmark({ seed, profile: 'base', items: lines * 5, lines, days: 20 });
  const rows: Record<string, string | number>[] = [];
  for (const [way, isLookedAtAgain] of Object.entries(ways)) {
    const run = await runProtocol(data, openLettrageWith({ policy: everything, isLookedAtAgain }));
    const { precision, falsePosts, autoMatch, queueRecallAt1 } = score(judge(data, run.decisions));
    const shown = (rate: number | null): string => (rate === null ? '' : `${(rate * 100).toFixed(2)} %`);
    rows.push({
      way,
      applied: precision.of,
      wrong: falsePosts.count,
      'auto-match': shown(autoMatch.rate),
      'first suggestion right, of the queue': shown(queueRecallAt1.rate),
    });
  }
  printTable(`Seed ${seed}, ${lines} lines`, rows);
}
