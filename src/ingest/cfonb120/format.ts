import type { FormatReader } from '../format.ts';
import { cfonbParser } from './parse.ts';

// Record code, bank, internal operation, branch, currency, decimals, account.
const firstRecord = /^0[1457]\d{5}[0-9A-Z ]{4}\d{5}(?:[A-Z]{3}| {3})[\d ].[0-9A-Z ]{11}/;

export const cfonb120Format: FormatReader = {
  recognises: (beginning) => firstRecord.test(beginning),
  open: cfonbParser,
  assumedFormat: 'cfonb120',
};
