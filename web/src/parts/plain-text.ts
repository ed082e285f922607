/** Marks that turn the direction of what follows, so that a text reads otherwise than it is written. */
const turning = /[\u202A-\u202E\u2066-\u2069]/g;

/** The bank's words with such marks shown as boxes, one for one: places in the text stay where they are. */
export const plainText = (text: string): string => text.replaceAll(turning, '\u25AF');
