/** The same statement in other clothes: what banks, portals and mail programs do to a file on its way. */
import { gzipSync } from 'node:zlib';
import { zip } from './zip-writer.ts';

export type NamedFile = Readonly<{ name: string; bytes: Uint8Array }>;
type Disguise = (file: NamedFile) => NamedFile;

const byteOrderMark = Buffer.from('\uFEFF');

const ofText =
  (change: (text: string) => string): Disguise =>
  ({ name, bytes }) => ({ name, bytes: Buffer.from(change(Buffer.from(bytes).toString('utf8'))) });

const asUtf16 = ({ name, bytes }: NamedFile): NamedFile => {
  const text = Buffer.from(bytes)
    .toString('utf8')
    .replace(/encoding=(["'])utf-8\1/i, 'encoding=$1UTF-16$1');
  return { name, bytes: Buffer.from(`\uFEFF${text}`, 'utf16le') };
};

const ofAnyFile: readonly Disguise[] = [
  (file) => file,
  ({ bytes }) => ({ name: 'RELEVE(2).txt', bytes }),
  ({ name, bytes }) => ({ name: 'day.zip', bytes: zip([{ name, bytes }]) }),
  ({ name, bytes }) => ({ name: 'again.zip', bytes: zip([{ name: `out/${name}`, bytes, isStored: true }]) }),
  ({ name, bytes }) => ({ name: `${name}.gz`, bytes: gzipSync(bytes) }),
  ofText((text) => text.replace(/\r?\n/g, '\n')),
  ofText((text) => text.replace(/\r?\n/g, '\r\n')),
];

const ofXml: readonly Disguise[] = [
  ofText((text) => text.replace(/>\s+</g, '><')),
  ofText((text) => text.replace(/>\s*</g, '>\n\t<')),
  ({ name, bytes }) => ({ name, bytes: Buffer.concat([byteOrderMark, bytes]) }),
  asUtf16,
  ofText((text) => text.replace(/<(\/?)([A-Z][A-Za-z0-9]*)/g, '<$1ns9:$2').replace(/\sxmlns="/, ' xmlns:ns9="')),
  ofText((text) => text.replace(/<BkToCstmrStmt>/, '<!-- sent again --><BkToCstmrStmt>')),
];

const ofMt940: readonly Disguise[] = [
  ({ name, bytes }) => ({ name, bytes: Buffer.concat([byteOrderMark, bytes]) }),
  ofText((text) => text.replace(/\r?\n/g, '\r')),
  ofText((text) => `{1:F01BANKFRPPAXXX0000000000}{2:I940DUPONTXXXXXXN}{4:\r\n${text.replace(/-\r?\n$/, '-}')}`),
  ofText((text) => `${text}\u001A`),
];

const ofCfonb120: readonly Disguise[] = [
  ofText((text) => text.replace(/\r?\n/g, '')),
  ofText((text) => text.trimEnd()),
];

/** The disguises that a file of this format can come in; the first one is none. */
export const disguisesOf = (format: 'camt.053' | 'mt940' | 'cfonb120'): readonly Disguise[] => [
  ...ofAnyFile,
  ...(format === 'camt.053' ? ofXml : format === 'mt940' ? ofMt940 : ofCfonb120),
];
