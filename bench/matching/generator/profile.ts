/** The two distributions. `shifted` asks whether what was fitted on `base` holds elsewhere; nothing may be fitted on it. */
import type { NameLanguage } from './name-words.ts';
import { baseSchemes, shiftedSchemes, type NumberingScheme } from './numbering.ts';
import type { Weighted } from './random.ts';

export type ProfileName = 'base' | 'shifted';

export type Profile = Readonly<{
  name: ProfileName;
  companyCount: number;
  schemes: readonly NumberingScheme[];
  /** The first day of the window, or the first bank day after it. */
  firstDay: string;
  /** Country and language of customers. */
  origins: readonly Weighted<readonly [country: string, language: NameLanguage]>[];
  /** Languages of texts, where they are not those of the customer. */
  textLanguages: readonly Weighted<NameLanguage>[];
  knownIbanShare: number;
  historyShare: number;
  /** Multiplies the weights of scenarios about errors and the chance of a second error. */
  errorFactor: number;
  /** Multiplies the weights of scenarios with a clean reference. */
  cleanFactor: number;
  decoyShare: number;
  secondErrorShare: number;
  boilerplateShare: number;
}>;

const base: Profile = {
  name: 'base',
  companyCount: 6,
  schemes: baseSchemes,
  firstDay: '2026-03-02',
  origins: [
    [66, ['FR', 'fr']],
    [8, ['DE', 'de']],
    [5, ['GB', 'en']],
    [6, ['ES', 'es']],
    [4, ['BE', 'fr']],
    [4, ['BE', 'nl']],
    [4, ['IT', 'it']],
    [3, ['NL', 'nl']],
  ],
  textLanguages: [
    [80, 'fr'],
    [8, 'de'],
    [8, 'en'],
    [4, 'es'],
  ],
  knownIbanShare: 0.58,
  historyShare: 0.55,
  errorFactor: 1,
  cleanFactor: 1,
  decoyShare: 0.3,
  secondErrorShare: 0.09,
  boilerplateShare: 0.42,
};

const shifted: Profile = {
  name: 'shifted',
  companyCount: 5,
  schemes: shiftedSchemes,
  firstDay: '2026-01-12',
  origins: [
    [28, ['FR', 'fr']],
    [16, ['IT', 'it']],
    [16, ['ES', 'es']],
    [14, ['NL', 'nl']],
    [14, ['DE', 'de']],
    [6, ['BE', 'nl']],
    [6, ['GB', 'en']],
  ],
  textLanguages: [
    [30, 'it'],
    [25, 'nl'],
    [20, 'es'],
    [15, 'de'],
    [10, 'fr'],
  ],
  knownIbanShare: 0.35,
  historyShare: 0.45,
  errorFactor: 1.8,
  cleanFactor: 0.5,
  decoyShare: 0.38,
  secondErrorShare: 0.16,
  boilerplateShare: 0.5,
};

export const profiles: Readonly<Record<ProfileName, Profile>> = { base, shifted };
