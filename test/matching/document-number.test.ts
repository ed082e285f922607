/** Which digits of a number are its date is told by the documents themselves. */
import { describe, expect, test } from 'vitest';
import {
  dateParts,
  readDocumentDigits,
  serialOf,
  seriesVotes,
  shortYearOf,
  type DatePart,
} from '../../src/matching/index/document-number.ts';

function digitsOf(documentNumber: string) {
  const read = { digits: 0, size: 0, prefix: 0, grouping: 0 };
  readDocumentDigits(documentNumber, read);
  return read;
}

/** What a series of `count` documents, issued in April 2024 and on through the year, is taken for. */
function partOf(write: (serial: number, month: number) => string, count = 40): DatePart | undefined {
  const votes = seriesVotes();
  let grouping = 0;
  for (let serial = 0; serial < count; serial += 1) {
    const month = 4 + (serial % 9);
    const read = digitsOf(write(serial * 37 + 11, month));
    grouping = read.grouping;
    votes.add(read.grouping, read.digits, read.size, 2024, month);
  }
  return dateParts[votes.decide().get(grouping) ?? -1];
}
const pad = (value: number, size: number): string => String(value).padStart(size, '0');

describe('a series prints', () => {
  test.each<[DatePart, (serial: number, month: number) => string]>([
    ['yyyymm-', (serial, month) => `2024${pad(month, 2)}-${pad(serial, 4)}`],
    ['yyyy-', (serial) => `FA2024-${pad(serial, 5)}`],
    ['yymm-', (serial, month) => `24${pad(month, 2)}-${pad(serial, 4)}`],
    ['mmyy-', (serial, month) => `${pad(month, 2)}24-${pad(serial, 4)}`],
    ['-yyyy', (serial) => `${pad(serial, 4)}/2024`],
    ['yy-', (serial) => `R24${pad(serial, 6)}`],
    ['-yy', (serial) => `${pad(serial, 5)}-24`],
    ['none', (serial) => `RE-${118_000 + serial}`],
  ])('%s', (part, write) => {
    expect(partOf(write)).toBe(part);
  });

  test('no date when fewer than twelve documents say so, or fewer than 85 in a hundred', () => {
    const yearly = (serial: number) => `FA2024-${pad(serial, 5)}`;
    expect(partOf(yearly, 12)).toBe('yyyy-');
    expect(partOf(yearly, 11)).toBe('none');
    const mixed = (share: number) => {
      let place = 0;
      return partOf((serial) => `FA${place++ < share ? 2024 : 7777}-${pad(serial, 5)}`, 100);
    };
    expect(mixed(85)).toBe('yyyy-');
    expect(mixed(84)).toBe('none');
  });
});

test.each<[DatePart, number, number, number, number, number]>([
  ['yyyymm-', 2024041347, 10, 1347, 4, 24041347],
  ['yyyy-', 202400123, 9, 123, 5, 2400123],
  ['yymm-', 24041347, 8, 1347, 4, -1],
  ['-yyyy', 1232024, 7, 123, 3, 12324],
  ['yy-', 24000123, 8, 123, 6, -1],
  ['-yy', 12324, 5, 123, 3, -1],
  ['none', 118000, 6, 118000, 6, -1],
])(
  '%s: %i of %i digits has the serial number %i of %i, and %i with a short year',
  (part, digits, size, serial, serialSize, short) => {
    const place = dateParts.indexOf(part);
    expect(serialOf(place, digits, size)).toEqual({ serial, size: serialSize });
    expect(shortYearOf(place, digits, size)).toBe(short);
  },
);

test('letters and marks change neither digits nor their grouping', () => {
  const plain = digitsOf('FA2024-00123');
  expect(plain).toMatchObject({ digits: 202400123, size: 9 });
  expect(digitsOf('fa 2024/00123')).toEqual(plain);
  expect(digitsOf('ＦÁ2024–00123')).toEqual(plain);
  expect(digitsOf('AV2024-00123')).toMatchObject({ digits: 202400123, grouping: plain.grouping });
  expect(digitsOf('AV2024-00123').prefix).not.toBe(plain.prefix);
  expect(digitsOf('FA202400123').grouping).not.toBe(plain.grouping);
  expect(digitsOf('ACOMPTE')).toMatchObject({ digits: 0, size: 0 });
  expect(digitsOf('12345678901234567').digits).toBe(345678901234567);
});
