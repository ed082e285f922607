/**
 * The companies and their customers, with what only the generator knows: a customer's real accounts, its group, who
 * pays for it. The benchmark's files show a part of that.
 */
import { writtenName, inventName, similarName, payerName, type CustomerName } from './names.ts';
import { inventIban } from './checked-numbers.ts';
import { inventPrices } from './amounts.ts';
import { inventFactor, inventHolding, inventThirdParty, type Payer } from './payers.ts';
import type { NumberingScheme } from './numbering.ts';
import type { Profile } from './profile.ts';
import type { Random } from './random.ts';
import type { BenchCustomer, BenchHistory } from '../types.ts';
import type { NameLanguage } from './name-words.ts';
import { dayText } from './calendar.ts';

export type SimulatedCustomer = Readonly<{
  row: BenchCustomer;
  name: CustomerName;
  country: string;
  /** Of what it writes to the bank. */
  language: NameLanguage;
  /** Every account it pays from; our books know some of them. */
  accounts: readonly string[];
  /** Others who were seen paying for it. */
  knownPayers: readonly Payer[];
  /** It pays the same amount again and again. */
  isSubscriber: boolean;
  /** Keeps 5 % back until the work is accepted. */
  isBuilder: boolean;
}>;

type Group = Readonly<{ payer: Payer; members: readonly number[] }>;

export type SimulatedCompany = Readonly<{
  id: number;
  country: string;
  scheme: NumberingScheme;
  /** Share of documents, and with them of lines. */
  weight: number;
  prices: readonly number[];
  /** Share of documents with an amount of the price list. */
  catalogueShare: number;
  /** Ids, the one with most documents first. */
  customers: readonly number[];
  customersWithPayers: readonly number[];
  groups: readonly Group[];
  factors: readonly Payer[];
}>;

export type World = Readonly<{
  companies: readonly SimulatedCompany[];
  /** By id. */
  customers: readonly SimulatedCustomer[];
}>;

const companyWeights = [34, 21, 15, 12, 10, 8];
const discounts = [
  { pct: 2, days: 10 },
  { pct: 2, days: 14 },
  { pct: 3, days: 8 },
  { pct: 1.5, days: 10 },
];
const foreignCurrencies: Readonly<Record<string, string>> = { GB: 'GBP', DE: 'CHF', FR: 'USD', IT: 'CHF', ES: 'USD' };

/** Mostly a name that nobody else has; now and then that of another customer of the company, or one like it. */
function inventOrigin(
  profile: Profile,
  earlier: readonly SimulatedCustomer[],
  takenCores: Set<string>,
  random: Random,
): Origin {
  const [country, language] = random.weighted(profile.origins);
  const neighbour = earlier.length > 0 ? random.pick(earlier) : null;
  if (neighbour !== null && random.chance(0.015)) return neighbour;
  if (neighbour !== null && random.chance(0.03)) return { ...neighbour, name: similarName(neighbour.name, random) };
  let name = inventName(language, random);
  for (let attempt = 0; attempt < 20 && takenCores.has(name.core); attempt += 1) name = inventName(language, random);
  takenCores.add(name.core);
  return { country, name };
}

type Origin = Readonly<{ country: string; name: CustomerName }>;

function inventCustomer(
  id: number,
  company: number,
  profile: Profile,
  { country, name }: Origin,
  random: Random,
): SimulatedCustomer {
  const accounts = Array.from(
    {
      length: random.weighted([
        [78, 1],
        [17, 2],
        [5, 3],
      ]),
    },
    () => inventIban(country, random),
  );
  const isKnown = random.chance(profile.knownIbanShare);
  const knownCount = isKnown ? 1 + random.below(accounts.length) : 0;
  const isForeign = random.chance(0.045);
  const isShortName = random.chance(0.06);
  return {
    row: {
      id,
      company,
      code: `${String(company + 1)}${String(10_000 + id * 3 + random.below(3)).padStart(6, '0')}`,
      name: writtenName(isShortName ? { ...name, form: '' } : name),
      ibans: accounts.slice(0, knownCount),
      terms: random.weighted([
        [12, 0],
        [10, 14],
        [44, 30],
        [18, 45],
        [16, 60],
      ]),
      disc: random.chance(0.14) ? random.pick(discounts) : null,
      ccy: isForeign ? (foreignCurrencies[country] ?? 'USD') : 'EUR',
    },
    name,
    country,
    language: random.chance(0.65) ? name.language : random.weighted(profile.textLanguages),
    accounts,
    knownPayers: random.chance(0.05) ? [inventThirdParty(name, country, random)] : [],
    isSubscriber: random.chance(0.1),
    isBuilder: random.chance(0.06),
  };
}

/** Groups of three to eight of a company's customers; at least one. */
function inventGroups(customers: readonly SimulatedCustomer[], random: Random): readonly Group[] {
  const count = Math.max(1, Math.floor(customers.length / 120));
  return Array.from({ length: count }, () => ({
    payer: inventHolding(random),
    members: random.sample(customers, random.between(3, 8)).map(({ row }) => row.id),
  }));
}

/** @param customerCount - of all companies together. */
export function inventWorld(profile: Profile, customerCount: number, random: Random): World {
  const customers: SimulatedCustomer[] = [];
  const schemes = random.sample(profile.schemes, profile.companyCount);
  const totalWeight = companyWeights.slice(0, profile.companyCount).reduce((sum, weight) => sum + weight, 0);
  const companies = schemes.map((scheme, id): SimulatedCompany => {
    const weight = companyWeights[id] ?? 1;
    const own: SimulatedCustomer[] = [];
    const takenCores = new Set<string>();
    const ownCount = Math.max(12, Math.round((customerCount * weight) / totalWeight));
    while (own.length < ownCount) {
      const origin = inventOrigin(profile, own, takenCores, random);
      const customer = inventCustomer(customers.length, id, profile, origin, random);
      own.push(customer);
      customers.push(customer);
    }
    return {
      id,
      country: scheme.country,
      scheme,
      weight,
      prices: inventPrices(random),
      catalogueShare: random.between(10, 60) / 100,
      customers: own.map(({ row }) => row.id),
      customersWithPayers: own.filter(({ knownPayers }) => knownPayers.length > 0).map(({ row }) => row.id),
      groups: inventGroups(own, random),
      factors: Array.from({ length: 3 }, () => inventFactor(random)),
    };
  });
  return { companies, customers };
}

/** Payments that were confirmed in the five months before the window. */
export function inventHistory(world: World, profile: Profile, firstDay: number, random: Random): BenchHistory[] {
  const history: BenchHistory[] = [];
  for (const { row, name, accounts, knownPayers } of world.customers) {
    const add = (payer: Payer): void => {
      const date = dayText(firstDay - 1 - random.below(150));
      history.push({ company: row.company, customer: row.id, ...payer, date });
    };
    if (random.chance(profile.historyShare)) {
      for (let count = random.between(1, 4); count > 0; count -= 1) {
        const iban = random.chance(0.45) ? random.pick(accounts) : '';
        add({ name: payerName(name, random), iban });
      }
    }
    for (const payer of knownPayers) for (let count = random.between(2, 3); count > 0; count -= 1) add(payer);
  }
  return history;
}
