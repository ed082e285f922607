import type { FormatReader } from '../format.ts';
import { ofxParser } from './parse.ts';

/** The header block of OFX 1, or a root OFX behind nothing but declarations, comments and a DOCTYPE that will be refused. */
const headerBlock = /^OFXHEADER\s*:/i;
const rootElement = /^(?:<[?!][^>]*>\s*)*<(?:[A-Za-z]\w*:)?OFX[\s>]/i;
const instruction = /^(?:<[?!][^>]*>\s*)*<\?OFX\s/i;

export const ofxFormat: FormatReader = {
  recognises: (beginning) => [headerBlock, instruction, rootElement].some((mark) => mark.test(beginning)),
  open: (progress, head, limits) => ofxParser(progress, head, limits),
  assumedFormat: 'ofx',
};
