/**
 * Customer names as banks cut and turn them: `S.A.R.L. Garage Müller`, `GARAGE MULLER SARL` and `GarageMuller` are one key.
 *
 * Only what carries no identity is dropped: case, accents, punctuation, blanks, the legal form. Two customers whose names
 * differ in nothing else share a key, and then the name identifies neither of them.
 */
import { foldCharacter } from './key-text.ts';

export const legalForms: ReadonlySet<string> = new Set(
  (
    'SA SAS SASU SARL EURL SNC SCI SCP SCOP SCA SCM SELARL SELAS GIE EI EIRL ' + // France, Belgium, Luxembourg
    'SPRL BVBA BV NV VOF CV ASBL VZW ' +
    'GMBH MBH AG KG UG OHG GBR EK EG EV KGAA ' +
    'LTD LIMITED PLC LLP LLC INC CORP CO ' +
    'SL SLU SLL SLP SPA SRL SRLS SAPA SNCS LDA ' +
    'OY OYJ AB AS ASA APS KS SPZOO SRO DOO KFT ZRT SE'
  ).split(' '),
);
// `S.A.` and `D'Or` are one word each; every other mark parts words.
const insideWord: ReadonlySet<string> = new Set(['.', "'", '’']);

function wordsOf(name: string): readonly string[] {
  const words: string[] = [''];
  for (const character of name) {
    const folded = foldCharacter(character);
    if (folded !== null) words[words.length - 1] += folded;
    else if (!insideWord.has(character)) words.push('');
  }
  return words.filter((word) => word !== '');
}

/** The comparable form of a customer's name; null when nothing is left to compare. */
export function customerNameKeyOf(name: string): string | null {
  const words = wordsOf(name);
  const telling = words.filter((word) => !legalForms.has(word));
  const key = (telling.length === 0 ? words : telling).join('');
  return key === '' ? null : key;
}
