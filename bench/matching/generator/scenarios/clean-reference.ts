/** The payer says exactly what is paid: by number, by structured reference, by order, by customer code. */
import type { BenchItem } from '../../types.ts';
import { shortForm, withoutPrefix } from '../numbering.ts';
import {
  aboutOne,
  customerOf,
  findFresh,
  freshOf,
  inFull,
  paymentOf,
  say,
  type PlannedLine,
  type Scenario,
  type Scene,
} from '../scene.ts';
import { oneNumber } from '../texts.ts';

type Extra = Partial<PlannedLine> & Readonly<{ text: string }>;

const payOne = (scene: Scene, item: BenchItem, extra: Extra): readonly PlannedLine[] => [
  paymentOf(scene, customerOf(scene, item.customer), { alloc: [inFull(scene, item)], ...extra }),
];

const sayOne = (scene: Scene, item: BenchItem, references: string): string =>
  say(scene, customerOf(scene, item.customer), 'one', aboutOne(scene, item, references));

export const exactReference: Scenario = (scene) => {
  const item = findFresh(scene);
  return item && payOne(scene, item, { text: sayOne(scene, item, oneNumber(item.number, scene.random)) });
};

export const structuredReference: Scenario = (scene) => {
  const item = findFresh(scene, ({ sref }) => sref !== '');
  if (item === null) return null;
  const text = scene.random.chance(0.5) ? '' : say(scene, customerOf(scene, item.customer), 'plain');
  return payOne(scene, item, { text, sref: item.sref });
};

/** In groups as on the payment slip, or in one piece. */
const grouped = (reference: string): string =>
  /^\d{12}$/.test(reference)
    ? `+++${reference.slice(0, 3)}/${reference.slice(3, 7)}/${reference.slice(7)}+++`
    : (reference.match(/.{1,4}/g) ?? []).join(' ');

export const structuredInText: Scenario = (scene) => {
  const item = findFresh(scene, ({ sref }) => sref !== '');
  if (item === null) return null;
  const reference = scene.random.chance(0.6) ? grouped(item.sref) : item.sref;
  return payOne(scene, item, { text: sayOne(scene, item, reference) });
};

export const referenceWithoutPrefix: Scenario = (scene) => {
  const item = findFresh(scene, ({ number }) => withoutPrefix(number) !== number);
  if (item === null) return null;
  const digits = withoutPrefix(item.number);
  const written = scene.random.chance(0.4) ? digits.replaceAll(/\D/g, '') : digits;
  return payOne(scene, item, { text: sayOne(scene, item, written) });
};

export const shortReference: Scenario = (scene) => {
  const item = findFresh(scene, ({ number }) => shortForm(number) !== number);
  return item && payOne(scene, item, { text: sayOne(scene, item, shortForm(item.number)) });
};

export const referenceInEndToEndId: Scenario = (scene) => {
  const item = findFresh(scene);
  if (item === null) return null;
  const e2e = scene.random.chance(0.5) ? item.number : item.number.replaceAll(/[^0-9A-Z]/g, '');
  return payOne(scene, item, { text: say(scene, customerOf(scene, item.customer), 'plain'), e2e });
};

export const orderNumber: Scenario = (scene) => {
  const item = findFresh(scene, ({ po }) => po !== '');
  if (item === null) return null;
  const references = scene.random.chance(0.8) ? item.po : item.po.replaceAll(/[^0-9]/g, ' ').trim();
  return payOne(scene, item, { text: say(scene, customerOf(scene, item.customer), 'order', { references }) });
};

/** Nothing but the customer's code in the text, and one open item that comes to the amount. */
export const customerCodeOnly: Scenario = (scene) => {
  const item = findFresh(scene, ({ id, customer, amount }) =>
    freshOf(scene, customer).every((other) => other.id === id || other.amount !== amount),
  );
  if (item === null) return null;
  const customer = customerOf(scene, item.customer);
  const text = say(scene, customer, 'code', { code: customer.row.code });
  return [paymentOf(scene, customer, { alloc: [inFull(scene, item)], payer: { name: '', iban: '' }, text })];
};
