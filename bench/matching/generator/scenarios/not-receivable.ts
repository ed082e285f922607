/** Movements that no customer made: they must be left alone, however much their numbers look like ours. */
import { europeanDay } from '../calendar.ts';
import { publicBodies, suppliers } from '../payers.ts';
import { brandEnds, brandStarts, nameWords } from '../name-words.ts';
import { withoutAccents } from '../names.ts';
import type { Random } from '../random.ts';
import { findItem, type PlannedLine, type Scenario, type Scene } from '../scene.ts';

type Movement = Readonly<{ name: string; text: string; amount: number }>;

const person = ({ pick }: Random): string =>
  withoutAccents(`${pick(nameWords.fr.firstNames)} ${pick(nameWords.fr.families)}`).toUpperCase();
const supplier = (random: Random): string =>
  random.chance(0.6) ? random.pick(suppliers) : (random.pick(brandStarts) + random.pick(brandEnds)).toUpperCase();

/** A supplier's number, which may well be one of ours. */
const theirNumber = (scene: Scene): string =>
  scene.random.chance(0.3) ? (findItem(scene)?.number ?? '') : scene.random.digits(scene.random.between(5, 8));

const movementsOut = (scene: Scene): Movement => {
  const { random, day } = scene;
  const amount = random.between(1_000, 900_000);
  return random.weighted<() => Movement>([
    [
      18,
      () => ({
        name: person(random),
        text: `SALAIRE ${europeanDay(day).slice(3)}`,
        amount: random.between(140_000, 420_000),
      }),
    ],
    [6, () => ({ name: '', text: `VIREMENT SALAIRES ${random.between(4, 60)} OPERATIONS`, amount: amount * 8 })],
    [
      16,
      () => ({
        name: random.pick(publicBodies),
        text: `COTISATIONS ${random.digits(9)} ECH ${europeanDay(day)}`,
        amount,
      }),
    ],
    [
      8,
      () => ({ name: 'DGFIP', text: `TVA ${europeanDay(day).slice(3)} REF ${random.digits(11)}`, amount: amount * 3 }),
    ],
    [
      10,
      () => ({
        name: `SCI ${person(random).split(' ').at(-1) ?? ''}`,
        text: `LOYER ${europeanDay(day).slice(3)}`,
        amount,
      }),
    ],
    [26, () => ({ name: supplier(random), text: `FACTURE ${theirNumber(scene)}`, amount })],
    [8, () => ({ name: '', text: `FRAIS BANCAIRES ARRETE ${europeanDay(day)}`, amount: random.between(150, 9_000) })],
    [8, () => ({ name: '', text: `ECHEANCE PRET ${random.digits(8)}`, amount: amount * 2 })],
  ])();
};

const movementsIn = (scene: Scene): Movement => {
  const { random, day } = scene;
  const amount = random.between(1_000, 900_000);
  return random.weighted<() => Movement>([
    [
      22,
      () => ({
        name: '',
        text: `VIREMENT INTERNE COMPTE ${random.digits(11)}`,
        amount: 10_000 * random.between(10, 900),
      }),
    ],
    [10, () => ({ name: '', text: 'INTERETS CREDITEURS', amount: random.between(50, 9_000) })],
    [14, () => ({ name: random.pick(publicBodies), text: `REMBOURSEMENT CREDIT ${random.digits(9)}`, amount })],
    [
      14,
      () => ({
        name: supplier(random),
        text: `REMBT AVOIR ${theirNumber(scene)}`,
        amount: random.between(500, 90_000),
      }),
    ],
    [12, () => ({ name: 'MUTALIA ASSURANCES', text: `INDEMNITE SINISTRE ${theirNumber(scene)}`, amount })],
    [10, () => ({ name: '', text: `RESTITUTION CAUTION ${random.digits(7)}`, amount })],
    [8, () => ({ name: 'AGENCE DE DEVELOPPEMENT', text: `SUBVENTION DOSSIER ${random.digits(6)}`, amount })],
    [10, () => ({ name: '', text: `DEBLOCAGE PRET ${europeanDay(day)}`, amount: 100_000 * random.between(5, 90) })],
  ])();
};

const lineOf = ({ name, text, amount }: Movement, code: string): PlannedLine => ({
  inDays: 0,
  scenario: '',
  expect: 'none',
  type: 'none',
  customer: null,
  alloc: [],
  amount,
  name,
  iban: '',
  text,
  sref: '',
  e2e: '',
  code,
  batchId: '',
  instd: null,
});

export const moneyOut: Scenario = (scene) => {
  const movement = movementsOut(scene);
  return [
    lineOf({ ...movement, amount: -movement.amount }, scene.random.chance(0.7) ? 'PMNT-ICDT-ESCT' : 'PMNT-RDDT-ESDD'),
  ];
};

export const moneyInFromOthers: Scenario = (scene) => [lineOf(movementsIn(scene), 'PMNT-RCDT-ESCT')];
