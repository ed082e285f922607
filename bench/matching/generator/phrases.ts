/**
 * What payers write, by language and purpose. `{r}` stands for the reference or references, `{d}` a day, `{m}` a month,
 * `{p}` a percentage, `{n}` and `{t}` "n of t", `{c}` a customer's name, `{k}` a customer code.
 */
import type { NameLanguage } from './name-words.ts';

export type Purpose =
  | 'one'
  | 'many'
  | 'range'
  | 'plain'
  | 'account'
  | 'month'
  | 'order'
  | 'discount'
  | 'part'
  | 'instalment'
  | 'retention'
  | 'credit'
  | 'behalf'
  | 'group'
  | 'code'
  | 'advance'
  | 'settled';

type Phrases = Readonly<Record<Purpose, readonly string[]>>;

const list = (texts: string): readonly string[] => texts.split('|');

const french: Phrases = {
  one: list(
    'FACTURE {r}|FACT {r}|REGLT FACTURE {r}|PAIEMENT FAC {r}|FACT N° {r} DU {d}|{r}|V/FACTURE {r}|VOTRE FACT. {r}|RGT {r} MERCI|FAC NO {r} CPTE CLIENT',
  ),
  many: list('FACTURES {r}|FACT {r}|REGLEMENT FACT. {r}|NOS REGLT {r}|{r}|VOS FACTURES {r} MERCI|FACS {r}'),
  range: list('FACTURES {r}|FACT DE {r} INCLUS|REGLT FACTURES N° {r}'),
  plain: list('VIREMENT|REGLEMENT|PAIEMENT|VRT FOURNISSEUR|NOTRE REGLEMENT|PAIEMENT CLIENT|VIR|SELON ACCORD'),
  account: list(
    'SOLDE DE COMPTE|SOLDE COMPTE CLIENT|REGLEMENT RELEVE|SUIVANT RELEVE DU {d}|TOTALITE DU COMPTE|RELANCE DU {d}',
  ),
  month: list('FACTURES {m}|ECHEANCES {m}|RELEVE {m}|REGLEMENT MOIS DE {m}'),
  order: list('COMMANDE {r}|CDE {r}|BON DE COMMANDE {r}|V/CONFIRMATION CDE {r}'),
  discount: list('{o} ESCOMPTE {p}%|{o} ESC. {p} %|{o} - {p}% ESCOMPTE DEDUIT|{o}'),
  part: list('{o} ACOMPTE|{o} PARTIEL|{o} 1ER VERSEMENT|VERSEMENT SUR {r}|{o}'),
  instalment: list(
    '{o} ECHEANCE {n}/{t}|{o} ECH {n} SUR {t}|PLAN DE PAIEMENT {r} MENSUALITE {n}/{t}|{o} {n}E MENSUALITE',
  ),
  retention: list('{o} RG 5%|{o} RETENUE DE GARANTIE 5 %|{o} DEDUIT RG 5 PCT|{o} MOINS RETENUE GARANTIE'),
  credit: list('{o} AVOIR {x}|{o} - AVOIR {x}|{o} DEDUCTION AVOIR {x}|{o} MOINS {x}|{o}, AV {x}'),
  behalf: list('P/C {c} {o}|POUR COMPTE DE {c} {o}|{o} CLIENT {c}|{o} POUR {c}'),
  group: list('REGLEMENT GROUPE|REGLT FILIALES|PAIEMENT CENTRALISE|REGLT GROUPE {r}|COMPTES FILIALES {r}'),
  code: list('CLIENT {k}|COMPTE CLIENT {k}|V/CODE {k}|N° CLIENT {k} REGLEMENT'),
  advance: list('ACOMPTE SUR COMMANDE|AVANCE|ACOMPTE DEVIS {r}|PROVISION|VERSEMENT D AVANCE {m}'),
  settled: list('{o} (FACT {x} DEJA REGLEE)|{o} - {x} PAYEE LE {d}|{o} SUITE A {x} REGLEE'),
};

const german: Phrases = {
  one: list('RECHNUNG {r}|RG {r}|RE.-NR. {r}|RECHN. {r} VOM {d}|{r}|ZAHLUNG RECHNUNG {r}|IHRE RECHNUNG {r}'),
  many: list('RECHNUNGEN {r}|RG {r}|RE-NR {r}|{r}|AUSGLEICH RECHNUNGEN {r}'),
  range: list('RECHNUNGEN {r}|RG VON {r}'),
  plain: list('ZAHLUNG|UEBERWEISUNG|LIEFERANTENZAHLUNG|AUSGLEICH'),
  account: list('KONTOAUSGLEICH|SALDO LAUT AUSZUG {d}|ALLE OFFENEN POSTEN|MAHNUNG VOM {d}'),
  month: list('RECHNUNGEN {m}|FAELLIG {m}|MONAT {m}'),
  order: list('BESTELLUNG {r}|AUFTRAG {r}|BEST.-NR. {r}'),
  discount: list('{o} ABZGL {p}% SKONTO|{o} SKONTO {p} %|{o}'),
  part: list('{o} TEILZAHLUNG|{o} ABSCHLAG|A-CONTO {r}|{o}'),
  instalment: list('{o} RATE {n}/{t}|{o} RATE {n} VON {t}|RATENPLAN {r} {n}. RATE'),
  retention: list('{o} ABZGL 5% SICHERHEITSEINBEHALT|{o} EINBEHALT 5 %'),
  credit: list('{o} ABZGL GUTSCHRIFT {x}|{o} GS {x}|{o} MINUS {x}'),
  behalf: list('FUER {c} {o}|{o} KUNDE {c}|I.A. {c} {o}'),
  group: list('SAMMELZAHLUNG|ZAHLUNG TOCHTERGESELLSCHAFTEN {r}|KONZERNZAHLUNG'),
  code: list('KUNDE {k}|KD-NR {k}|KUNDENNUMMER {k}'),
  advance: list('ANZAHLUNG|VORAUSZAHLUNG {m}|ANZAHLUNG ANGEBOT {r}'),
  settled: list('{o} ({x} BEREITS BEZAHLT)|{o} - {x} ERLEDIGT AM {d}'),
};

const english: Phrases = {
  one: list('INVOICE {r}|INV {r}|PAYMENT INV {r}|{r}|INV NO {r} DATED {d}|YOUR INVOICE {r}'),
  many: list('INVOICES {r}|INV {r}|PAYMENT OF {r}|{r}|SETTLEMENT INVS {r}'),
  range: list('INVOICES {r}|INV NOS {r}'),
  plain: list('PAYMENT|BACS PAYMENT|SUPPLIER PAYMENT|REMITTANCE SENT'),
  account: list('ACCOUNT IN FULL|STATEMENT {d}|BALANCE OF ACCOUNT'),
  month: list('INVOICES {m}|STATEMENT {m}|{m} ACCOUNT'),
  order: list('ORDER {r}|PURCHASE ORDER {r}|PO {r}'),
  discount: list('{o} LESS {p}% DISCOUNT|{o} {p} PCT PROMPT PAYMENT|{o}'),
  part: list('{o} PART PAYMENT|{o} ON ACCOUNT OF|{o}'),
  instalment: list('{o} INSTALMENT {n} OF {t}|{o} PAYMENT {n}/{t}'),
  retention: list('{o} LESS 5% RETENTION|{o} RETENTION HELD 5%'),
  credit: list('{o} LESS CREDIT NOTE {x}|{o} CN {x}|{o} MINUS {x}'),
  behalf: list('ON BEHALF OF {c} {o}|{o} FOR {c}'),
  group: list('GROUP PAYMENT|SUBSIDIARIES {r}|GROUP SETTLEMENT'),
  code: list('ACCOUNT {k}|CUSTOMER {k}|A/C NO {k}'),
  advance: list('DEPOSIT|ADVANCE PAYMENT|PREPAYMENT QUOTE {r}'),
  settled: list('{o} ({x} ALREADY PAID)|{o} - {x} SETTLED {d}'),
};

const spanish: Phrases = {
  one: list('FACTURA {r}|FRA {r}|PAGO FRA. {r}|{r}|FRA {r} DE {d}|SU FACTURA {r}'),
  many: list('FACTURAS {r}|FRAS {r}|PAGO FACTURAS {r}|{r}'),
  range: list('FACTURAS {r}|FRAS DE LA {r}'),
  plain: list('PAGO|TRANSFERENCIA|PAGO PROVEEDORES|ABONO'),
  account: list('SALDO DE CUENTA|LIQUIDACION SALDO|SEGUN EXTRACTO {d}'),
  month: list('FACTURAS {m}|VENCIMIENTO {m}|EXTRACTO {m}'),
  order: list('PEDIDO {r}|N PEDIDO {r}|ORDEN {r}'),
  discount: list('{o} DTO PP {p}%|{o} DESCUENTO {p} %|{o}'),
  part: list('{o} A CUENTA|{o} PAGO PARCIAL|{o}'),
  instalment: list('{o} PLAZO {n}/{t}|{o} CUOTA {n} DE {t}'),
  retention: list('{o} RETENCION GARANTIA 5%|{o} MENOS 5% GARANTIA'),
  credit: list('{o} MENOS ABONO {x}|{o} ABONO {x}'),
  behalf: list('POR CUENTA DE {c} {o}|{o} CLIENTE {c}'),
  group: list('PAGO GRUPO|FILIALES {r}|PAGO CENTRALIZADO'),
  code: list('CLIENTE {k}|COD CLIENTE {k}'),
  advance: list('ANTICIPO|ANTICIPO PRESUPUESTO {r}|PROVISION {m}'),
  settled: list('{o} ({x} YA PAGADA)|{o} - {x} PAGADA {d}'),
};

const italian: Phrases = {
  one: list('FATTURA {r}|FATT. N. {r}|SALDO FT {r}|PAGAMENTO FT. {r} DEL {d}|{r}|VS FATTURA {r}'),
  many: list('FATTURE {r}|SALDO FT {r}|PAGAMENTO FATT. {r}|{r}'),
  range: list('FATTURE {r}|FT DAL {r}'),
  plain: list('BONIFICO|PAGAMENTO|SALDO|BONIFICO FORNITORE'),
  account: list('SALDO ESTRATTO CONTO|A SALDO|SALDO PARTITE APERTE {d}'),
  month: list('FATTURE {m}|SCADENZE {m}|ESTRATTO CONTO {m}'),
  order: list('ORDINE {r}|VS ORDINE {r}|ORD. {r}'),
  discount: list('{o} SCONTO {p}%|{o} SC. CASSA {p} %|{o}'),
  part: list('{o} ACCONTO|{o} PARZIALE|{o}'),
  instalment: list('{o} RATA {n}/{t}|{o} RATA {n} DI {t}'),
  retention: list('{o} RITENUTA A GARANZIA 5%|{o} TRATTENUTA 5 %'),
  credit: list('{o} NOTA CREDITO {x}|{o} MENO NC {x}'),
  behalf: list('PER CONTO DI {c} {o}|{o} CLIENTE {c}'),
  group: list('PAGAMENTO GRUPPO|SOCIETA CONTROLLATE {r}|SALDO GRUPPO'),
  code: list('CODICE CLIENTE {k}|CLIENTE {k}'),
  advance: list('ACCONTO|ANTICIPO ORDINE|ACCONTO PREVENTIVO {r}'),
  settled: list('{o} ({x} GIA PAGATA)|{o} - {x} SALDATA {d}'),
};

const dutch: Phrases = {
  one: list('FACTUUR {r}|FACT.NR. {r}|BETALING FACTUUR {r}|{r}|FACTUUR {r} VAN {d}|UW FACTUUR {r}'),
  many: list('FACTUREN {r}|FACT {r}|BETALING FACTUREN {r}|{r}'),
  range: list('FACTUREN {r}|FACT.NRS {r}'),
  plain: list('BETALING|OVERBOEKING|BETALING CREDITEUREN|VOLDAAN'),
  account: list('SALDO REKENING|OPENSTAAND SALDO {d}|VOLGENS OVERZICHT {d}'),
  month: list('FACTUREN {m}|OVERZICHT {m}|MAAND {m}'),
  order: list('BESTELLING {r}|ORDER {r}|ORDERNR {r}'),
  discount: list('{o} MINUS {p}% BETALINGSKORTING|{o} KORTING {p} %|{o}'),
  part: list('{o} DEELBETALING|{o} GEDEELTELIJK|{o}'),
  instalment: list('{o} TERMIJN {n}/{t}|{o} TERMIJN {n} VAN {t}'),
  retention: list('{o} INHOUDING 5% GARANTIE|{o} MINUS 5 % WAARBORG'),
  credit: list('{o} MINUS CREDITNOTA {x}|{o} CN {x}'),
  behalf: list('NAMENS {c} {o}|{o} VOOR {c}'),
  group: list('GROEPSBETALING|DOCHTERS {r}|CENTRALE BETALING'),
  code: list('KLANTNR {k}|DEBITEUR {k}|KLANT {k}'),
  advance: list('AANBETALING|VOORSCHOT {m}|AANBETALING OFFERTE {r}'),
  settled: list('{o} ({x} REEDS BETAALD)|{o} - {x} BETAALD {d}'),
};

export const phrases: Readonly<Record<NameLanguage, Phrases>> = {
  fr: french,
  de: german,
  en: english,
  es: spanish,
  it: italian,
  nl: dutch,
};

const months = (names: string): readonly string[] => names.split(' ');

/** January first. */
export const monthNames: Readonly<Record<NameLanguage, readonly string[]>> = {
  fr: months('JANVIER FEVRIER MARS AVRIL MAI JUIN JUILLET AOUT SEPTEMBRE OCTOBRE NOVEMBRE DECEMBRE'),
  de: months('JANUAR FEBRUAR MAERZ APRIL MAI JUNI JULI AUGUST SEPTEMBER OKTOBER NOVEMBER DEZEMBER'),
  en: months('JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER'),
  es: months('ENERO FEBRERO MARZO ABRIL MAYO JUNIO JULIO AGOSTO SEPTIEMBRE OCTUBRE NOVIEMBRE DICIEMBRE'),
  it: months('GENNAIO FEBBRAIO MARZO APRILE MAGGIO GIUGNO LUGLIO AGOSTO SETTEMBRE OTTOBRE NOVEMBRE DICEMBRE'),
  nl: months('JANUARI FEBRUARI MAART APRIL MEI JUNI JULI AUGUSTUS SEPTEMBER OKTOBER NOVEMBER DECEMBER'),
};

/** Between two ends of a range, and before the last of a list. */
export const rangeWords: Readonly<Record<NameLanguage, readonly string[]>> = {
  fr: ['A', 'AU', '->'],
  de: ['BIS', '-'],
  en: ['TO', 'THRU'],
  es: ['A LA', 'AL'],
  it: ['AL', 'A'],
  nl: ['T/M', 'TOT'],
};
export const andWords: Readonly<Record<NameLanguage, string>> = {
  fr: 'ET',
  de: 'UND',
  en: 'AND',
  es: 'Y',
  it: 'E',
  nl: 'EN',
};
