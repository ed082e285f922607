/**
 * The code of a letter group as people write it: A…Z, AA, AB… from its number, 1 upwards; lower case while partial.
 *
 * The code is presentation. The group's identity is its UUID; a number is issued once per account and customer.
 */
export function letteringCode(codeNumber: number, isBalanced: boolean): string {
  let code = '';
  for (let rest = codeNumber; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    code = String.fromCharCode(65 + ((rest - 1) % 26)) + code;
  }
  return isBalanced ? code : code.toLowerCase();
}

/**
 * The number of a code, whether its group is whole or partial: the inverse of {@link letteringCode}.
 *
 * @returns null for what is no code: other characters, or more than six letters.
 */
export function letteringNumber(code: string): number | null {
  if (!/^[a-z]{1,6}$/i.test(code)) return null;
  let number = 0;
  for (const letter of code.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}
