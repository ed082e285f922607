/**
 * Names of elements, each made once: a file has some dozens of them, a million times.
 *
 * A name is found by its hash, which the reader computes while it looks for the end of the name, and compared where it
 * stands: no text is cut out of the file for a name that is known.
 */
import type { XmlWindow } from './xml-window.ts';

export type ElementName = Readonly<{
  /** As written: what the end tag has to repeat. */
  written: string;
  units: Uint16Array;
  /** Without its prefix: `ns2:Ntry` is `Ntry`. */
  local: string;
}>;

/** Finds or makes the name that stands in the window from `start` to `end`. `hash` is the {@link nextHash} of its units. */
type NameTable = (window: XmlWindow, start: number, end: number, hash: number) => ElementName;

export const firstHash = 5_381;
export const nextHash = (hash: number, unit: number): number => (Math.imul(hash, 33) ^ unit) & 0x3fff_ffff;

// More names than any message has; a file with more gets new ones each time.
const slotCount = 1_024;
const probeCount = 8;

export function nameTable(): NameTable {
  const slots: (ElementName | undefined)[] = Array.from({ length: slotCount }, () => undefined);
  return (window, start, end, hash) => {
    let slot = hash & (slotCount - 1);
    for (let probe = 0; probe < probeCount; probe++) {
      const known = slots[slot];
      if (known === undefined) break;
      if (known.units.length === end - start && standsAt(known, window, start)) return known;
      slot = (slot + 1) & (slotCount - 1);
    }
    const made = nameOf(window.text.slice(start, end));
    slots[slot] = made;
    return made;
  };
}

/** True when the name stands there; what follows may still belong to a longer one. */
export function standsAt({ units }: ElementName, window: XmlWindow, start: number): boolean {
  for (let index = 0; index < units.length; index++) {
    if (units[index] !== window.units[start + index]) return false;
  }
  return true;
}

function nameOf(text: string): ElementName {
  const written = asKey(text);
  const units = Uint16Array.from(written, (unit) => unit.charCodeAt(0));
  return { written, units, local: asKey(written.slice(written.indexOf(':') + 1)) };
}

/**
 * The same text as V8 keeps the keys of objects and the names in our source: compared by address, and no slice of the
 * piece of the file that it was cut from.
 */
const asKey = (text: string): string => Object.keys({ [text]: true })[0] ?? text;
