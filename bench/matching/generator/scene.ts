/**
 * What a scenario sees when it invents a line, and the small things that most scenarios need.
 *
 * A scenario looks for items that fit it, and answers with lines whose right answers it knows because it made them. It
 * books nothing: the simulation does, when it emits the line.
 */
import type { BenchAlloc, BenchClosed, BenchItem, BenchLine, Expectation } from '../types.ts';
import type { Book } from './book.ts';
import { dayNumber } from './calendar.ts';
import { payerName } from './names.ts';
import type { Payer } from './payers.ts';
import { phrase, surround, type PhraseValues } from './texts.ts';
import type { Purpose } from './phrases.ts';
import type { Profile } from './profile.ts';
import type { Random } from './random.ts';
import type { SimulatedCompany, SimulatedCustomer, World } from './world.ts';

/** A line and its right answer. `inDays`: bank days from today on which it is booked; 0 is today. */
export type PlannedLine = Readonly<{
  inDays: number;
  scenario: string;
  expect: Expectation;
  type: string;
  customer: number | null;
  alloc: readonly BenchAlloc[];
}> &
  Pick<BenchLine, 'amount' | 'name' | 'iban' | 'text' | 'sref' | 'e2e' | 'code' | 'batchId' | 'instd'>;

export type Scene = Readonly<{
  world: World;
  profile: Profile;
  book: Book;
  company: SimulatedCompany;
  /** Since 1970. */
  day: number;
  /** Bank days after today that the window still has. */
  daysLeft: number;
  random: Random;
  closedOf(customer: number): readonly BenchClosed[];
  /** Lines of this company, emitted on earlier days, that settled one item. */
  paidLines: readonly PlannedLine[];
  /** Files a collection that was sent to the bank two days before; gives its id. */
  sendBatch(items: readonly number[], total: number): string;
}>;

/** Nothing fits: null, and the simulation draws another scenario. */
export type Scenario = (scene: Scene) => readonly PlannedLine[] | null;

export const customerOf = ({ world }: Scene, id: number): SimulatedCustomer => {
  const customer = world.customers[id];
  if (customer === undefined) throw new RangeError(`no customer ${id}`);
  return customer;
};

/** Payable in euros, nothing paid on it yet, not kept for a line to come. */
const isFresh = ({ book }: Scene, { id, kind, ccy }: BenchItem): boolean =>
  kind !== 'cn' && ccy === 'EUR' && book.isUntouched(id) && !book.isReserved(id);

/** A random visible item of the company that fits, or null after some tries. */
export function findItem(scene: Scene, fits: (item: BenchItem) => boolean = () => true): BenchItem | null {
  const open = scene.book.openOfCompany(scene.company.id);
  for (let attempt = 0; attempt < 40 && open.length > 0; attempt += 1) {
    const item = scene.book.item(scene.random.pick(open));
    if (fits(item)) return item;
  }
  return null;
}

export const findFresh = (scene: Scene, fits: (item: BenchItem) => boolean = () => true): BenchItem | null =>
  findItem(scene, (item) => isFresh(scene, item) && fits(item));

/** The customer's fresh items, oldest due first. */
export const freshOf = (scene: Scene, customer: number): readonly BenchItem[] =>
  scene.book
    .openOfCustomer(customer)
    .map((id) => scene.book.item(id))
    .filter((item) => isFresh(scene, item))
    .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.id - b.id));

/** `count` fresh items of one customer, or null when few customers have as many. */
export function findSeveral(scene: Scene, least: number, most: number): readonly BenchItem[] | null {
  for (let attempt = 0; attempt < 6; attempt += 1) {
    const first = findFresh(scene);
    if (first === null) return null;
    const fresh = freshOf(scene, first.customer);
    if (fresh.length >= least) {
      const count = Math.min(fresh.length, scene.random.between(least, most));
      return [
        first,
        ...scene.random.sample(
          fresh.filter((item) => item.id !== first.id),
          count - 1,
        ),
      ];
    }
  }
  return null;
}

/** What is left of an item, paid by cash to the cent. */
export function inFull({ book }: Scene, { id }: BenchItem): BenchAlloc {
  const cleared = book.residual(id);
  return { item: id, cleared, cash: cleared };
}

export const totalOf = (alloc: readonly BenchAlloc[]): number =>
  alloc.reduce((sum, { cash = 0, over = 0 }) => sum + cash + over, 0);

/** The customer as its bank shows it: a name most of the time, an account two times in three. */
const ownPayer = ({ name, accounts }: SimulatedCustomer, random: Random): Payer => ({
  name: random.chance(0.95) ? payerName(name, random) : '',
  iban: random.chance(0.66) ? random.pick(accounts) : '',
});

/** The same with its name in any case: without a number, nothing else may tell. */
export function namedPayer(customer: SimulatedCustomer, random: Random): Payer {
  const payer = ownPayer(customer, random);
  return payer.name === '' ? { ...payer, name: payerName(customer.name, random) } : payer;
}

/** A phrase in the customer's language about this day. */
export const say = (scene: Scene, customer: SimulatedCustomer, purpose: Purpose, values: PhraseValues = {}): string =>
  phrase(purpose, customer.language, { day: scene.day - scene.random.between(3, 50), ...values }, scene.random);

/** The references of one document, mostly with the day on it. */
export const aboutOne = ({ random }: Scene, { issued }: BenchItem, references: string): PhraseValues =>
  random.chance(0.7) ? { references, day: dayNumber(issued) } : { references };

const creditCode = (random: Random): string => (random.chance(0.12) ? 'PMNT-RRCT-ESCT' : 'PMNT-RCDT-ESCT');

type Parts = Partial<PlannedLine> & Readonly<{ text: string; payer?: Payer }>;

/**
 * A line in which this customer pays; what `parts` does not say is as usual. Its amount is what `alloc` adds up to.
 * The text is surrounded by decoys, errors and the bank's words.
 */
export function paymentOf(scene: Scene, customer: SimulatedCustomer, parts: Parts): PlannedLine {
  const { random, profile, day } = scene;
  const { payer = ownPayer(customer, random), text, ...rest } = parts;
  const strange = findItem(scene, (item) => item.customer !== customer.row.id);
  const around = {
    name: payer.name,
    endToEndId: rest.e2e ?? '',
    day,
    code: customer.row.code,
    strangeNumber: strange?.number ?? random.digits(6),
  };
  return {
    inDays: 0,
    scenario: '',
    expect: 'auto',
    type: 'apply',
    customer: customer.row.id,
    alloc: [],
    amount: totalOf(parts.alloc ?? []),
    name: payer.name,
    iban: payer.iban,
    sref: '',
    e2e: '',
    code: creditCode(random),
    batchId: '',
    instd: null,
    ...rest,
    text: surround(text, around, profile, random),
  };
}
