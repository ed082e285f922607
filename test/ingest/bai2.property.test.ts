/** What is written into a BAI2 file comes out of it again, however its lines end and its records continue. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { signed } from '../../src/domain/money.ts';
import { baiText, signedOf, type BaiAccount, type BaiEntry, type BaiGroup } from './bai2-text.ts';
import { expectOnlyTheWhole } from './check-cuts.ts';
import { codesOf, readText, utf8, type ReadResult } from './read-file.ts';

const word = fc.stringMatching(/^[A-Z0-9]{1,12}$/);
const textLine = fc.stringMatching(/^[A-Z0-9](?:[A-Za-z0-9 ,.:=+-]{0,60}[A-Za-z0-9])?$/);
const funds = fc.constantFrom('', '0', '1', '2', 'Z', 'S,10,20,30', 'V,260305,1200', 'D,2,0,60,1,40');

const entry: fc.Arbitrary<BaiEntry> = fc.record({
  type: fc.constantFrom('108', '165', '195', '301', '409', '451', '475', '698'),
  minor: fc.bigInt({ min: 0n, max: 10n ** 13n }),
  funds,
  bankReference: word,
  customerReference: word,
  text: fc.array(textLine, { minLength: 1, maxLength: 4 }),
});
const account: fc.Arbitrary<BaiAccount> = fc
  .record({
    number: word,
    currency: fc.constantFrom('', 'USD', 'CAD', 'JPY', 'TND'),
    opening: fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n }),
    entries: fc.array(entry, { maxLength: 6 }),
  })
  .map((one) => ({ ...one, closing: one.entries.reduce((sum, each) => sum + signedOf(each), one.opening) }));
const groups: fc.Arbitrary<readonly BaiGroup[]> = fc.array(
  fc.record({ date: fc.constantFrom('260301', '991231'), accounts: fc.array(account, { minLength: 1, maxLength: 3 }) }),
  { minLength: 1, maxLength: 3 },
);

const factsOf = ({ statements }: ReadResult) =>
  statements.map(({ summary, entries }) => ({
    account: summary.account,
    currency: summary.currency,
    balances: [summary.openingBalance, summary.closingBalance],
    proves: summary.proves,
    findings: summary.findings.map(({ code }) => code),
    entries: entries.map(
      ({ amount, side, bookingDate, valueDate, bankTransactionCode, accountServicerReference, details }) => ({
        amount: signed(amount, side),
        bookingDate,
        valueDate,
        bankTransactionCode,
        accountServicerReference,
        customerReference: details[0]?.endToEndId ?? null,
        text: (details[0]?.remittance ?? []).join('').replaceAll(' ', ''),
      }),
    ),
  }));

test('a file says what was written into it, and proves', () => {
  fc.assert(
    fc.property(groups, (written) => {
      const result = readText(baiText(written));
      expect(result.file).toMatchObject({ outcome: 'accepted', findings: [] });
      const all = written.flatMap(({ date, accounts }) => accounts.map((one) => ({ date, ...one })));
      expect(result.statements.map(({ summary }) => [summary.account, summary.proves, codesOf(result)])).toEqual(
        all.map(({ number }) => [number, true, []]),
      );
      result.statements.forEach(({ summary, entries }, index) => {
        const one = all[index];
        expect(summary.openingBalance?.amount.minor).toBe(one?.opening);
        expect(summary.closingBalance?.amount.minor).toBe(one?.closing);
        expect(summary.currency).toBe(one?.currency || 'USD');
        expect(entries.map(({ amount, side }) => signed(amount, side).minor)).toEqual(one?.entries?.map(signedOf));
        expect(entries.map(({ details }) => details[0]?.remittance)).toEqual(one?.entries?.map(({ text }) => text));
        expect(entries.map(({ accountServicerReference }) => accountServicerReference)).toEqual(
          one?.entries?.map(({ bankReference }) => bankReference),
        );
        expect(entries.map(({ valueDate }) => valueDate)).toEqual(
          one?.entries?.map(({ funds: type }) => (type?.startsWith('V') === true ? '2026-03-05' : null)),
        );
      });
    }),
    { numRuns: 200 },
  );
});

/** Breaks a record into `88` behind some of its commas, and its text anywhere between two words. */
function continued(line: string, choose: () => boolean): string {
  const isText = line.startsWith('16,');
  // Behind the sixth comma of the simplest transaction there is nothing but text.
  const parts = line.split(/(?<=,)/);
  const fieldCount = isText ? 5 : parts.length;
  return parts
    .map((part, index) => {
      const isLast = index === parts.length - 1;
      if (isLast || index === 0 || index >= fieldCount || !choose()) return part;
      return `${part.slice(0, -1)}/\n88,`;
    })
    .join('');
}

describe('a disguise gives the same facts', () => {
  const bare = groups.map((many) =>
    many.map((group) => ({
      ...group,
      accounts: group.accounts.map((one) => ({
        ...one,
        entries: (one.entries ?? []).map((each) => ({ ...each, funds: '0' })),
      })),
    })),
  );

  test.each([
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['CR', (text: string) => text.replaceAll('\n', '\r')],
    ['no last line end', (text: string) => text.trimEnd()],
    ['empty lines', (text: string) => text.replaceAll('\n', '\n\n')],
    ['blanks around', (text: string) => text.replaceAll('\n', '   \n  ')],
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
    ['padding at the end', (text: string) => `${text}\u001A\u0000\n`],
    ['a slash behind each text', (text: string) => text.replace(/^((?:16|88),.*[^/])$/gm, '$1/')],
  ])('%s', (_, disguise) => {
    fc.assert(
      fc.property(groups, (written) => {
        const text = baiText(written);
        expect(factsOf(readText(disguise(text)))).toEqual(factsOf(readText(text)));
      }),
      { numRuns: 40 },
    );
  });

  test('continuations, which only the counts of records tell', () => {
    fc.assert(
      fc.property(bare, fc.infiniteStream(fc.boolean()), (written, stream) => {
        const choose = (): boolean => stream.next().value === true;
        const plain = baiText(written).replace(/^(49,-?\d+),\d+/gm, '$1,');
        const text = plain.replace(/^((?:98|99),-?\d+,\d+),\d+/gm, '$1,');
        const split = text
          .split('\n')
          .map((line) => (/^(?:03|16),/.test(line) ? continued(line, choose) : line))
          .join('\n');
        expect(factsOf(readText(split))).toEqual(factsOf(readText(text)));
      }),
      { numRuns: 100 },
    );
  });
});

test('10 KB cut at every byte: only the whole is accepted, however it is handed in', () => {
  const entries = fc.sample(entry, { numRuns: 200, seed: 20_260_301 });
  const whole = utf8(baiText([{ accounts: [{ number: '4711', opening: 0n, entries }] }]).trimEnd());
  expect(whole.length).toBeGreaterThan(10_000);
  expectOnlyTheWhole(whole);
});
