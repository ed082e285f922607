/** No number at all: who pays and how much must tell. */
import type { BenchItem } from '../../types.ts';
import { dayText } from '../calendar.ts';
import { abbreviated } from '../names.ts';
import { hasOneSolution } from '../subsets.ts';
import {
  customerOf,
  findFresh,
  findSeveral,
  freshOf,
  inFull,
  namedPayer,
  paymentOf,
  say,
  totalOf,
  type Scenario,
  type Scene,
} from '../scene.ts';

/** The customer has no other open item with this amount left. */
const isAmountItsOwn = ({ book }: Scene, { id, customer, amount }: BenchItem): boolean =>
  book.openOfCustomer(customer).every((other) => other === id || book.residual(other) !== amount);

const isRare = ({ book, company }: Scene, { amount }: BenchItem): boolean =>
  book.countOfAmount(company.id, amount) === 1;

function named(scene: Scene, item: BenchItem) {
  const customer = customerOf(scene, item.customer);
  return { customer, payer: namedPayer(customer, scene.random) };
}

export const nameAndAmount: Scenario = (scene) => {
  const item = findFresh(scene, (candidate) => isAmountItsOwn(scene, candidate));
  if (item === null) return null;
  const { customer, payer } = named(scene, item);
  const text = say(scene, customer, 'plain');
  return [paymentOf(scene, customer, { alloc: [inFull(scene, item)], payer, text })];
};

export const shortNameAndAmount: Scenario = (scene) => {
  const item = findFresh(scene, (candidate) => isAmountItsOwn(scene, candidate) && isRare(scene, candidate));
  if (item === null) return null;
  const { customer } = named(scene, item);
  const payer = { name: abbreviated(customer.name, scene.random), iban: '' };
  const text = say(scene, customer, 'plain');
  return [paymentOf(scene, customer, { alloc: [inFull(scene, item)], payer, text })];
};

/** Several documents of the customer have the amount: the oldest due is what the law says, and a clerk decides. */
export const sameAmountTwice: Scenario = (scene) => {
  const found = findFresh(scene, (candidate) => !isAmountItsOwn(scene, candidate));
  if (found === null) return null;
  const oldest = freshOf(scene, found.customer).find(({ amount }) => amount === found.amount) ?? found;
  const { customer, payer } = named(scene, oldest);
  const alloc = [inFull(scene, oldest)];
  return [paymentOf(scene, customer, { expect: 'review', alloc, payer, text: say(scene, customer, 'plain') })];
};

export const amountOnly: Scenario = (scene) => {
  const item = findFresh(scene);
  if (item === null) return null;
  const customer = customerOf(scene, item.customer);
  const payer = { name: '', iban: '' };
  const alloc = [inFull(scene, item)];
  return [paymentOf(scene, customer, { expect: 'review', alloc, payer, text: say(scene, customer, 'plain') })];
};

/**
 * The oldest few, or any few. A clerk can be sure of the oldest, and of any few when nothing else of the account comes
 * to the amount; else it is a question.
 */
export const fewWithoutReference: Scenario = (scene) => {
  const { random, book } = scene;
  const found = findFresh(scene, ({ customer }) => book.openOfCustomer(customer).length <= 14);
  if (found === null) return null;
  const fresh = freshOf(scene, found.customer);
  const count = random.weighted([
    [44, 2],
    [30, 3],
    [17, 4],
    [9, 5],
  ]);
  if (fresh.length <= count) return null;
  const isOldest = random.chance(0.45) && fresh[count - 1]?.due !== fresh[count]?.due;
  const alloc = (isOldest ? fresh.slice(0, count) : random.sample(fresh, count)).map((item) => inFull(scene, item));
  const residuals = book.openOfCustomer(found.customer).map((id) => book.residual(id));
  const expect = isOldest || hasOneSolution(residuals, totalOf(alloc)) ? 'auto' : 'review';
  const { customer, payer } = named(scene, found);
  return [paymentOf(scene, customer, { expect, alloc, payer, text: say(scene, customer, 'plain') })];
};

export const manyWithoutReference: Scenario = (scene) => {
  const items = findSeveral(scene, 8, 40);
  const [first] = items ?? [];
  // All of them would be the whole account, which anybody sees.
  if (items === null || first === undefined || freshOf(scene, first.customer).length < items.length + 2) return null;
  const { customer, payer } = named(scene, first);
  const alloc = items.map((item) => inFull(scene, item));
  return [paymentOf(scene, customer, { expect: 'review', alloc, payer, text: say(scene, customer, 'plain') })];
};

/** The account is cleared as a whole, as far as it is due, or for one month of issue. */
export const statementPaid: Scenario = (scene) => {
  const { random, book, day } = scene;
  const found = findFresh(scene, ({ customer }) => !book.hasReserved(customer));
  if (found === null) return null;
  const { customer, payer } = named(scene, found);
  const all = book
    .openOfCustomer(found.customer)
    .map((id) => book.item(id))
    .filter(({ ccy }) => ccy === 'EUR');
  const today = dayText(day);
  const month = found.issued.slice(0, 7);
  const [purpose, items] = random.weighted<() => readonly ['account' | 'month', readonly BenchItem[]]>([
    [50, () => ['account', all]],
    [25, () => ['account', all.filter(({ due }) => due <= today)]],
    [25, () => ['month', all.filter(({ issued, kind }) => issued.startsWith(month) && kind !== 'cn')]],
  ])();
  const alloc = items.map((item) => inFull(scene, item));
  if (items.length < 2 || totalOf(alloc) < 1_000) return null;
  return [
    paymentOf(scene, customer, { alloc, payer, text: say(scene, customer, purpose, { month: +month.slice(5) }) }),
  ];
};

/** For what comes later: nothing is paid by it yet. */
export const onAccount: Scenario = (scene) => {
  const { random } = scene;
  const found = findFresh(scene);
  if (found === null) return null;
  const { customer, payer } = named(scene, found);
  const amount = random.chance(0.6) ? 10_000 * random.between(3, 90) : random.between(20_000, 900_000);
  const text = say(scene, customer, 'advance', { references: random.digits(5), month: random.between(1, 12) });
  return [paymentOf(scene, customer, { expect: 'review', type: 'on_account', amount, payer, text })];
};
