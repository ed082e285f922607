/**
 * Everything that reads the words of a bank, on words made to hurt: runs that almost match, nested separators, long blanks,
 * lists of a thousand numbers, characters that grow when they are folded. None may throw, and none may cost more than its
 * bounds, however long it is.
 *
 * 20,000 texts by default; `LETTRAGE_FUZZ=1000000` for a night, seeded by `LETTRAGE_SEED`. What is asserted is counted:
 * look-ups in the index, and processor time with so much room that a collection of garbage fits in. How fast it is, the
 * bench says (`bench/matching/text-fuzz.bench.ts`).
 */
import { describe, expect, test } from 'vitest';
import { readInformation } from '../../src/ingest/mt940/information.ts';
import { realReference } from '../../src/ingest/written-values.ts';
import { everything } from '../../src/matching/decision/verdict.ts';
import type { Partition } from '../../src/matching/index/partition.ts';
import { keyOf } from '../../src/matching/key-text.ts';
import { openProposer } from '../../src/matching/propose.ts';
import { maximumNumbers } from '../../src/matching/text/numbers.ts';
import { random } from '../support/random.ts';
import { hostilePartition, hostilePayment, hostileText } from './hostile-texts.ts';

const seed = process.env['LETTRAGE_SEED'] ?? 'words';
const wanted = Number(process.env['LETTRAGE_FUZZ'] ?? '20000');

/** Every number, joined with up to six that follow, under three kinds of key, and some for what stands in fields. */
const mostLookUps = maximumNumbers * 7 * 5 + 5_000;
const mostMilliseconds = 250;

/** The partition, and how often it was asked since the count was taken last. */
function counted(partition: Partition) {
  let count = 0;
  const counting =
    <Asked extends readonly unknown[], Answer>(ask: (...asked: Asked) => Answer) =>
    (...asked: Asked): Answer => {
      count += 1;
      return ask(...asked);
    };
  const asked: Partition = {
    ...partition,
    rowsByNumber: counting(partition.rowsByNumber),
    itemsByStructuredReference: counting(partition.itemsByStructuredReference),
    collectionByKey: counting(partition.collectionByKey),
    customersByCode: counting(partition.customersByCode),
    payerEntriesByIban: counting(partition.payerEntriesByIban),
  };
  return { asked, take: (): number => [count, (count = 0)][0] ?? 0 };
}

function milliseconds(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

describe(`${wanted} texts of seed "${seed}"`, () => {
  test('are matched in bounded steps and time, and never throw', { timeout: 120_000 + wanted * 10 }, () => {
    const { asked, take } = counted(hostilePartition());
    const proposer = openProposer(asked, asked.columns.itemResiduals, everything);
    const failures: string[] = [];
    let mostAsked = 0;
    for (let index = 0; index < wanted; index += 1) {
      const paid = hostilePayment(random(`${seed} ${index}`));
      try {
        let spent = milliseconds(() => void proposer.weigh(paid));
        mostAsked = Math.max(mostAsked, take());
        // A busy machine is no slow text: what is over is looked at again.
        for (let again = 0; again < 4 && spent > mostMilliseconds; again += 1)
          spent = Math.min(
            spent,
            milliseconds(() => void proposer.weigh(paid)),
          );
        if (spent > mostMilliseconds) failures.push(`${index}: ${spent} ms`);
        take();
      } catch (thrown) {
        failures.push(`${index}: ${String(thrown)}`);
      }
    }
    expect(failures).toEqual([]);
    expect(mostAsked).toBeLessThan(mostLookUps);
    expect(mostAsked).toBeGreaterThan(maximumNumbers);
  });

  test('are read by everything else that reads a bank’s words', { timeout: 60_000 + wanted * 5 }, () => {
    const slow: string[] = [];
    for (let index = 0; index < wanted; index += 10) {
      const text = hostileText(random(`${seed} ${index}`));
      const spent = milliseconds(() => {
        readInformation(text.split('\n'));
        keyOf(text);
        realReference(text);
      });
      if (spent > mostMilliseconds) slow.push(`${index}: ${spent} ms`);
    }
    expect(slow).toEqual([]);
  });
});
