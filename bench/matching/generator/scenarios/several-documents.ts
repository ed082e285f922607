/** One payment, several documents: lists, ranges, lists that were cut, credit notes taken off. */
import type { BenchItem } from '../../types.ts';
import { percentOf } from '../amounts.ts';
import { mistyped } from '../errors.ts';
import { shortForm } from '../numbering.ts';
import { rangeWords } from '../phrases.ts';
import type { Random } from '../random.ts';
import {
  customerOf,
  findFresh,
  findItem,
  findSeveral,
  freshOf,
  inFull,
  paymentOf,
  say,
  totalOf,
  type Scenario,
  type Scene,
} from '../scene.ts';
import { numberList } from '../texts.ts';
import type { SimulatedCustomer } from '../world.ts';

const listCount = (random: Random): number =>
  random.weighted([
    [26, 2],
    [24, 3],
    [18, 4],
    [16, 5],
    [10, 7],
    [6, 13],
  ]);

/** Their numbers in one style; one list in eight has one number mistyped. */
function listOf(scene: Scene, items: readonly BenchItem[], customer: SimulatedCustomer): string {
  const numbers = items.map(({ number }) => number);
  const wrong = scene.random.chance(0.12) ? scene.random.below(numbers.length) : -1;
  const written = numbers.map((number, index) => (index === wrong ? mistyped(number, scene.random) : number));
  return numberList(written, customer.language, scene.random);
}

function ownerOf(scene: Scene, items: readonly BenchItem[]): SimulatedCustomer {
  return customerOf(scene, items[0]?.customer ?? -1);
}

export const listOfReferences: Scenario = (scene) => {
  const items = findSeveral(scene, 2, listCount(scene.random));
  if (items === null) return null;
  const customer = ownerOf(scene, items);
  const references = listOf(scene, items, customer);
  const alloc = items.map((item) => inFull(scene, item));
  return [paymentOf(scene, customer, { alloc, text: say(scene, customer, 'many', { references }) })];
};

/** "From … to …": every fresh document of the customer whose number lies between. */
export const rangeOfReferences: Scenario = (scene) => {
  const { random, book } = scene;
  const first = findFresh(scene, ({ kind }) => kind === 'inv');
  if (first === null) return null;
  const isLike = (item: BenchItem): boolean => item.kind === 'inv' && item.number.length === first.number.length;
  const all = book.openOfCustomer(first.customer).map((id) => book.item(id));
  const ordered = all.filter(isLike).toSorted((a, b) => (a.issued + a.number < b.issued + b.number ? -1 : 1));
  const start = ordered.indexOf(first);
  const items = ordered.slice(start, start + random.between(2, 9));
  const freshIds = new Set(freshOf(scene, first.customer).map(({ id }) => id));
  if (items.length < 2 || items.some(({ id }) => !freshIds.has(id))) return null;
  const customer = ownerOf(scene, items);
  const [from, to] = [first.number, items.at(-1)?.number ?? ''];
  const spell = random.chance(0.4) && shortForm(from).length === shortForm(to).length ? shortForm : String;
  const references = `${spell(from)} ${random.pick(rangeWords[customer.language])} ${spell(to)}`;
  const alloc = items.map((item) => inFull(scene, item));
  return [paymentOf(scene, customer, { alloc, text: say(scene, customer, 'range', { references }) })];
};

/** The field ends within the list; the amount tells of the rest. */
export const cutList: Scenario = (scene) => {
  const items = findSeveral(scene, 3, 9);
  if (items === null) return null;
  const customer = ownerOf(scene, items);
  const numbers = items.map(({ number }) => number);
  const list = numbers.join(scene.random.pick([', ', ' ', ';', ' + ']));
  const shown = Math.max(1, Math.floor(numbers.length * 0.6));
  const kept = list.slice(0, numbers.slice(0, shown).join(', ').length + scene.random.between(1, 5));
  const text = `${say(scene, customer, 'many', { references: '' })} ${kept}`.trim();
  const alloc = items.map((item) => inFull(scene, item));
  return [{ ...paymentOf(scene, customer, { alloc, text }), text }];
};

/** A visible credit note of a customer, and fresh documents of it that come to more. */
function findCredit(scene: Scene, most: number): Readonly<{ credit: BenchItem; items: readonly BenchItem[] }> | null {
  const { book, random } = scene;
  const credit = findItem(scene, ({ id, kind, ccy }) => kind === 'cn' && ccy === 'EUR' && book.isUntouched(id));
  if (credit === null) return null;
  const items = random.sample(freshOf(scene, credit.customer), random.between(1, most));
  const alloc = [...items, credit].map((item) => inFull(scene, item));
  return items.length > 0 && totalOf(alloc) > 100 ? { credit, items } : null;
}

export const creditNoteTakenOff: Scenario = (scene) => {
  const found = findCredit(scene, 4);
  if (found === null) return null;
  const customer = customerOf(scene, found.credit.customer);
  const references = listOf(scene, found.items, customer);
  const other = scene.random.chance(0.85) ? found.credit.number : '';
  const alloc = [...found.items, found.credit].map((item) => inFull(scene, item));
  return [paymentOf(scene, customer, { alloc, text: say(scene, customer, 'credit', { references, other }) })];
};

/** A credit note taken off without a word: the difference tells, if it is the only credit note that comes to it. */
export const creditNoteWithheld: Scenario = (scene) => {
  const found = findCredit(scene, 2);
  if (found === null) return null;
  const customer = customerOf(scene, found.credit.customer);
  const text = say(scene, customer, 'many', { references: listOf(scene, found.items, customer) });
  const alloc = [...found.items, found.credit].map((item) => inFull(scene, item));
  const { book } = scene;
  const likeIt = book.openOfCustomer(customer.row.id).filter((id) => book.residual(id) === found.credit.amount);
  return [paymentOf(scene, customer, { expect: likeIt.length === 1 ? 'auto' : 'review', alloc, text })];
};

/** A list paid short by some per cent, without a reason: the oldest due is paid first. */
export const listPaidShort: Scenario = (scene) => {
  const several = findSeveral(scene, 2, 5);
  if (several === null) return null;
  const items = several.toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.id - b.id));
  const customer = ownerOf(scene, items);
  const total = totalOf(items.map((item) => inFull(scene, item)));
  let left = total - percentOf(total, scene.random.between(3, 30)) - scene.random.between(1, 90);
  const alloc = items.flatMap((item) => {
    const cleared = Math.min(left, item.amount);
    left -= cleared;
    return cleared > 0 ? [{ item: item.id, cleared, cash: cleared }] : [];
  });
  if (alloc.length === 0) return null;
  const numbers = items.map(({ number }) => number).join(', ');
  return [
    paymentOf(scene, customer, {
      expect: 'review',
      alloc,
      text: say(scene, customer, 'many', { references: numbers }),
    }),
  ];
};
