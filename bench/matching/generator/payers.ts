/** Who else pays: holdings, factors, insurers, relatives, public treasuries. And who is no customer at all. */
import { inventIban } from './checked-numbers.ts';
import { brandEnds, brandStarts, nameWords } from './name-words.ts';
import { withoutAccents, type CustomerName } from './names.ts';
import type { Random } from './random.ts';

/** As the bank's line names a party; both may be empty. */
export type Payer = Readonly<{ name: string; iban: string }>;

const brand = (random: Random): string => (random.pick(brandStarts) + random.pick(brandEnds)).toUpperCase();
const frenchFamily = (random: Random): string => withoutAccents(random.pick(nameWords.fr.families)).toUpperCase();

/** The parent of a group. */
export function inventHolding(random: Random): Payer {
  const name = `${random.pick(['GROUPE', 'FINANCIERE', 'HOLDING', 'COMPAGNIE'])} ${brand(random)}`;
  return { name, iban: inventIban('FR', random) };
}

/** Buys or pays the invoices of many. */
export function inventFactor(random: Random): Payer {
  const name = `${brand(random)} ${random.pick(['AFFACTURAGE', 'FACTORING', 'RECEIVABLES', 'FACTOR'])}`;
  return { name, iban: inventIban(random.pick(['FR', 'DE', 'NL']), random) };
}

/** Somebody who pays for this customer, now and then related by name. */
export function inventThirdParty(customer: CustomerName, country: string, random: Random): Payer {
  const [word = 'X'] = withoutAccents(customer.core).toUpperCase().split(' ');
  const name = random.weighted<() => string>([
    [25, () => `${word} HOLDING`],
    [20, () => `SCI ${frenchFamily(random)}`],
    [20, () => `M OU MME ${frenchFamily(random)}`],
    [15, () => `${brand(random)} ASSURANCES`],
    [10, () => `TRESORERIE ${withoutAccents(random.pick(nameWords.fr.towns)).toUpperCase()}`],
    [10, () => `ETUDE ${frenchFamily(random)} NOTAIRES`],
  ])();
  return { name, iban: inventIban(country, random) };
}

/** Who sends the takings of a day. */
export const cardAcquirers: readonly string[] = ['PAYVIA EUROPE', 'CARTEO ACQUIRING', 'TERMINALO LTD', 'ZIPCASH SA'];

export const publicBodies: readonly string[] = ['URSSAF', 'DGFIP', 'CPAM', 'POLE RECOUVREMENT', 'TRESOR PUBLIC'];
export const suppliers: readonly string[] = [
  'ELECTRA ENERGIE',
  'FIBREO TELECOM',
  'LOCAMAX',
  'PETROLIS CARTES',
  'EAUX DU VAL',
];
