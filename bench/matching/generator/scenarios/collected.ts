/** Many payments in one line: collections that we sent, takings of card acquirers. */
import { dayNumber, dayText } from '../calendar.ts';
import { cardAcquirers } from '../payers.ts';
import { findFresh, inFull, totalOf, type PlannedLine, type Scenario, type Scene } from '../scene.ts';
import type { BenchItem } from '../../types.ts';

function gather(scene: Scene, wanted: number, fits: (item: BenchItem) => boolean): readonly BenchItem[] {
  const items = new Map<number, BenchItem>();
  for (let attempt = 0; attempt < wanted * 2 && items.size < wanted; attempt += 1) {
    const item = findFresh(scene, fits);
    if (item !== null) items.set(item.id, item);
  }
  return [...items.values()];
}

const bare = {
  inDays: 0,
  type: 'apply',
  customer: null,
  name: '',
  iban: '',
  sref: '',
  e2e: '',
  batchId: '',
  instd: null,
} as const satisfies Partial<PlannedLine>;

/** A direct-debit collection, booked as one sum two days after it was sent; its id is in the text, a field, or absent. */
export const collectionBooked: Scenario = (scene) => {
  const { random, day } = scene;
  const items = gather(scene, random.between(3, 16), ({ issued }) => dayNumber(issued) <= day - 2);
  if (items.length < 3) return null;
  const alloc = items.map((item) => inFull(scene, item));
  const amount = totalOf(alloc);
  const id = scene.sendBatch(
    items.map((item) => item.id),
    amount,
  );
  const place = random.weighted([
    [45, 'field'],
    [40, 'text'],
    [15, 'nowhere'],
  ]);
  const head = random.pick(['REMISE PRELEVEMENTS SEPA', 'PRLV EMIS', 'SEPA DIRECT DEBIT COLLECTION', 'INCASSO']);
  const text = `${head} ${place === 'text' ? id : dayText(day - 2)} ${items.length} OPERATIONS`;
  const batchId = place === 'field' ? id : '';
  return [{ ...bare, scenario: '', expect: 'auto', alloc, amount, text, batchId, code: 'PMNT-IDDT-ESDD' }];
};

/** The takings of a card acquirer: several customers, and no list of them. */
export const cardTakings: Scenario = (scene) => {
  const { random } = scene;
  const items = gather(scene, random.between(3, 8), ({ amount }) => amount < 60_000);
  if (items.length < 2) return null;
  const alloc = items.map((item) => inFull(scene, item));
  const name = random.pick(cardAcquirers);
  const text = `${random.pick(['REMISE CARTES', 'PAYOUT', 'ENCAISSEMENT CB', 'SETTLEMENT'])} ${random.digits(6)}`;
  return [
    { ...bare, scenario: '', expect: 'review', alloc, amount: totalOf(alloc), name, text, code: 'PMNT-CCRD-POSC' },
  ];
};
