/** Log lines go to places that the books do not: no account number and no name may ride along. */

// An IBAN in one piece or in groups of four: country, check digits, 11 to 30 letters and digits.
const iban = /\b[A-Z]{2}\d{2}(?: ?[\dA-Z]{4}){2,7}(?: ?[\dA-Z]{1,4})?\b/gi;
// A national account number, or what else is long and made of digits.
const longNumber = /\d{9,}/g;
const mostCharacters = 300;

/** The text without account numbers, cut where it gets long. UUIDs and hashes stay readable. */
export function redact(text: string): string {
  const pieces = text.slice(0, mostCharacters).split(/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|\b[\da-f]{64}\b)/);
  // `split` keeps what it splits at, in the odd places.
  return pieces
    .map((piece, index) =>
      index % 2 === 1 ? piece : piece.replaceAll(iban, '[iban]').replaceAll(longNumber, '[number]'),
    )
    .join('');
}
