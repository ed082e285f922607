import type { FormatReader } from '../format.ts';
import { camtParser } from './parse.ts';

export const camtFormat: FormatReader = {
  recognises: (beginning) => beginning.startsWith('<') && /camt\.05[234]|BkToCstmr/.test(beginning),
  open: camtParser,
  assumedFormat: null,
};
