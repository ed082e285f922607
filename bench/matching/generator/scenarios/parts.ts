/** A part of a document is paid: once, by a plan over days, or all but what is kept back. */
import type { BenchItem } from '../../types.ts';
import { percentOf } from '../amounts.ts';
import {
  aboutOne,
  customerOf,
  findFresh,
  freshOf,
  paymentOf,
  say,
  type PlannedLine,
  type Scenario,
  type Scene,
} from '../scene.ts';
import { oneNumber, type PhraseValues } from '../texts.ts';
import type { Purpose } from '../phrases.ts';

function payPart(
  scene: Scene,
  item: BenchItem,
  cash: number,
  purpose: Purpose,
  values: PhraseValues = {},
): PlannedLine {
  const customer = customerOf(scene, item.customer);
  const text = say(scene, customer, purpose, {
    ...aboutOne(scene, item, oneNumber(item.number, scene.random)),
    ...values,
  });
  return paymentOf(scene, customer, { alloc: [{ item: item.id, cleared: cash, cash }], text });
}

/** A round part of the amount, at most nine tenths. */
function roundPart(amount: number, scene: Scene): number {
  const part = Math.floor((amount * scene.random.between(2, 8)) / 10);
  const step = part > 100_000 ? 10_000 : 1_000;
  return Math.floor(part / step) * step;
}

export const partPaid: Scenario = (scene) => {
  const item = findFresh(scene, ({ amount }) => amount > 20_000);
  return item && [payPart(scene, item, roundPart(item.amount, scene), 'part')];
};

/** One instalment that names itself. */
export const oneInstalment: Scenario = (scene) => {
  const total = scene.random.between(2, 4);
  const item = findFresh(scene, ({ amount }) => amount > 30_000);
  return item && [payPart(scene, item, Math.floor(item.amount / total), 'instalment', { count: 1, total })];
};

/** A plan: equal instalments some bank days apart, the last with the odd cents, as far as the window reaches. */
export const instalmentPlan: Scenario = (scene) => {
  const { random, daysLeft } = scene;
  const total = random.between(3, 5);
  const gap = Math.max(1, Math.min(5, Math.floor(daysLeft / (total - 1))));
  const item = findFresh(scene, ({ amount }) => amount > 40_000);
  if (item === null || daysLeft < gap) return null;
  const instalment = Math.floor(item.amount / total);
  const count = Math.min(total, 1 + Math.floor(daysLeft / gap));
  return Array.from({ length: count }, (_, index) => {
    const cash = index === total - 1 ? item.amount - instalment * index : instalment;
    return { ...payPart(scene, item, cash, 'instalment', { count: index + 1, total }), inDays: index * gap };
  });
};

/** In building, 5 % stay with the customer until the work is accepted. */
export const retentionKept: Scenario = (scene) => {
  const item = findFresh(scene, ({ amount, customer }) => amount > 20_000 && customerOf(scene, customer).isBuilder);
  return item && [payPart(scene, item, item.amount - percentOf(item.amount, 5), 'retention')];
};

/** A round sum without a word: on the oldest debt, if the clerk agrees. */
export const partWithoutReference: Scenario = (scene) => {
  const found = findFresh(scene, ({ amount }) => amount > 20_000);
  if (found === null) return null;
  const [oldest] = freshOf(scene, found.customer);
  if (oldest === undefined || oldest.amount < 20_000) return null;
  const customer = customerOf(scene, oldest.customer);
  const cash = roundPart(oldest.amount, scene);
  const alloc = [{ item: oldest.id, cleared: cash, cash }];
  return [paymentOf(scene, customer, { expect: 'review', alloc, text: say(scene, customer, 'plain') })];
};
