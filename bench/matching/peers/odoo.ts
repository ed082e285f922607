/**
 * After the two default models of Odoo 16 to 18: "Perfect Match" (applies by itself, no tolerance) and "Partial Match if
 * Underpaid" (suggests). Both want a partner. Our own code after their rules; Odoo was not run.
 *
 * Candidates are the partner's items that share a token of at least four digits with the label, those with more tokens
 * first, then in due order; without a hit, all items of the partner, and then nothing is applied by itself (from 17 on
 * nothing is suggested either, when the label had tokens: the older way finds more and is taken). One item of the amount wins; else items are taken while there is room. A payment that is more than the items
 * is applied, one that is less is not.
 *
 * Left out: regular expressions that an administrator maintains, and what a run learns. Odoo asks the database to read
 * all items for each line; here the tokens are indexed.
 *
 * @see OCA/account-reconcile, account_reconcile_model_oca, `_get_invoice_matching_amls_candidates` and `…_result`
 */
import type { BenchLine, OpenEngine, Suggestion } from '../types.ts';
import { clearInOrder, clearWhole, paidIn } from './amounts.ts';
import { noAnswer, peerEngine, type Answer, type CompanyBooks, type Desk, type OpenDocument } from './desk.ts';
import { partnerFinder } from './odoo-partner.ts';

const fewestCharacters = 4;

export const odooDefaults: OpenEngine = peerEngine('after Odoo 16-18, default models', openOdoo);

function openOdoo(books: CompanyBooks): Desk {
  const findPartner = partnerFinder(books);
  const documentsOf = new Map<number, OpenDocument[]>();
  return {
    add(documents) {
      for (const document of documents) {
        const { customer } = document.item;
        documentsOf.set(customer, [...(documentsOf.get(customer) ?? []), document]);
      }
    },
    remove(documents) {
      for (const customer of new Set(documents.map(({ item }) => item.customer))) {
        documentsOf.set(customer, documentsOf.get(customer)?.filter(({ residual }) => residual !== 0) ?? []);
      }
    },
    decide(line) {
      const partner = findPartner(line);
      if (partner === null) return noAnswer;
      // Credit notes stand on the other side: a receipt never takes them.
      const open = (documentsOf.get(partner) ?? []).filter(({ residual }) => residual > 0).toSorted(inDueOrder);
      return matchItems(line, open);
    },
  };
}

const inDueOrder = (a: OpenDocument, b: OpenDocument): number =>
  a.item.due === b.item.due ? a.item.id - b.item.id : a.item.due < b.item.due ? -1 : 1;

function matchItems(line: BenchLine, open: readonly OpenDocument[]): Answer {
  const tokens = labelTokens(line);
  const counted = open.map((document) => ({ document, hitCount: hitCountOf(document, tokens) }));
  const hit = counted.filter(({ hitCount }) => hitCount > 0).toSorted((a, b) => b.hitCount - a.hitCount);
  const candidates = (hit.length > 0 ? hit : counted).map(({ document }) => document);
  return answerOf(line, candidates, hit.length > 0);
}

/** Words of the label as written and as digits, each of at least four characters. */
function labelTokens({ text, sref }: BenchLine): ReadonlySet<string> {
  const tokens = new Set<string>();
  for (const value of [text, sref]) {
    for (const word of value.split(/\s+/)) {
      const digits = word.replaceAll(/\D/g, '');
      if (word.length >= fewestCharacters) tokens.add(word);
      if (digits.length >= fewestCharacters) tokens.add(digits);
    }
  }
  return tokens;
}

/** How many of the three texts of an item are a token of the label, as written or as digits. */
function hitCountOf({ item }: OpenDocument, tokens: ReadonlySet<string>): number {
  let count = 0;
  for (const value of [item.number, item.sref, item.po]) {
    if (value === '') continue;
    if (tokens.has(value)) count += 1;
    for (const digits of value.replaceAll(/[^0-9\s]/g, '').split(/\s+/)) if (tokens.has(digits)) count += 1;
  }
  return count;
}

type Batch = Readonly<{ kind: 'perfect' | 'partial'; documents: readonly OpenDocument[] }>;

function answerOf(line: BenchLine, candidates: readonly OpenDocument[], mayApply: boolean): Answer {
  if (candidates.length === 0) return noAnswer;
  const discounted = takeWhileRoom(line, candidates, (document) => discountedResidual(line, document));
  if (discounted?.kind === 'perfect') return answer(clearWhole(discounted.documents), mayApply, 'perfect match');
  const plain = takeWhileRoom(line, candidates, ({ residual }) => residual);
  const documents = plain?.documents ?? candidates;
  const sum = documents.reduce((total, { residual }) => total + residual, 0);
  // More than the items is within the rule of the perfect match, less is left to the model that only suggests.
  const covers = (paidIn(documents[0]?.item.ccy ?? line.ccy, line) ?? 0) >= sum;
  const reason = covers ? 'perfect match' : 'partial match if underpaid';
  return answer(clearInOrder(line, documents), mayApply && covers, reason);
}

const answer = (suggestion: Suggestion, isApplied: boolean, reason: string): Answer => ({
  suggestions: [suggestion],
  isApplied,
  reason,
});

/** What an early payer owes: the residual less the discount, while nothing was paid yet and the day has not passed. */
function discountedResidual({ date }: BenchLine, { item, residual }: OpenDocument): number {
  if (item.disc === null || date > item.disc.until || residual !== item.amount) return residual;
  return item.amount - Math.round((item.amount * item.disc.pct) / 100);
}

/** The first item of the amount, else items in order while something of the payment is left. Null across currencies. */
function takeWhileRoom(
  line: BenchLine,
  candidates: readonly OpenDocument[],
  owedOf: (document: OpenDocument) => number,
): Batch | null {
  const currency = candidates[0]?.item.ccy ?? line.ccy;
  const paid = paidIn(currency, line);
  if (paid === null || candidates.some(({ item }) => item.ccy !== currency)) return null;
  const taken: OpenDocument[] = [];
  let sum = 0;
  for (const document of candidates) {
    const owed = owedOf(document);
    if (owed === paid) return { kind: 'perfect', documents: [document] };
    if (sum < paid) {
      taken.push(document);
      sum += owed;
    }
  }
  return { kind: sum === paid ? 'perfect' : 'partial', documents: taken };
}
