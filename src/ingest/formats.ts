/** The formats that are read, in the order in which they are tried: the most particular beginning first. */
import { bai2Format } from './bai2/format.ts';
import { cfonb120Format } from './cfonb120/format.ts';
import { camtFormat } from './camt/format.ts';
import { codaFormat } from './coda/format.ts';
import type { FormatReader } from './format.ts';
import { mt940Format } from './mt940/format.ts';
import { ofxFormat } from './ofx/format.ts';

export const formats: readonly FormatReader[] = [
  camtFormat,
  cfonb120Format,
  codaFormat,
  mt940Format,
  bai2Format,
  ofxFormat,
];
