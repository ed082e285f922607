import { belgianAccount, frenchAccount, ibanOf, spanishAccount } from './check-digits.ts';
import type { Country, Customer } from './model.ts';
import type { RandomSource } from './random.ts';

const namesByCountry: Readonly<Record<Country, readonly string[]>> = {
  FR: [
    'Domaine de la Roche aux Merles EARL',
    'Cave coopérative du Val de Brionne SCA',
    'Brasserie de l’Herbaudière SAS',
    'Distillerie Coutancier & Fils SARL',
    'Château de Bellenoue SCEA',
    'Vignobles Ferrandier SCEA',
    'Vignobles Ferrandier Négoce SAS',
    'Boulangerie Martineau SARL',
    'Boulangerie Martineau SARL',
    'Confitures Maison Lebretonnière SARL',
    'Huilerie des Deux Moulins SAS',
    'Les Vergers de Tourmaine SCOP',
    'Cidrerie du Bocage Fleuri SARL',
    'Restaurant L’Ardoise Angevine EURL',
    'Hôtel des Trois Passeurs SAS',
    'Épicerie fine Gaudichon',
    'Traiteur Pasqueraud & Associés SAS',
    'Maison Thibaudeau Vins Fins SA',
    'Laiterie Sainte-Ombeline SAS',
    'Parfumerie Duvivière SARL',
    'Laboratoires Herbaline SAS',
    'Miellerie du Haut Bocage GAEC',
    'Négoce Rablais SA',
    'Grand Café de la Levée SARL',
    'Conserverie Atlantique Le Goarnic SAS',
    'Groupe Orianne Distribution SAS',
    'Orianne Ouest SARL',
    'Domaine Hersandière Père et Fils EARL',
    'Bougies et Lumières de Loire SARL',
    'Pépinières Chauvignier SCEA',
    'Les Chais de la Doutre SAS',
    'Savonnerie artisanale Kerdonnec SARL',
    'Comptoir des Eaux-de-Vie SAS',
    'École hôtelière du Val de Brionne',
    'Mairie de Saint-Florent-le-Clos',
    'Vinaigrerie Testardière SARL',
    'Abbaye de Fontclairvaux',
    'Emballages Poitevineau SARL',
    'Cristal & Table SARL',
    'Crémants de la Haute Doutre SAS',
  ],
  DE: [
    'Weingut Brücknerhof GmbH & Co. KG',
    'Brauhaus Zum Alten Fährmann GmbH',
    'Feinkost Schäferling e.K.',
    'Glasgroßhandel Rheinaue GmbH',
    'Müllerich Getränkevertrieb GmbH',
    'Müllerich-Hartung OHG',
    'Kellerei Sonnenhalde eG',
    'Destillerie Vogelsanger KG',
    'Hofladen Krügermann',
    'Nordlicht Flaschenhandel GmbH',
  ],
  BE: [
    'Brouwerij De Witte Zwaan BV',
    'Verpakkingen Van den Bosschaert NV',
    'Chocolaterie Delcourtois SRL',
    'Brasserie du Hérisson Bleu SA',
    'Drankenhandel Peeterman BV',
  ],
  ES: ['Bodegas Monteluz del Duero S.L.', 'Aceites Sierra Clarín S.A.', 'Envases Ibañeta S.L.'],
  GB: [
    'Hollybrook Orchard Cider Ltd',
    'The Gloster Preserve Company Ltd',
    'Ashdown Vale Spirits plc',
    'Fenwicke & Rowe Ltd',
  ],
};

const firstCodeOf: Readonly<Record<Country, number>> = { FR: 1001, DE: 2001, BE: 3001, ES: 4001, GB: 5001 };

/** Scenarios depend on these: the group that pays for its sister is known, the two homonyms are not. */
const knownIban: Readonly<Record<string, boolean>> = { C1008: false, C1009: false, C1026: true, C1027: true };

type MakeAccount = (bank: string, random: RandomSource) => string;

const accountOf: Readonly<Record<Country, MakeAccount>> = {
  FR: (bank, { digits }) => frenchAccount(bank, `00${digits(3)}`, digits(11)),
  DE: (bank, { digits }) => `${bank}${digits(3)}00${digits(8)}`,
  BE: (_, { digits }) => belgianAccount(`98${digits(1)}`, digits(7)),
  ES: (_, { digits }) => spanishAccount(`99${digits(2)}`, digits(4), digits(10)),
  GB: (_, { digits }) => `ZQXB${digits(14)}`,
};

/** 62 customers, two of them homonyms; the ERP knows an IBAN of about 58 %. */
export function makeCustomers(random: RandomSource): readonly Customer[] {
  const countries: readonly Country[] = ['FR', 'DE', 'BE', 'ES', 'GB'];
  return countries.flatMap((country) =>
    namesByCountry[country].map((name, index) => {
      const code = `C${firstCodeOf[country] + index}`;
      const bank = String(random.between(90_100, 98_900));
      const iban = ibanOf(country, accountOf[country](bank, random));
      const isKnownByChance = random.chance(580);
      const termDays = random.pick([30, 30, 45, 60]);
      return { code, name, country, iban, isIbanKnown: knownIban[code] ?? isKnownByChance, termDays };
    }),
  );
}
