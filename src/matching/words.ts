/** Words of bank texts that change what stands beside them, as keys (`key-text.ts`), in the languages of our payers. */
const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/**
 * The payer gives money back: never a payment of an invoice, whatever number is quoted. Words that banks print on
 * ordinary credits as well (`GUTSCHRIFT`, `AVOIR`, `ABONO`) are left out.
 */
export const refundWords = words(
  'REMBOURSEMENT REMBOURSEMENTS REMBOURSE REMBOURSEE REMBT REMB RBT RBST RESTITUTION RETROCESSION ' +
    'REFUND REFUNDS REFUNDED REIMBURSEMENT REIMBURSED OVERPAYMENT ' +
    'ERSTATTUNG RUECKERSTATTUNG RUCKERSTATTUNG RUECKZAHLUNG RUCKZAHLUNG RUECKVERGUETUNG RUCKVERGUTUNG ' +
    'LIEFERANTENGUTSCHRIFT ' +
    'REEMBOLSO REEMBOLSOS DEVOLUCION TERUGBETALING TERUGSTORTING TERUGGAVE RESTITUTIE RIMBORSO RIMBORSI RESTITUZIONE',
);

/** Two words that say so only together: a supplier's credit note paid out to us, money paid too much. */
export const refundPhrases = new Set(['AVOIR FOURNISSEUR', 'TROP PERCU', 'TROP VERSE', 'SUPPLIER CREDIT']);

/** The number after one of these is an order, a contract, a delivery, a customer or a supplier, though it may look like an invoice. */
export const otherPurposeWords = words(
  'CDE CMDE COMMANDE CMD BC BDC BL LIVRAISON DEVIS CONTRAT DOSSIER CLIENT CLT FOURNISSEUR MANDAT RUM SINISTRE ' +
    'ORDER PO QUOTE CONTRACT CUSTOMER SUPPLIER VENDOR DELIVERY MANDATE ' +
    'BESTELLUNG BESTELLNR AUFTRAG ANGEBOT VERTRAG KUNDE KUNDENNR KDNR LIEFERSCHEIN LIEFERANT ' +
    'PEDIDO CONTRATO CLIENTE ALBARAN PROVEEDOR BESTELLING KLANT KLANTNR LEVERANCIER ORDINE CONTRATTO FORNITORE',
);

/** May stand between such a word and its number. */
export const numberWords = words('N NO NR NUM NUMERO NUMMER NUMBER');

export const phoneWords = words('TEL TELEPHONE TELEFON TELEFONO TELEFOON PHONE FAX GSM MOBILE MOBIL HANDY');
export const companyNumberWords = words('SIRET SIREN RCS KVK HRB');
export const vatWords = words('TVA VAT UST USTID USTIDNR MWST BTW IVA CIF NIF');
/** May stand between a VAT word and its number. */
export const vatFillers = words('N NO NR NUM NUMERO ID IDNR INTRA INTRACOM INTRACOMMUNAUTAIRE NUMBER');
/** Before a day written without separators. */
export const dateWords = words('DU LE AU VOM AM DATED DATE VAN DEL');
