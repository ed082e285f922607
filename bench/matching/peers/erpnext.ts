/**
 * After ERPNext 15: the party by account, else by the word sets of name and description over all customers (above 80, a
 * tie is nobody); vouchers ranked 1 + reference equal + party equal + amount equal; applied by itself only where the
 * reference is equal. Our own code after its rules; ERPNext was not run.
 *
 * Used outside its purpose: it matches bank lines to payments that were entered already, invoices only by their
 * point-of-sale rows. Here the open document stands in for the payment, its number for the payment's reference.
 * Left out: suppliers and employees, which are searched after customers.
 *
 * @see frappe/erpnext, `bank_transaction/auto_match_party.py` and `bank_reconciliation_tool.py`
 */
import type { BenchLine, OpenEngine } from '../types.ts';
import { clearInOrder, paysExactly } from './amounts.ts';
import { noAnswer, peerEngine, type CompanyBooks, type Desk, type OpenDocument } from './desk.ts';
import { tokenSetRatio, wordSetOf } from './token-set-ratio.ts';

const cutOff = 80;

export const erpNext: OpenEngine = peerEngine('after ERPNext 15', openErpNext);

function openErpNext(books: CompanyBooks): Desk {
  const findParty = partyFinder(books);
  let vouchers: OpenDocument[] = [];
  return {
    add(documents) {
      vouchers = [...vouchers, ...documents];
    },
    remove() {
      vouchers = vouchers.filter(({ residual }) => residual !== 0);
    },
    decide(line) {
      const party = findParty(line);
      const references = new Set([line.sref, line.e2e, line.text].filter((reference) => reference !== ''));
      const best = vouchers
        .map((document) => {
          const isReference = references.has(document.item.number) || references.has(document.item.sref);
          const isParty = document.item.customer === party;
          const rank = Number(isReference) + Number(isParty) + Number(paysExactly(line, document));
          return { document, rank, isReference };
        })
        .filter(({ rank }) => rank > 0)
        .toSorted((a, b) => b.rank - a.rank)
        .slice(0, 3);
      const [first] = best;
      if (first === undefined) return noAnswer;
      return {
        suggestions: best.map(({ document }) => clearInOrder(line, [document])),
        isApplied: first.isReference,
        reason: first.isReference ? 'reference equal' : `rank ${first.rank + 1}`,
      };
    },
  };
}

function partyFinder({ customers, history }: CompanyBooks): (line: BenchLine) => number | null {
  const ownerByIban = new Map(history.map(({ iban, customer }) => [iban, customer]));
  for (const { id, ibans } of customers) for (const iban of ibans) ownerByIban.set(iban, id);
  const named = customers.map(({ id, name }) => ({ id, words: wordSetOf(name) }));
  return ({ iban, name, text }) => {
    const owner = iban === '' ? undefined : ownerByIban.get(iban);
    if (owner !== undefined) return owner;
    for (const words of [name, text].map(wordSetOf)) {
      let best = { id: -1, ratio: cutOff };
      let isTie = false;
      for (const customer of named) {
        const ratio = tokenSetRatio(words, customer.words);
        isTie = ratio > best.ratio ? false : isTie || (ratio === best.ratio && best.id !== -1);
        if (ratio > best.ratio) best = { id: customer.id, ratio };
      }
      // A tie ends the search: the description is not asked any more.
      if (best.id !== -1) return isTie ? null : best.id;
    }
    return null;
  };
}
