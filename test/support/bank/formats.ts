/** One writer for each format that is read: the same days, in the words of each. */
import type { StatementFormat } from '../../../src/domain/statement.ts';
import type { BankDay } from './days.ts';
import { writeBai2 } from './write-bai2.ts';
import { writeCamt053 } from './write-camt053.ts';
import { writeCfonb120 } from './write-cfonb120.ts';
import { writeCoda } from './write-coda.ts';
import { writeMt940 } from './write-mt940.ts';
import { writeOfx } from './write-ofx.ts';

/** Writes one day as one file. */
const writers = {
  'camt.053': (day) => writeCamt053([day]),
  mt940: (day) => writeMt940([day]),
  cfonb120: (day) => writeCfonb120([day]),
  coda: (day) => writeCoda([day]),
  bai2: (day) => writeBai2([day]),
  ofx: (day) => writeOfx(day),
} as const satisfies Readonly<Partial<Record<StatementFormat, (day: BankDay) => string>>>;

export type WrittenFormat = keyof typeof writers;
export const writtenFormats = Object.keys(writers) as readonly WrittenFormat[];

/** OFX says no opening balance: alone it proves nothing. */
export const provesAlone = (format: WrittenFormat): boolean => format !== 'ofx';

/** French banks write accents in their own tables, the old formats none: bytes as they come from each. */
export const bytesOf = (format: WrittenFormat, day: BankDay): Uint8Array => Buffer.from(writers[format](day), 'utf8');
