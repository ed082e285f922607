import type { FormatReader } from '../format.ts';
import { codaParser } from './parse.ts';

// Record 0, four zeros, date, bank, application 05, duplicate code.
const header = /^00000\d{6}[\d ]{3}05[D ]/;

export const codaFormat: FormatReader = {
  recognises: (beginning) => header.test(beginning),
  open: codaParser,
  assumedFormat: 'coda',
};
