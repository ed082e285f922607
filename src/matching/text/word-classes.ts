/**
 * Words of bank texts that say what the number behind them is, in the languages of our payers.
 *
 * Each word has one class. A class is a small number, so that a scan keeps one byte a word.
 */
import { hashBytes } from '../hash.ts';

export const wordClass = {
  none: 0,
  /** The number is a document of ours. */
  document: 1,
  /** The number is an order: looked up among purchase orders only. */
  order: 2,
  /** The number is a customer, a contract, a delivery, a file of the payer: no document. */
  other: 3,
  /** The number is a credit note. */
  creditNote: 4,
  /** May stand between such a word and its number: `N°`, `REF`. */
  numberSign: 5,
  /** From one number to another: `A`, `BIS`. */
  range: 6,
  /** Between the numbers of a list: `ET`. */
  list: 7,
  /** A day follows. */
  date: 8,
  phone: 9,
  companyNumber: 10,
  vat: 11,
  /** Money is given back: no payment of an invoice. */
  refund: 12,
  /** Part of what is owed: an instalment, a deposit on an invoice. */
  partial: 13,
  /** Money without a debt yet: a deposit on a quote, a provision. */
  advance: 14,
  /** The payer withholds a guarantee. */
  retention: 15,
  /** Money that is moved inside the company, or comes from a till or a cheque deposit. */
  notReceivable: 16,
  /** Somebody pays for somebody else. */
  onBehalf: 17,
  /** A sum of direct debits that we collected. */
  collection: 18,
  currency: 19,
  /** Says nothing of a number, and is no letters of a series. */
  small: 20,
  /** Several documents follow. */
  documents: 21,
  /** The number is our customer's code. */
  customer: 22,
  /** The number before is a share; of a number: a sign for it stands behind. */
  percent: 23,
} as const;
export type WordClass = (typeof wordClass)[keyof typeof wordClass];

const vocabulary: readonly (readonly [WordClass, string])[] = [
  [
    wordClass.document,
    'FACTURE FACTURA FATTURA FACTUUR INVOICE RECHNUNG ' +
      'RECHNUNGSNUMMER RECHNUNGSNR RECHNR FA FAC FACT FRA FT FV INV RE RG RGNR RENR RNR BELEG BELEGNR FAKT ' +
      'FAKTURA FAKTUUR LASKU DOCUMENT DOC BILL CINV F',
  ],
  [
    wordClass.documents,
    'FACTURES FACTURAS FATTURE FACTUREN INVOICES RECHNUNGEN FACS FRAS INVS FACTS FAKTUREN DOCUMENTS',
  ],
  [
    wordClass.order,
    'CDE CDES CMDE CMDES COMMANDE COMMANDES CMD BC BDC ORDER ORDERS PO POS PEDIDO BESTELLUNG BESTELLUNGEN BESTELLNR ' +
      'BESTELLNUMMER BESTELL AUFTRAG AUFTRAGSNR AUFTRAGSNUMMER AUFTRAGS BESTELLING ORDINE PUOR',
  ],
  [
    wordClass.other,
    'BL BON LIVRAISON DEVIS CONTRAT CONTRATS DOSSIER AFFAIRE CHANTIER MARCHE MANDAT MDT RUM ' +
      'SINISTRE POLICE ABONNEMENT ABO MATRICULE TICKET CHEQUE CHQ ENGAGEMENT QUOTE CONTRACT ' +
      'SUPPLIER VENDOR DELIVERY MANDATE SUBSCRIPTION BOOKING CHECK POLICY ANGEBOT VERTRAG VERTRAGSNR VERTRAGSNUMMER ' +
      'VERTRAGS LIEFERSCHEIN LIEFERANT KONTO PROJEKT CONTRATO ALBARAN IBAN BIC ' +
      'PROVEEDOR LEVERANCIER CONTRATTO FORNITORE PRESUPUESTO DISP BOLD SOAC RADM VCHR TSUT NB',
  ],
  [
    wordClass.customer,
    'CLIENT CLT CUSTOMER ADHERENT COMPTE ACCOUNT KUNDE KUNDENNR KUNDENNUMMER KUNDEN KDNR KD CLIENTE KLANT KLANTNR KLANTNUMMER FOURNISSEUR CPTE',
  ],
  [
    wordClass.creditNote,
    'AVOIR AVOIRS AV CREDITNOTE CREDITNOTA CN NC GUTSCHRIFT GUTSCHRIFTEN GS ABONO NOTADECREDITO CREDIT',
  ],
  [
    wordClass.numberSign,
    'N NO NR NUM NUMERO NUMEROS NUMMER NUMMERN NUMBER NUMBERS ID REF REFS REFERENCE REFERENCES INTRA INTRACOM INTRACOMMUNAUTAIRE',
  ],
  [wordClass.range, 'A AU BIS TO TOT AL ALLA HASTA JUSQU THRU'],
  [wordClass.list, 'ET AND UND Y EN E SOWIE'],
  [wordClass.date, 'DU LE VOM AM DATED DATE VAN DEL PER ECHEANCE FAELLIG FALLIG DUE'],
  [wordClass.phone, 'TEL TELEPHONE TELEFON TELEFONO TELEFOON PHONE FAX GSM MOBILE MOBIL HANDY'],
  [wordClass.companyNumber, 'SIRET SIREN RCS KVK HRB'],
  [wordClass.vat, 'TVA VAT UST USTID USTIDNR MWST BTW IVA CIF NIF'],
  [
    wordClass.refund,
    'REMBOURSEMENT REMBOURSEMENTS REMBOURSER REMBOURSE REMBOURSES REMBOURSEE REMBOURSEES REMBOURS REMBST REMBT REMB RBT ' +
      'RBST RESTITUTION RETROCESSION RISTOURNE EXTOURNE CONTREPASSATION ANNULATION RETOURNE RETOURNEE REFUND REFUNDS ' +
      'REFUNDED REFUNDING REIMBURSEMENT REIMBURSED REPAYMENT OVERPAYMENT OVERPAID RETURNED ERSTATTUNG ERSTATTUNGEN ' +
      'RUECKERSTATTUNG RUCKERSTATTUNG RUECKERST RUCKERST RUECKZAHLUNG RUCKZAHLUNG RUECKVERGUETUNG RUCKVERGUTUNG ' +
      'RUECKUEBERWEISUNG RUCKUBERWEISUNG RUECKBUCHUNG RUCKBUCHUNG UEBERZAHLUNG UBERZAHLUNG DOPPELZAHLUNG STORNO ' +
      'LIEFERANTENGUTSCHRIFT REEMBOLSO REEMBOLSOS DEVOLUCION DEVOLUCIONES EXTORNO DEVOLUCAO ESTORNO RESTITUICAO ' +
      'TERUGBETALING TERUGBETAALD TERUGSTORTING TERUGBOEKING TERUGGAVE RESTITUTIE RETOURBETALING RIMBORSO RIMBORSI ' +
      'RESTITUZIONE RAMBURSARE RESTITUIRE ATERBETALNING TILBAGEBETALING TILBAKEBETALING REFUSION REFUSJON PALAUTUS ' +
      'ZWROT ZWROTY VRATKA VRACENI VRATENIE VISSZATERITES VISSZAUTALAS',
  ],
  [
    wordClass.partial,
    'PARTIEL PARTIELLE PARTIAL TEILZAHLUNG TEILBETRAG ACOMPTE ACOMPTES MENSUALITE MENSUALITES RATE RATENZAHLUNG INSTALMENT ' +
      'INSTALLMENT PLAZO CUOTA RATA TERMIJN DEELBETALING ECHEANCIER PARCIAL PARZIALE ANZAHLUNG DEPOSIT',
  ],
  [
    wordClass.advance,
    'VALOIR PROVISION AVANCE ARRHES VORKASSE VORAUSZAHLUNG ANTICIPO ANTICIPE VOORSCHOT PREPAYMENT ADVANCE',
  ],
  [wordClass.retention, 'RETENUE GARANTIE SICHERHEITSEINBEHALT EINBEHALT RETENTION RETENCION'],
  [
    wordClass.notReceivable,
    'INTERNE INTERNAL INTERNER UMBUCHUNG CHEQUES ESPECES VERSEMENTESPECES TPE CB CARTE CARTES KARTENZAHLUNG NIVELLEMENT ' +
      'TRESORERIE CASHPOOLING SUBVENTION INTERETS ZINSEN INDEMNITE INDEMNITES CPAM IJSS',
  ],
  [wordClass.onBehalf, 'PC POUR SUBROGATION FUER FUR IM AUFTRAGVON BEHALF ORDRE CTE'],
  [
    wordClass.collection,
    'PRELEVEMENT PRELEVEMENTS PRLV LASTSCHRIFT LASTSCHRIFTEN DOMICILIATION DOMICILIATIONS SDD ADEUDOS',
  ],
  [
    wordClass.small,
    'REG RGT RGLT REGLT REGL REGLEMENT PAY PMT VIR VRT TRF SCT OBJ SUR PAR DE DES LA LES NOS VOS FOR OF ON THE ZU ZUR VON MIT DER ' +
      'DIE POR EL LOS ROC URI EID RNF RMT SAS SASU SARL EURL SA SNC SCI GMBH AG KG LTD BV NV SRL SL SPA MAI JUIN INST EREF SVWZ ' +
      'VOTRE NOTRE PAGO ZAHL MOTIF OBJET DEJA PAYE PAID ESC NET',
  ],
  [wordClass.percent, 'PCT PERCENT PROCENT PROZENT POURCENT'],
  [wordClass.currency, 'EUR CHF GBP USD SEK NOK DKK PLN CZK HUF JPY EUROS EURO'],
];

/** The payer's own reference, from where the payer stands. */
const foreignPairs = (
  'N REF,NOTRE REF,NOTRE REFERENCE,NOS REF,NOS REFERENCES,OUR REF,OUR REFERENCE,UNSER ZEICHEN,UNSERE REFERENZ,UNSERE REF,' +
  'NUESTRA REF,NUESTRA REFERENCIA,ONZE REF,ONS KENMERK,P O,B L,DEVIS SIGNE'
).split(',');

/** Two words that mean money given back only together. */
const refundPairs = (
  'AVOIR FOURNISSEUR,TROP PERCU,TROP VERSE,TROP PAYE,PAIEMENT INDU,DOUBLE PAIEMENT,DOUBLE REGLEMENT,DOUBLE VIREMENT,' +
  'RETOUR VIREMENT,RETOUR FONDS,SUPPLIER CREDIT,PAID TWICE,DUPLICATE PAYMENT,DOUBLE PAYMENT,DOPPELT BEZAHLT,DOPPELT GEZAHLT'
).split(',');

const classOfHash = new Map<number, WordClass>();
const bytes = (word: string): Uint8Array => Uint8Array.from(word, (character) => character.charCodeAt(0));
for (const [meaning, words] of vocabulary)
  for (const word of words.split(' ')) classOfHash.set(hashBytes(bytes(word), 0, word.length), meaning);

/** The class of the word that stands in these folded bytes. */
export const classOfWord = (codes: Uint8Array, from: number, to: number): WordClass =>
  to - from > 24 ? wordClass.none : (classOfHash.get(hashBytes(codes, from, to)) ?? wordClass.none);

const pairHashes = (pairs: readonly string[]): ReadonlySet<number> =>
  new Set(pairs.map((pair) => pair.replace(' ', '')).map((pair) => hashBytes(bytes(pair), 0, pair.length)));
const foreignPairHashes = pairHashes(foreignPairs);
const refundPairHashes = pairHashes(refundPairs);

/** Two neighbouring words, in one slice, behind which a number is the payer's own. */
export const isForeignPair = (codes: Uint8Array, from: number, to: number): boolean =>
  to - from <= 24 && foreignPairHashes.has(hashBytes(codes, from, to));
/** Two neighbouring words, in one slice, that speak of money given back. */
export const isRefundPair = (codes: Uint8Array, from: number, to: number): boolean =>
  to - from <= 24 && refundPairHashes.has(hashBytes(codes, from, to));
