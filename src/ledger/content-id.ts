import { hash } from 'node:crypto';

/**
 * The id of a fact, made from what it is: the same file read twice, or again after a crash, names the same rows.
 *
 * A UUID of version 8 over SHA-256, equal to the SQL function `content_id` of the migrations.
 *
 * @param parts - what makes the fact itself, kind first; joined by `|`.
 * @see RFC 9562 section 5.8
 */
export function contentId<Id extends string>(...parts: readonly (string | number)[]): Id {
  const h = hash('sha256', parts.join('|'), 'hex');
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-8${h.slice(13, 16)}-8${h.slice(17, 20)}-${h.slice(20, 32)}` as Id;
}
