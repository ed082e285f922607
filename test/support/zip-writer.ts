/** Writes zip files, right ones and wrong ones: every field of the headers can be made to lie. */
import { crc32, deflateRawSync } from 'node:zlib';

export type ZipMember = Readonly<{
  name: string | Uint8Array;
  bytes: Uint8Array;
  isStored?: boolean;
  /** What the headers say in place of the truth; `local…` in the header before the bytes alone. */
  says?: Readonly<{
    size?: number;
    packedSize?: number;
    crc?: number;
    method?: number;
    flags?: number;
    offset?: number;
  }>;
  localName?: string;
  localFlags?: number;
  /** Stands in place of what the bytes would be packed to. */
  packed?: Uint8Array;
}>;

type ZipEnd = Readonly<{ comment?: string; entryCount?: number }>;

const le = (bytes: number, value: number): Uint8Array => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntLE(value, 0, bytes);
  return buffer;
};
const utf8Names = 0x800;

/** The zip of the members, in their order. */
export function zip(members: readonly ZipMember[], { comment = '', entryCount }: ZipEnd = {}): Uint8Array {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const member of members) {
    const { bytes, isStored = false, says = {} } = member;
    const name = Buffer.from(member.name);
    const packed = member.packed ?? (isStored ? bytes : deflateRawSync(bytes));
    const flags = says.flags ?? utf8Names;
    const sizes = [
      le(2, says.method ?? (isStored ? 0 : 8)),
      le(4, 0x5ab50000), // 2025-05-21, midnight
      le(4, says.crc ?? crc32(bytes)),
      le(4, says.packedSize ?? packed.length),
      le(4, says.size ?? bytes.length),
    ];
    const localName = Buffer.from(member.localName ?? name);
    const lengths = (written: Uint8Array) => [le(2, written.length), le(2, 0)];
    const local = [
      Buffer.from('PK\u0003\u0004'),
      le(2, 20),
      le(2, member.localFlags ?? flags),
      ...sizes,
      ...lengths(localName),
      localName,
      packed,
    ];
    const noTexts = [le(2, 0), le(2, 0), le(2, 0), le(4, 0)];
    directory.push(Buffer.from('PK\u0001\u0002'), le(2, 20), le(2, 20), le(2, flags), ...sizes, ...lengths(name));
    directory.push(...noTexts, le(4, says.offset ?? offset), name);
    pieces.push(...local);
    offset += Buffer.concat(local).length;
  }
  const list = Buffer.concat(directory);
  const count = le(2, entryCount ?? members.length);
  const end = [le(2, 0), le(2, 0), count, count, le(4, list.length), le(4, offset), le(2, Buffer.byteLength(comment))];
  return Buffer.concat([...pieces, list, Buffer.from('PK\u0005\u0006'), ...end, Buffer.from(comment)]);
}
