/** The files of these nights from which nothing may be published, each for a reason that really happens. */
import { camt053File } from './camt053-file.ts';
import { accounts, bankingDayBefore, bookingDate } from './company.ts';
import type { BookedEntry, Night } from './model.ts';
import { decimalComma } from './money-text.ts';
import { codes, credit, debit, payment, review } from './scenarios/entries.ts';
import { statementOf } from './statement.ts';

const unpublished = review('no_reference_found');

const booked = (bankReference: string) => ({ scenario: 'not_published', bankReference });

function entriesOfSavings(night: Night): readonly BookedEntry[] {
  if (night === 2) {
    const rent = payment({
      amountMinor: 640_00n,
      name: 'LOCATAIRE GARAGE',
      remittance: ['LOYER'],
      expected: unpublished,
    });
    const fee = payment({ amountMinor: 4_20n, expected: unpublished });
    return [
      { ...credit('C', [rent]), ...booked('BCLA260303000118') },
      { ...debit('C', fee, codes.fee, 'FRAIS', { shows: 'none' }), ...booked('BCLA260303000254') },
    ];
  }
  if (night === 3) {
    const deposit = payment({ amountMinor: 5_000_00n, name: 'VERRERIE DU LAYON SARL', expected: unpublished });
    const interest = payment({ amountMinor: 31_77n, expected: unpublished });
    return [
      { ...credit('C', [deposit]), ...booked('BCLA260304000071') },
      {
        ...credit('C', [interest], { code: codes.interest, shows: 'none', label: 'INTERETS' }),
        ...booked('BCLA260304000102'),
      },
    ];
  }
  return [];
}

/** The closing balance is ten cents more than the entries say. */
export function unbalancedFile(): string {
  const statement = statementOf('C', 2, entriesOfSavings);
  return camt053File({ ...statement, closingMinor: statement.closingMinor + 10n }, '08');
}

/** The transfer broke off inside the second entry. */
export function truncatedFile(): string {
  const whole = camt053File(statementOf('C', 3, entriesOfSavings), '08');
  return whole.slice(0, whole.indexOf('BCLA260304000102') + 'BCLA26030400'.length);
}

/** A sound statement, in the French style of `:86:`, of an account that the books do not have. */
export function unknownAccountFile(): string {
  const { iban, openingMinor, firstSequence } = accounts.D;
  const shortDay = bookingDate(3).replaceAll('-', '').slice(2);
  const shortDayBefore = bankingDayBefore(3).replaceAll('-', '').slice(2);
  const received = 1_206_40n;
  const charged = 12_90n;
  const closing = decimalComma(openingMinor + received - charged);
  return [
    `:20:${shortDay}77190301`,
    `:25:${iban}`,
    `:28C:${firstSequence}/1`,
    `:60F:C${shortDayBefore}EUR${decimalComma(openingMinor)}`,
    `:61:${shortDay}${shortDay.slice(2)}C${decimalComma(received)}NTRFNONREF//0304118`,
    ':86:VIR SEPA RECU /FRM ATELIER BRUNELLIERE /EID NOTPROVIDED /RNF LOYER',
    'MACHINE A GRAVER MARS 2026',
    `:61:${shortDay}${shortDay.slice(2)}D${decimalComma(charged)}NCHGNONREF//0304265`,
    ':86:FRAIS DE TENUE DE COMPTE MARS 2026',
    `:62F:C${shortDay}EUR${closing}`,
    '-',
    '',
  ].join('\r\n');
}
