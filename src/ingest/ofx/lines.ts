/** How many lines end in a text: with LF, CRLF, or a lone CR. The text has to hold both halves of a CRLF. */
export function lineEndsIn(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === lineFeed || (code === carriageReturn && text.charCodeAt(index + 1) !== lineFeed)) count++;
  }
  return count;
}

const lineFeed = 10;
const carriageReturn = 13;
