/** The formats that are read, in the order in which they are tried: the most particular beginning first. */
import { camtFormat } from './camt/format.ts';
import type { FormatReader } from './format.ts';
import { mt940Format } from './mt940/format.ts';

export const formats: readonly FormatReader[] = [camtFormat, mt940Format];
