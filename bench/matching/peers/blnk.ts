/**
 * After Blnk's reconciliation: rules that an administrator writes, a rule is a list of criteria, the first record that
 * satisfies a rule is the match, one to one. Our own code after its criteria; Blnk was not run.
 *
 * The rule set is ours, as a user would write it first: same currency, same amount, and the reference of the document
 * within the statement's text (Blnk's `contains`: either holds the other, or they differ in at most a tenth of their
 * letters). Left out: grouping by one column, which no statement line offers, and dates, which an invoice and its
 * payment do not share. Blnk's winner among several depends on which worker is first; here it is the older document.
 *
 * @see blnkfinance/blnk, `reconciliation.go`, `matchesRules`, `partialMatch`
 */
import type { BenchLine, OpenEngine } from '../types.ts';
import { clearWhole, paysExactly } from './amounts.ts';
import { noAnswer, peerEngine, type Desk, type OpenDocument } from './desk.ts';

/** Of a hundred letters, as Blnk counts it. */
const allowedDrift = 10;

export const blnk: OpenEngine = peerEngine('after Blnk, amount and reference', openBlnk);

function openBlnk(): Desk {
  let records: OpenDocument[] = [];
  return {
    add(documents) {
      records = [...records, ...documents];
    },
    remove() {
      records = records.filter(({ residual }) => residual !== 0);
    },
    decide(line) {
      const match = records.find((document) => paysExactly(line, document) && holdsReference(line, document));
      if (match === undefined) return noAnswer;
      return { suggestions: [clearWhole([match])], isApplied: true, reason: 'rule satisfied' };
    },
  };
}

const holdsReference = ({ text, sref, e2e }: BenchLine, { item }: OpenDocument): boolean =>
  [text, sref, e2e].some((external) =>
    [item.number, item.sref, item.po].some(
      (internal) => external !== '' && internal !== '' && isPartOf(external.toLowerCase(), internal.toLowerCase()),
    ),
  );

function isPartOf(external: string, internal: string): boolean {
  if (external.includes(internal) || internal.includes(external)) return true;
  const longest = Math.max(external.length, internal.length);
  const allowed = Math.floor((longest * allowedDrift) / 100);
  // Texts whose lengths differ by more cannot be that near.
  return Math.abs(external.length - internal.length) <= allowed && editDistance(external, internal) <= allowed;
}

/** Levenshtein's distance. */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (isSame ? 0 : 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
