/** Verrerie du Layon SARL, maker of bottles and jars: invented, as are its banks and every name in these files. */
import type { LocalDate } from '../../src/domain/local-date.ts';
import { frenchAccount, ibanOf } from './check-digits.ts';
import type { AccountKey, Night } from './model.ts';
import { day } from './trusted.ts';

export const companyName = 'VERRERIE DU LAYON SARL';

export type OwnAccount = Readonly<{
  key: AccountKey;
  iban: string;
  bic: string;
  bank: string;
  name: string;
  glAccount: string;
  /** Before the first night. */
  openingMinor: bigint;
  /** Number of the first night's statement. */
  firstSequence: number;
}>;

export const accounts: Readonly<Record<AccountKey, OwnAccount>> = {
  A: {
    key: 'A',
    iban: ibanOf('FR', frenchAccount('90817', '00042', '00021487605')),
    bic: 'CFLOFR21XXX',
    bank: 'Crédit Fluvial de l’Ouest',
    name: 'Compte courant principal',
    glAccount: '512100',
    openingMinor: 184_230_17n,
    firstSequence: 43,
  },
  B: {
    key: 'B',
    iban: ibanOf('DE', '905310840004718230'),
    bic: 'RHHBDE6KXXX',
    bank: 'Rheinische Handelsbank',
    name: 'Compte export Allemagne et Benelux',
    glAccount: '512200',
    openingMinor: 61_904_52n,
    firstSequence: 41,
  },
  C: {
    key: 'C',
    iban: ibanOf('FR', frenchAccount('91274', '00008', '00000930147')),
    bic: 'BCLAFR2AXXX',
    bank: 'Banque Coopérative du Layon',
    name: 'Compte livret',
    glAccount: '512300',
    openingMinor: 20_000_00n,
    firstSequence: 12,
  },
  D: {
    key: 'D',
    iban: ibanOf('FR', frenchAccount('91274', '00008', '00000771903')),
    bic: 'BCLAFR2AXXX',
    bank: 'Banque Coopérative du Layon',
    name: 'Ancien compte, inconnu des livres',
    glAccount: '512900',
    openingMinor: 3_412_08n,
    firstSequence: 7,
  },
};

export const nights: readonly Night[] = [1, 2, 3];

const dateOfNight = { 1: day('2026-03-02'), 2: day('2026-03-03'), 3: day('2026-03-04') } as const;
const dayBefore = { 1: day('2026-02-27'), 2: day('2026-03-02'), 3: day('2026-03-03') } as const;

/** The booking day: Monday, Tuesday, Wednesday. */
export const bookingDate = (night: Night): LocalDate => dateOfNight[night];
/** The banking day before: the first night follows a week-end. */
export const bankingDayBefore = (night: Night): LocalDate => dayBefore[night];
