import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byteHeap } from '../../src/matching/index/byte-heap.ts';
import { readUuid, writeUuid } from '../../src/matching/uuid-bytes.ts';

const some = '0123abcd-4567-89ef-0000-fedcba987654';

test('an id is read as it was written, wherever it stands', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.nat(9), (uuid, offset) => {
      const bytes = new Uint8Array(26);
      writeUuid(bytes, offset, uuid);
      expect(readUuid(bytes, offset)).toBe(uuid);
    }),
  );
});

test.each([
  ['capitals', some.toUpperCase()],
  ['a character less', some.slice(1)],
  ['a character more', `${some}0`],
  ['no dash', some.replace('-', '0')],
  ['a letter that is no digit', `g${some.slice(1)}`],
  ['a letter beyond ASCII', `é${some.slice(1)}`],
])('%s: no id', (_, text) => {
  expect(() => writeUuid(new Uint8Array(16), 0, text)).toThrow(RangeError);
});

test('texts stand one behind the other as UTF-8, each ended by 0', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 8 }), (texts) => {
      const heap = byteHeap(1);
      for (const text of texts) heap.appendEnded(text);
      const expected = texts.map((text) => `${text.replaceAll('\0', '')}\0`).join('');
      expect(Buffer.from(heap.bytes()).toString('utf8')).toBe(Buffer.from(expected).toString('utf8'));
    }),
  );
});
