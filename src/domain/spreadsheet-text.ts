/**
 * Text for a file that people open in a spreadsheet, which runs a cell that begins like a formula. Such a text gets a `'` in
 * front; so does one that has `'` and then such a beginning, so that a reader who takes one `'` off has what there was.
 *
 * For text only: an amount such as `-12.50` has to stay a number.
 *
 * @see OWASP, CSV Injection
 */
export const spreadsheetText = (text: string): string => (/^'*[=+\-@\t\r\n\0＝＋－＠]/.test(text) ? `'${text}` : text);
