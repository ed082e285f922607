/** Lines that invite a wrong answer: paid already, paid twice, numbers exchanged, money that goes back. */
import {
  say,
  customerOf,
  findFresh,
  freshOf,
  inFull,
  paymentOf,
  type PlannedLine,
  type Scenario,
  type Scene,
} from '../scene.ts';
import { oneNumber } from '../texts.ts';

/** Names a document that was paid long ago beside the one that is paid. */
export const paidDocumentNamed: Scenario = (scene) => {
  const { random } = scene;
  const item = findFresh(scene, ({ customer }) => scene.closedOf(customer).length > 0);
  if (item === null) return null;
  const customer = customerOf(scene, item.customer);
  const other = random.pick(scene.closedOf(item.customer)).number;
  const text = say(scene, customer, 'settled', { references: oneNumber(item.number, random), other });
  return [paymentOf(scene, customer, { alloc: [inFull(scene, item)], text })];
};

/** What an earlier payment looked like: of this window, or of a document closed before it. */
function earlierPayment(scene: Scene): PlannedLine | null {
  const { random, paidLines, company } = scene;
  if (paidLines.length > 0 && random.chance(0.6)) return random.pick(paidLines);
  const customer = customerOf(scene, random.pick(company.customers));
  const closed = scene.closedOf(customer.row.id).filter(({ ccy, kind }) => ccy === 'EUR' && kind === 'inv');
  if (closed.length === 0) return null;
  const { number, amount } = random.pick(closed);
  return paymentOf(scene, customer, { amount, text: say(scene, customer, 'one', { references: number }) });
}

const settlesNothing = { alloc: [], inDays: 0 } as const;

/** The same payment again, days or months later: it is owed back, and nothing is paid by it. */
export const paidAgain: Scenario = (scene) => {
  const earlier = earlierPayment(scene);
  return earlier && [{ ...earlier, ...settlesNothing, expect: 'review', type: 'duplicate' }];
};

/** Twice on the same day: the first settles the document, the second is too much. */
export const paidTwiceToday: Scenario = (scene) => {
  const item = findFresh(scene);
  if (item === null) return null;
  const customer = customerOf(scene, item.customer);
  const text = say(scene, customer, 'one', { references: oneNumber(item.number, scene.random) });
  const first = paymentOf(scene, customer, { alloc: [inFull(scene, item)], text });
  return [first, { ...first, ...settlesNothing, expect: 'review', type: 'duplicate' }];
};

/** Two payments of a day, each with the number of the other: the amounts tell, and a clerk decides. */
export const numbersExchanged: Scenario = (scene) => {
  const first = findFresh(scene);
  if (first === null) return null;
  const second = freshOf(scene, first.customer).find(({ amount }) => amount !== first.amount);
  if (second === undefined) return null;
  const customer = customerOf(scene, first.customer);
  return [
    { item: first, references: second.number },
    { item: second, references: first.number },
  ].map(({ item, references }) =>
    paymentOf(scene, customer, {
      expect: 'review',
      alloc: [inFull(scene, item)],
      text: say(scene, customer, 'one', { references }),
    }),
  );
};

const returnReasons = ['AM04 PROVISION INSUFFISANTE', 'MS03', 'AC04 COMPTE CLOTURE', 'MD06', 'AC01'];

/** Money that came in goes out again. The answer says nothing about what it had paid. */
export const moneyReturned: Scenario = (scene) => {
  const { random } = scene;
  const earlier = earlierPayment(scene);
  if (earlier === null || earlier.amount <= 0) return null;
  const head = random.pick(['RETOUR VIREMENT', 'REJET PRLV', 'IMPAYE PRELEVEMENT', 'RUECKLASTSCHRIFT', 'INSOLUTO SDD']);
  const text = `${head} ${random.pick(returnReasons)} ${earlier.text}`;
  return [
    {
      ...earlier,
      ...settlesNothing,
      expect: 'none',
      type: 'return',
      customer: null,
      amount: -earlier.amount,
      text,
      code: 'PMNT-RDDT-UPDD',
    },
  ];
};
