import type { FormatReader } from '../format.ts';
import { bai2Parser } from './parse.ts';

// The file header: sender, receiver, the day and the time of making.
const fileHeader = /^01\s*,[^,\r\n/]{0,80},[^,\r\n/]{0,80},\s*\d{6}(?:\d\d)?\s*,\s*\d{0,4}\s*,/;

export const bai2Format: FormatReader = {
  recognises: (beginning) => fileHeader.test(beginning),
  open: bai2Parser,
  assumedFormat: 'bai2',
};
