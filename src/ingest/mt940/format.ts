import type { FormatReader } from '../format.ts';
import { mt940Parser } from './parse.ts';

// A line that only MT940 and MT942 have: account, statement number, balance, entry, floor limit.
const mtField = /(?:^|[\r\n]|\{4:)\s*:(?:25P?|28C?|60[FM]|61|34F):/;

export const mt940Format: FormatReader = {
  recognises: (beginning) => !beginning.startsWith('<') && mtField.test(beginning),
  open: mt940Parser,
  // Before its first message is whole, MT942 can't be told from MT940.
  assumedFormat: 'mt940',
};
