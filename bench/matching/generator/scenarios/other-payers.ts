/** Somebody else pays: with a number, from a known account, for several customers at once. */
import type { BenchItem } from '../../types.ts';
import { inventThirdParty } from '../payers.ts';
import { withoutAccents } from '../names.ts';
import { numberList, oneNumber } from '../texts.ts';
import { customerOf, findFresh, freshOf, inFull, paymentOf, say, type Scenario } from '../scene.ts';

export const thirdPartyWithReference: Scenario = (scene) => {
  const { random, company } = scene;
  const item = findFresh(scene);
  if (item === null) return null;
  const customer = customerOf(scene, item.customer);
  const stranger = random.chance(0.4)
    ? random.pick(company.factors)
    : inventThirdParty(customer.name, customer.country, random);
  const payer = random.chance(0.5) ? stranger : { ...stranger, iban: '' };
  const references = oneNumber(item.number, random);
  const name = withoutAccents(customer.row.name).toUpperCase();
  const text = say(scene, customer, random.chance(0.4) ? 'behalf' : 'one', { references, customer: name });
  return [paymentOf(scene, customer, { alloc: [inFull(scene, item)], payer, text })];
};

/** No number, and a payer that was confirmed for this customer before. */
export const knownThirdParty: Scenario = (scene) => {
  const { random, company, book } = scene;
  if (company.customersWithPayers.length === 0) return null;
  for (let attempt = 0; attempt < 25; attempt += 1) {
    const customer = customerOf(scene, random.pick(company.customersWithPayers));
    const [item] = random.sample(freshOf(scene, customer.row.id), 1);
    const [payer] = customer.knownPayers;
    if (item === undefined || payer === undefined) continue;
    const isOnly = book
      .openOfCustomer(customer.row.id)
      .every((id) => id === item.id || book.residual(id) !== item.amount);
    if (!isOnly) continue;
    const shown = random.chance(0.6) ? payer : { ...payer, iban: '' };
    return [
      paymentOf(scene, customer, { alloc: [inFull(scene, item)], payer: shown, text: say(scene, customer, 'plain') }),
    ];
  }
  return null;
};

export const unknownThirdParty: Scenario = (scene) => {
  const item = findFresh(scene);
  if (item === null) return null;
  const customer = customerOf(scene, item.customer);
  const payer = inventThirdParty(customer.name, customer.country, scene.random);
  const alloc = [inFull(scene, item)];
  return [paymentOf(scene, customer, { expect: 'review', alloc, payer, text: say(scene, customer, 'plain') })];
};

/** A factor pays for several customers at once, and lists every number. */
export const factorList: Scenario = (scene) => {
  const { random, company } = scene;
  const wanted = random.between(2, 7);
  const byCustomer = new Map<number, BenchItem>();
  for (let attempt = 0; attempt < wanted * 2 && byCustomer.size < wanted; attempt += 1) {
    const item = findFresh(scene);
    if (item !== null && !byCustomer.has(item.customer)) byCustomer.set(item.customer, item);
  }
  const items = [...byCustomer.values()];
  const [first] = items;
  if (first === undefined || items.length < 2) return null;
  const customer = customerOf(scene, first.customer);
  const numbers = items.map(({ number }) => number);
  const references = random.chance(0.7) ? numbers.join(', ') : numberList(numbers, 'fr', random);
  const text = `${random.pick(['BORDEREAU', 'REMISE', 'DECOMPTE', 'SETTLEMENT'])} ${random.digits(6)} ${references}`;
  const alloc = items.map((item) => inFull(scene, item));
  return [{ ...paymentOf(scene, customer, { alloc, payer: random.pick(company.factors), text }), customer: null }];
};

/** The parent pays for some of its companies in one sum, and says little: the clerk asks for the list. */
export const groupPayment: Scenario = (scene) => {
  const { random, company } = scene;
  const group = random.pick(company.groups);
  const payers = random.sample(group.members, group.members.length).flatMap((id) => {
    const items = random.sample(freshOf(scene, id), random.between(1, 2));
    return items.length > 0 ? [items] : [];
  });
  const items = payers.slice(0, random.between(2, 4)).flat();
  const [first] = items;
  if (first === undefined || payers.length < 2) return null;
  const customer = customerOf(scene, first.customer);
  const shown = random.sample(items, Math.max(1, items.length - 1)).map(({ number }) => number);
  const text = say(scene, customer, 'group', { references: shown.join(' ') });
  const alloc = items.map((item) => inFull(scene, item));
  const line = paymentOf(scene, customer, { expect: 'review', alloc, payer: group.payer, text });
  return [{ ...line, customer: null }];
};
