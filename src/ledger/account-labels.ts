/**
 * What journals and accounts are called in French books.
 *
 * @see Règlement ANC 2014-03, as amended by 2022-06: the chart of accounts
 */
const accountLabels: Readonly<Record<string, string>> = {
  '411': 'Clients',
  '4117': 'Clients - Retenues de garantie',
  '413': 'Clients - Effets à recevoir',
  '416': 'Clients douteux ou litigieux',
  '4191': 'Clients - Avances et acomptes reçus',
  '421': 'Personnel - Rémunérations dues',
  '44571': 'TVA collectée',
  '447': 'Autres impôts, taxes et versements assimilés',
  '467': 'Divers comptes débiteurs et produits à recevoir',
  '471': "Comptes d'attente",
  '512': 'Banques',
  '58': 'Virements internes',
  '627': 'Services bancaires et assimilés',
  '654': 'Pertes sur créances irrécouvrables',
  '656': 'Pertes de change sur créances et dettes commerciales',
  '658': 'Pénalités et autres charges',
  '665': 'Escomptes accordés',
  '756': 'Gains de change sur créances et dettes commerciales',
  '758': 'Indemnités et autres produits',
};

const journalLabels: Readonly<Record<string, string>> = { BQ: 'Banque', OD: 'Opérations diverses' };

/** The label of the account, or of the one that it is a part of; of an account nobody has named, its number. */
export function accountLabel(account: string): string {
  for (let length = account.length; length >= 2; length -= 1) {
    const label = accountLabels[account.slice(0, length)];
    if (label !== undefined) return label;
  }
  return account;
}

export const journalLabel = (journal: string): string => journalLabels[journal] ?? journal;
