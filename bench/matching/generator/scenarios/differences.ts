/** The amount is not that of the document, and there is a reason: discount, fee, cents, currency, too much. */
import type { BenchAlloc, BenchItem } from '../../types.ts';
import { percentOf } from '../amounts.ts';
import { dayNumber } from '../calendar.ts';
import type { PhraseValues } from '../texts.ts';
import { numberList, oneNumber } from '../texts.ts';
import {
  aboutOne,
  customerOf,
  findFresh,
  findItem,
  freshOf,
  inFull,
  namedPayer,
  paymentOf,
  say,
  totalOf,
  type Scenario,
  type Scene,
} from '../scene.ts';

/** Banks book late, and few companies quarrel about days: up to here it is in time. */
const daysOfGrace = 5;

const daysLate = (scene: Scene, { disc }: BenchItem): number =>
  disc === null ? Number.NaN : scene.day - dayNumber(disc.until);

function discounted({ id, amount, disc }: BenchItem): BenchAlloc {
  const reduction = percentOf(amount, disc?.pct ?? 0);
  return { item: id, cleared: amount, cash: amount - reduction, writeOff: { kind: 'discount', amount: reduction } };
}

const isInTime =
  (scene: Scene) =>
  (item: BenchItem): boolean =>
    daysLate(scene, item) <= daysOfGrace && item.amount > 5_000;

const written = (scene: Scene, item: BenchItem): PhraseValues => ({
  ...aboutOne(scene, item, oneNumber(item.number, scene.random)),
  ...(item.disc === null ? {} : { percent: item.disc.pct }),
});

export const discountTaken: Scenario = (scene) => {
  const item = findFresh(scene, isInTime(scene));
  if (item === null) return null;
  const customer = customerOf(scene, item.customer);
  return [
    paymentOf(scene, customer, {
      alloc: [discounted(item)],
      text: say(scene, customer, 'discount', written(scene, item)),
    }),
  ];
};

/** Long after its day: the deduction is not theirs to take, so what was paid is a part payment until somebody agrees. */
export const discountTakenLate: Scenario = (scene) => {
  const item = findFresh(
    scene,
    (candidate) => daysLate(scene, candidate) > daysOfGrace + 3 && candidate.amount > 5_000,
  );
  if (item === null) return null;
  const customer = customerOf(scene, item.customer);
  const { cash = 0 } = discounted(item);
  const alloc = [{ item: item.id, cleared: cash, cash }];
  return [
    paymentOf(scene, customer, {
      expect: 'review',
      alloc,
      text: say(scene, customer, 'discount', written(scene, item)),
    }),
  ];
};

export const discountWithoutReference: Scenario = (scene) => {
  const item = findFresh(scene, isInTime(scene));
  if (item === null) return null;
  const customer = customerOf(scene, item.customer);
  const payer = namedPayer(customer, scene.random);
  return [paymentOf(scene, customer, { alloc: [discounted(item)], payer, text: say(scene, customer, 'plain') })];
};

export const discountOnList: Scenario = (scene) => {
  const first = findFresh(scene, isInTime(scene));
  if (first === null) return null;
  const items = scene.random.sample(freshOf(scene, first.customer).filter(isInTime(scene)), 4);
  if (items.length < 2) return null;
  const customer = customerOf(scene, first.customer);
  const references = numberList(
    items.map(({ number }) => number),
    customer.language,
    scene.random,
  );
  const text = say(scene, customer, 'discount', { references, percent: first.disc?.pct ?? 0 });
  return [paymentOf(scene, customer, { alloc: items.map(discounted), text })];
};

const fees = [500, 750, 900, 1_200, 1_500, 1_850, 2_000, 2_500];

/** A foreign bank kept its share. */
export const feeDeducted: Scenario = (scene) => {
  const fee = scene.random.pick(fees);
  const item = findFresh(scene, ({ amount }) => amount > fee * 12);
  if (item === null) return null;
  const customer = customerOf(scene, item.customer);
  const cash = item.amount - fee;
  const alloc = [{ item: item.id, cleared: item.amount, cash, writeOff: { kind: 'fee', amount: fee } }];
  const text = say(scene, customer, 'one', written(scene, item));
  return [paymentOf(scene, customer, { alloc, text, code: 'PMNT-RCDT-XBCT' })];
};

/** Some cents, or the cents dropped. */
export const centsOff: Scenario = (scene) => {
  const { random } = scene;
  const item = findFresh(scene, ({ amount }) => amount > 2_000);
  if (item === null) return null;
  const customer = customerOf(scene, item.customer);
  const cents = item.amount % 100;
  const isDropped = cents > 0 && cents < 50 && random.chance(0.3);
  const difference = isDropped ? cents : random.pick([1, -1, 2, -2, 3, -3, 5, -5]);
  const writeOff = { kind: 'rounding', amount: difference };
  const alloc = [{ item: item.id, cleared: item.amount, cash: item.amount - difference, writeOff }];
  return [paymentOf(scene, customer, { alloc, text: say(scene, customer, 'one', written(scene, item)) })];
};

export const paidTooMuch: Scenario = (scene) => {
  const { random } = scene;
  const item = findFresh(scene, ({ amount }) => amount > 3_000);
  if (item === null) return null;
  const customer = customerOf(scene, item.customer);
  const over = random.chance(0.5) ? 100 * random.between(5, 60) : random.between(101, percentOf(item.amount, 30) + 101);
  const text = say(scene, customer, 'one', written(scene, item));
  return [paymentOf(scene, customer, { alloc: [{ ...inFull(scene, item), over }], text })];
};

/** Euros for one unit; the bank of the day is up to 1.2 % away. */
export const exchangeRates: Readonly<Record<string, number>> = { USD: 0.8734, GBP: 1.1562, CHF: 1.0711, EUR: 1 };

/** A document in another currency, paid in euros at the bank's rate; the bank says what was instructed. */
export const paidInEuros: Scenario = (scene) => {
  const { random, book } = scene;
  const item = findItem(scene, ({ id, ccy, kind }) => ccy !== 'EUR' && kind !== 'cn' && book.isUntouched(id));
  if (item === null) return null;
  const customer = customerOf(scene, item.customer);
  // In millionths, so that the product is one rounding of an integer.
  const millionths = Math.round((exchangeRates[item.ccy] ?? 1) * (988_000 + random.below(24_000)));
  const cash = Math.round((item.amount * millionths) / 1_000_000);
  const alloc = [{ item: item.id, cleared: item.amount, cash, ccy: item.ccy }];
  const instd = { amount: item.amount, ccy: item.ccy, rate: millionths / 1_000_000 };
  const text = random.chance(0.8) ? say(scene, customer, 'one', written(scene, item)) : say(scene, customer, 'plain');
  return [paymentOf(scene, customer, { alloc, text, instd, amount: totalOf(alloc), code: 'PMNT-RCDT-XBCT' })];
};
