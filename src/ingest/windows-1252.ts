/** Windows-1252 of bytes that were read as latin1. `TextDecoder` of Node 20 reads it as latin1, and loses the euro sign. */

// What stands where latin1 has control characters; five places are empty and stay as they are.
const letters = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

export const fromWindows1252 = (latin1: string): string =>
  latin1.replace(/[\u0080-\u009F]/g, (character) => letters.charAt(character.charCodeAt(0) - 0x80));
