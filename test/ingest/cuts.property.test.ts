/** A file comes in pieces of any size: what is read never depends on them, and a cut file never passes for a whole one. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ingestLimits } from '../../src/ingest/limits.ts';
import {
  baiFixtures,
  camtFixtures,
  cfonbFixtures,
  codaFixtures,
  codeOfErrorFixture,
  errorFixtures,
  mtFixtures,
  ofxFixtures,
  readFixture,
} from './fixtures.ts';
import { codesOf, cutAt, readBytes, readPieces } from './read-file.ts';

// Small, so that the decision about the format falls in the middle of some fixtures too.
const earlyDecision = { ...ingestLimits, sniffBytes: 256 };

describe.each([...camtFixtures, ...mtFixtures, ...baiFixtures, ...ofxFixtures, ...cfonbFixtures, ...codaFixtures])(
  '%s',
  (name) => {
    const bytes = readFixture(name);

    test('gives the same records however its bytes are cut', () => {
      const { records, file } = readBytes(bytes);
      fc.assert(
        fc.property(fc.array(fc.nat(bytes.length), { maxLength: 40 }), fc.boolean(), (places, isEarly) => {
          const cut = readPieces(cutAt(bytes, places), isEarly ? earlyDecision : ingestLimits);
          expect(cut.file).toEqual(file);
          expect(cut.records).toEqual(records);
        }),
        { numRuns: 60 },
      );
    });

    test('gives the same records byte by byte, even inside characters', () => {
      const single = readPieces(Array.from(bytes, (_, index) => bytes.subarray(index, index + 1)));
      expect(single.records).toEqual(readBytes(bytes).records);
    });
  },
);

test.each(errorFixtures)('refuses %s for the same reason however its bytes are cut', (name) => {
  const bytes = readFixture(name);
  const outcome = readBytes(bytes).file.outcome;
  fc.assert(
    fc.property(fc.array(fc.nat(bytes.length), { maxLength: 20 }), (places) => {
      const cut = readPieces(cutAt(bytes, places), earlyDecision);
      expect(cut.file.outcome).toBe(outcome);
      expect(codesOf(cut)).toContain(codeOfErrorFixture(name));
    }),
    { numRuns: 30 },
  );
});

describe.each(['camt/statement-with-batch-and-return.xml', 'mt940/german-subfields-in-envelope.sta'])('%s', (name) => {
  const bytes = readFixture(name);
  const text = new TextDecoder().decode(bytes);
  const wholeLength = new TextEncoder().encode(text.trimEnd()).length;

  test('is accepted only when it is there to the last byte', () => {
    const accepted: number[] = [];
    for (let length = 0; length <= bytes.length; length++) {
      if (readBytes(bytes.subarray(0, length)).file.outcome === 'accepted') accepted.push(length);
    }
    expect(accepted.at(0)).toBe(wholeLength);
    expect(accepted).toHaveLength(bytes.length - wholeLength + 1);
  });

  test('is incomplete, not refused, once its format shows', () => {
    for (let length = 400; length < wholeLength; length += 7) {
      expect(readBytes(bytes.subarray(0, length)).file.outcome).toBe('incomplete');
    }
  });
});

test.each([...camtFixtures, ...mtFixtures, ...baiFixtures, ...ofxFixtures, ...cfonbFixtures, ...codaFixtures])(
  '%s with any bytes changed is answered, never thrown at',
  (name) => {
    const bytes = readFixture(name);
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const damaged = Uint8Array.from(bytes);
        for (const [place, byte] of changes) damaged[place] = byte;
        const { file } = readBytes(damaged);
        const isRefused = file.findings.some(({ severity }) => severity === 'refuse');
        expect(isRefused).toBe(file.outcome !== 'accepted');
      }),
      { numRuns: 150 },
    );
  },
);
