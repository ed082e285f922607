/**
 * Words of a name that say little about whose name it is: legal forms, words that only join, and common abbreviations.
 *
 * Written as they are folded ({@link foldCharacter}); the reader folds `AE`, `OE`, `UE` further, and these with them.
 */

/**
 * Legal forms of FR DE GB ES BE IT NL LU CH AT FI SE NO DK PT PL and neighbours. Words on one line are one form: `LTD`
 * and `LIMITED` do not tell two owners apart, `SARL` and `SAS` do, and so does the last line, the titles of a person.
 */
export const formLines: readonly (readonly string[])[] = (
  'SA|SAS|SASU|SARL|EURL|SNC|SCI|SCP|SCOP|SCA|SCM|SCEA|EARL|GAEC|SELARL|SELAS|SELAFA|GIE|EI|EIRL|SC|SEM|CUMA|' +
  'ASSOCIATION ASSOC ASBL|VZW|SPRL BVBA|BV|NV|VOF|CV|COMMV|' +
  'GMBH GESMBH MBH|AG AKTIENGESELLSCHAFT|KG|UG HAFTUNGSBESCHRANKT|OHG|GBR|EK EKFR EKFM|EG|EV|KGAA|PARTG PARTGMBB|' +
  'LTD LIMITED|PLC|LLP|LLC|INC INCORPORATED|CORP CORPORATION|CO|' +
  'SL|SLU|SLL|SLP|SAU|SCCL|SPA|SRL|SRLS|SAPA|SNCS|SS|LDA|UNIPESSOAL|' +
  'OY|OYJ|AB AKTIEBOLAG|HB|AS|ASA|APS|IS|KS|ANS|SPZOO SPOO ZOO OO|SPK|SPJ|SP|SRO|DOO|KFT|ZRT|SE|AMBA|' +
  'M MR MME MLLE MRS MS MONSIEUR MADAME HERR HERRN FRAU SENOR SENORA'
)
  .split('|')
  .map((line) => line.split(' '));

/** Words that join, in both spellings of a name: `MÜLLER & SÖHNE`, `MUELLER UND SOEHNE`. */
export const joiningWords: readonly string[] = 'ET UND AND EN OG OCH JA Y Z OU ODER OR'.split(' ');

/** What is written short so often that the short form is no evidence of another name. */
export const abbreviations: Readonly<Record<string, string>> = {
  ETS: 'ETABLISSEMENTS',
  ETABLISSEMENT: 'ETABLISSEMENTS',
  STE: 'SOCIETE',
  SOC: 'SOCIETE',
  CIE: 'COMPAGNIE',
  INTL: 'INTERNATIONAL',
  INT: 'INTERNATIONAL',
  ST: 'SAINT',
  SAINTE: 'SAINT',
  STES: 'SAINTES',
  GEB: 'GEBRUDER',
  GEBR: 'GEBRUDER',
  BROS: 'BROTHERS',
  HNOS: 'HERMANOS',
  TPTS: 'TRANSPORTS',
  TRANSP: 'TRANSPORTS',
  TRSP: 'TRANSPORTS',
  ENT: 'ENTREPRISE',
  ENTR: 'ENTREPRISE',
  GAR: 'GARAGE',
  REST: 'RESTAURANT',
  PHIE: 'PHARMACIE',
  LABO: 'LABORATOIRE',
  STR: 'STRASSE',
  MFG: 'MANUFACTURING',
  SVCS: 'SERVICES',
  DISTRIB: 'DISTRIBUTION',
  GRP: 'GROUPE',
};

/** Words of remittance texts: one of them alone never names a customer. */
export const textWords: readonly string[] = (
  'VIREMENT VIRMENT VIREMENTS REGLEMENT REGLEMENTS REGLT PAIEMENT VERSEMENT FACTURE FACTURES ACOMPTE AVOIR SOLDE CLIENT DOSSIER ' +
  'COMMANDE CONTRAT NOTRE VOTRE COMPTE POUR RECU MERCI SUITE ACCORD SUBROGATION ECHEANCE ABONNEMENT LOYER REMISE PRELEVEMENT ' +
  'NOTPROVIDED RECHNUNG RECHNUNGEN ZAHLUNG UBERWEISUNG GUTSCHRIFT KUNDE KUNDENNUMMER AUFTRAG VERTRAG ANZAHLUNG ' +
  'INVOICE INVOICES PAYMENT TRANSFER CREDIT ORDER CUSTOMER ACCOUNT BALANCE STATEMENT DEPOSIT ' +
  'FATTURA PAGAMENTO BONIFICO TRANSFERENCIA FACTURA PAGO FATURA FACTUUR BETALING KLANT LASKU FAKTURA SALARY SALAIRE'
).split(' ');
