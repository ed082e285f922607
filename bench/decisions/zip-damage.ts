/** What yauzl reads without complaint of zips that say two things at once. `npx tsx bench/decisions/zip-damage.ts`; one second. */
import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { openArchive } from '../../src/ingest/archive/open-archive.ts';
import { zip } from '../../test/support/zip-writer.ts';

const bytes = Buffer.from('a statement of the third of March, which is to be read once and whole');
const member = { name: 'day.xml', bytes };

const damaged: readonly (readonly [string, Uint8Array])[] = [
  ['nothing wrong', zip([member])],
  ['wrong CRC-32', zip([{ ...member, says: { crc: 1 } }])],
  ['says a byte less than it unpacks to', zip([{ ...member, says: { size: bytes.length - 1 } }])],
  ['another name before the bytes', zip([{ ...member, localName: 'night.xml' }])],
  ['two members, one in the count', zip([member, { ...member, name: 'hidden.xml' }], { entryCount: 1 })],
  ['two members, the same bytes', zip([member, { ...member, says: { offset: 0 } }])],
  ['encrypted', zip([{ ...member, says: { flags: 1 } }])],
  ['name ../../x', zip([{ ...member, name: '../../x' }])],
  ['cut by a byte', zip([member]).subarray(0, -1)],
];

async function yauzlAlone(content: Uint8Array): Promise<string> {
  try {
    const archive = await fromBufferPromise(Buffer.from(content));
    let count = 0;
    for await (const entry of archive.eachEntry()) {
      await buffer(await archive.openReadStreamPromise(entry));
      count += 1;
    }
    return `reads ${count}`;
  } catch (error) {
    return `refuses: ${error instanceof Error ? error.message : String(error)}`;
  }
}

for (const [what, content] of damaged) {
  const opened = await openArchive(content);
  const ours = opened.ok ? `reads ${opened.value.length}` : opened.error.code;
  console.log(`${what} | ${await yauzlAlone(content)} | ${ours}`);
}
