/** The check digit of Swiss QR and ISR references. */

const carries = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5];

/**
 * True when the last digit is the check digit of those before it.
 *
 * @param digits - digits only; leading zeros belong to the reference.
 * @see Swiss Implementation Guidelines QR-bill, annex B: modulo 10, recursive.
 */
export function hasRecursiveCheckDigit(digits: string): boolean {
  let carry = 0;
  for (let index = 0; index < digits.length - 1; index++) {
    carry = carries[(carry + digits.charCodeAt(index) - 48) % 10] ?? 0;
  }
  return (10 - carry) % 10 === digits.charCodeAt(digits.length - 1) - 48;
}
