/**
 * Everything that reads the words of a bank, on words made to hurt: runs that almost match, nested separators, long
 * blanks, characters that grow when they are folded. None may cost more than a constant for each character.
 *
 * 3,000 strings by default; `LETTRAGE_FUZZ=1000000` for a night, seeded by `LETTRAGE_SEED`. Time is measured in CPU, and
 * the bound is generous, because a collection of garbage may fall into any string.
 */
import { describe, expect, test } from 'vitest';
import { customerNameKeyOf } from '../../src/matching/customer-name.ts';
import { keyOf } from '../../src/matching/key-text.ts';
import { readReferences } from '../../src/matching/references.ts';
import { readInformation } from '../../src/ingest/mt940/information.ts';
import { realReference } from '../../src/ingest/written-values.ts';
import { random } from '../support/random.ts';
import { item, partitionOf, payment } from './sample-ledger.ts';

const seed = process.env['LETTRAGE_SEED'] ?? 'words';
const wanted = Number(process.env['LETTRAGE_FUZZ'] ?? '3000');

const partition = partitionOf([
  ...Array.from({ length: 2_000 }, (_, index) => item(index + 1, `FA2026-${String(index).padStart(5, '0')}`)),
  item(3_001, '11111'),
  item(3_002, 'A-1-A-1-A-1'),
  item(3_003, 'RE-121597', { creditorReference: 'RF96R24000941' }),
]);

/** Reads the text in each way in which a bank's text is read; the count of steps, where one is told. */
function readEverywhere(text: string): number {
  const { stepCount } = readReferences(payment({ remittance: [text], endToEndId: text.slice(0, 140) }), partition);
  readInformation(text.split('\n'));
  customerNameKeyOf(text);
  keyOf(text);
  realReference(text);
  return stepCount;
}

// Cut at the bar: blanks and line feeds are among them.
const fragments = (
  'FA2026-|FA|2026|00123|RF96R24000941|RF18|RF|IBAN|FR76|FR7630006000011234567890189|?20|?21|?32|>|^|/REMI/|/NAME/|/|//|' +
  'EREF+|SVWZ+|KREF+|MREF+|+|:|FACTURE|Rechnung|n°|Nr.|du|12/02/2026|1.234,56|EUR|SARL|GmbH & Co. KG|ß|İ|ﬁ|\n| |  |-|.|,|0|' +
  '1|9|A|z|\u0301|\u200B|\u202E|\uD83D|😀|\u0000|ﷺ'
).split('|');

/** Patterns that a backtracking reader would be lost in, to be repeated. */
const evil = (
  '1|A| |-|1-|A1|1 |A |-1|/|//|?|?2|?20|+|EREF+|.|1.|,1|\n|FA2026-|FA2026-00|RF|RF1|FR|FR7|FR76 |É|e\u0301|\u0301|\u200B|İ|ß|ﷺ|' +
  '😀|\uD83D|12/|12/02/|12.02.2026|1.000,|n° |Nr. |SARL |& |(|((|)(|"|A-1-|0|00000 |a1b2'
).split('|');

type Own = ReturnType<typeof random>;

function wordsOf({ below, pick }: Own): string {
  const length = below(20) === 0 ? 10_000 : 140;
  const pieces: string[] = [];
  for (let size = 0; size < length;) {
    const piece = below(5) === 0 ? pick(evil).repeat(1 + below(60)) : pick(fragments);
    pieces.push(piece);
    size += piece.length;
  }
  return pieces.join(below(3) === 0 ? ' ' : '').slice(0, length);
}

function microseconds(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

describe(`${wanted} texts of seed "${seed}"`, () => {
  test('are read in bounded steps and time', { timeout: 60_000 + wanted * 5 }, () => {
    for (let index = 0; index < 500; index++) readEverywhere(wordsOf(random(`warm ${index}`)));
    let slowest = { milliseconds: 0, index: -1, length: 0 };
    let tooManySteps = 0;
    let overFive = 0;
    for (let index = 0; index < wanted; index++) {
      const text = wordsOf(random(`${seed} ${index}`));
      const start = microseconds();
      const stepCount = readEverywhere(text);
      const milliseconds = (microseconds() - start) / 1_000;
      if (milliseconds > 5) overFive += 1;
      if (milliseconds > slowest.milliseconds) slowest = { milliseconds, index, length: text.length };
      // Folding makes up to eighteen characters of one; six look-ups for each token.
      if (stepCount > 1_000 + text.length * 200) tooManySteps += 1;
    }
    if (wanted > 3_000) console.log({ slowest, overFive });
    expect(tooManySteps).toBe(0);
    expect(slowest.milliseconds, JSON.stringify(slowest)).toBeLessThan(250);
  });
});

describe('a text four times as long', () => {
  const timeOf = (text: string): number => {
    const times = Array.from({ length: 3 }, () => {
      const start = microseconds();
      readEverywhere(text);
      return (microseconds() - start) / 1_000;
    });
    return Math.min(...times);
  };

  test.each(evil)('of %j takes some four times as long, not sixteen', (pattern) => {
    const short = pattern.repeat(Math.ceil(5_000 / pattern.length));
    const long = pattern.repeat(Math.ceil(20_000 / pattern.length));
    // Below a few milliseconds the clock says nothing. A quadratic reader takes hundreds.
    const bound = 10 * Math.max(timeOf(short), 5);
    expect(timeOf(long)).toBeLessThan(bound);
  });
});
