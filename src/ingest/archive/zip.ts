/**
 * Opens a zip. The directory at its end is the only truth about what is in it, and everything that could make two
 * readers see two things is refused: headers that contradict the directory, members that share bytes, a directory that
 * says it is shorter than it is.
 *
 * All that is declared is checked before anything is unpacked, and nothing is unpacked beyond what is declared: a bomb
 * costs no more than reading its directory.
 *
 * @see PKWARE APPNOTE.TXT 6.3.10, sections 4.3 and 4.4
 */
import { crc32 } from 'node:zlib';
import { fromBufferPromise, getFileNameLowLevel, type Entry, type ZipFile } from 'yauzl';
import { refusal } from '../findings.ts';
import { inflate } from './inflate.ts';
import type { ArchiveLimits } from './limits.ts';
import { printableName, type Member } from './member.ts';

/** A member of the directory, and where its bytes stand. `end` is the first byte behind it. */
type Located = Readonly<{ entry: Entry; name: string; start: number; dataStart: number; end: number }>;

const endSignature = 0x06054b50;
const zip64EndSignature = 0x06064b50;
const endBytes = 22;
const nameChars = 200;
const stored = 0;
const deflated = 8;
const isEncrypted = 0x1;
const hasSizesBehind = 0x8;
const saidElsewhere = 0xffffffff;

/** @throws IngestRefusal `ingest.archive_*` */
export async function openZip(bytes: Uint8Array, limits: ArchiveLimits): Promise<readonly Member[]> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = endOfDirectory(buffer);
  const zip = await reading(fromBufferPromise(buffer, { decodeStrings: false }));
  const entries = await entriesOf(zip, limits);
  if (!isWholeDirectory(zip, buffer, end)) {
    throw refusal('ingest.archive_damaged', 'The directory of the zip lists fewer members than it has');
  }
  checkDeclared(entries, limits);
  const located: Located[] = [];
  for (const entry of entries) located.push(await locate(zip, entry));
  checkApart(located);
  const members: Member[] = [];
  for (const member of located.filter(({ name }) => !isPassedOver(name))) {
    members.push({ name: member.name, bytes: await unpack(buffer, member) });
  }
  return members;
}

/** Where the end record stands. Whoever is still writing has not written it yet. */
function endOfDirectory(buffer: Buffer): number {
  const first = Math.max(0, buffer.length - endBytes - 0xffff);
  for (let at = buffer.length - endBytes; at >= first; at--) {
    if (buffer.readUInt32LE(at) !== endSignature) continue;
    const commentEnd = at + endBytes + buffer.readUInt16LE(at + endBytes - 2);
    if (commentEnd === buffer.length) return at;
    if (commentEnd > buffer.length) break;
    const what = `${String(buffer.length - commentEnd)} bytes stand behind the end of the zip`;
    throw refusal('ingest.archive_damaged', what);
  }
  throw refusal('ingest.archive_truncated', 'The zip ends before its directory does');
}

async function entriesOf(zip: ZipFile, limits: ArchiveLimits): Promise<readonly Entry[]> {
  if (zip.entryCount > limits.members) {
    const what = `The zip holds ${String(zip.entryCount)} members, at most ${String(limits.members)} are taken`;
    throw refusal('ingest.archive_too_large', what);
  }
  const entries: Entry[] = [];
  const all = zip.eachEntry();
  for (;;) {
    const next = await reading(all.next());
    if (next.done === true) return entries;
    entries.push(next.value);
  }
}

/** yauzl stops after as many members as the end record counts; what stands between there and the record would be lost. */
function isWholeDirectory(zip: ZipFile, buffer: Buffer, end: number): boolean {
  // Its type says boolean; it is the offset behind the last member read.
  const cursor: unknown = zip.readEntryCursor;
  if (typeof cursor !== 'number') return false;
  return cursor === end || (cursor + 4 <= buffer.length && buffer.readUInt32LE(cursor) === zip64EndSignature);
}

function checkDeclared(entries: readonly Entry[], limits: ArchiveLimits): void {
  let unpackedBytes = 0;
  for (const entry of entries) {
    const name = nameOf(entry);
    if (entry.isEncrypted()) throw refusal('ingest.archive_encrypted', `${name} is encrypted`);
    if (entry.compressionMethod !== stored && entry.compressionMethod !== deflated) {
      const what = `${name} is packed by method ${String(entry.compressionMethod)}, which is not read`;
      throw refusal('ingest.archive_damaged', what);
    }
    if (entry.uncompressedSize > limits.ratio * entry.compressedSize) {
      throw refusal('ingest.archive_too_compressed', `${name} grows more than ${String(limits.ratio)} times`);
    }
    unpackedBytes += entry.uncompressedSize;
    if (unpackedBytes > limits.unpackedBytes) {
      throw refusal('ingest.archive_too_large', `The zip holds more than ${String(limits.unpackedBytes)} bytes`);
    }
  }
}

/** Finds the bytes of a member, and compares what stands before them with the directory. */
async function locate(zip: ZipFile, entry: Entry): Promise<Located> {
  const local = await reading(zip.readLocalFileHeaderPromise(entry));
  const isSaid = (said: number, listed: number): boolean =>
    said === listed || said === saidElsewhere || (local.generalPurposeBitFlag & hasSizesBehind) !== 0;
  const agrees =
    local.fileName.equals(entry.fileNameRaw) &&
    local.compressionMethod === entry.compressionMethod &&
    (local.generalPurposeBitFlag & isEncrypted) === 0 &&
    isSaid(local.compressedSize, entry.compressedSize) &&
    isSaid(local.uncompressedSize, entry.uncompressedSize);
  const name = nameOf(entry);
  if (!agrees)
    throw refusal('ingest.archive_damaged', `${name} is another file in the directory than before its bytes`);
  const dataStart = local.fileDataStart;
  return { entry, name, start: entry.relativeOffsetOfLocalHeader, dataStart, end: dataStart + entry.compressedSize };
}

/** Members that share bytes are how a small zip becomes a large one without any one of them looking so. */
function checkApart(located: readonly Located[]): void {
  let end = 0;
  for (const member of located.toSorted((a, b) => a.start - b.start)) {
    if (member.start < end) throw refusal('ingest.archive_damaged', `${member.name} shares bytes with another member`);
    end = member.end;
  }
}

async function unpack(buffer: Buffer, { entry, name, dataStart, end }: Located): Promise<Uint8Array> {
  const packed = buffer.subarray(dataStart, end);
  let bytes: Uint8Array = packed;
  if (entry.compressionMethod === deflated) {
    const inflated = await inflate('raw', packed, entry.uncompressedSize);
    if (typeof inflated === 'string' || inflated.packedBytes !== packed.length) {
      throw refusal('ingest.archive_damaged', `${name} is longer or shorter than the directory says`);
    }
    ({ bytes } = inflated);
  }
  if (bytes.length !== entry.uncompressedSize || crc32(bytes) !== entry.crc32) {
    throw refusal('ingest.archive_damaged', `${name} has another length or checksum than the directory says`);
  }
  return bytes;
}

/** The end of it, which names the file, when it is long. */
function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  const written = getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
  return printableName(written.slice(-nameChars));
}

/** Folders, and what macOS puts beside each file. */
const isPassedOver = (name: string): boolean =>
  name.endsWith('/') || name.startsWith('__MACOSX/') || name.split('/').at(-1) === '.DS_Store';

/** What yauzl can't read is the fault of the zip: it says what it met in plain errors. */
async function reading<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const code = /encrypt/i.test(reason) ? 'ingest.archive_encrypted' : 'ingest.archive_damaged';
    throw refusal(code, `The zip cannot be read: ${reason}`);
  }
}
