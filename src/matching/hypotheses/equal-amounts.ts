/** Items outside a set that have the amount of one inside: the sum does not tell which of the two was paid. */

/**
 * Whether members could be exchanged: `equal_outside`, or `some_equal_outside` where most, two at least, stand
 * beyond exchange: then another set is no likelier than one without equals.
 *
 * @param amounts - of all that could be members, by place.
 * @param members - places in `amounts`.
 */
export function notesOfEquals(amounts: Float64Array, members: readonly number[]): readonly string[] {
  const inside = new Set(members);
  const outside = new Set<number>();
  for (let place = 0; place < amounts.length; place += 1) if (!inside.has(place)) outside.add(amounts[place] ?? 0);
  const fixed = members.filter((place) => !outside.has(amounts[place] ?? 0)).length;
  if (fixed === members.length) return [];
  const areMostFixed = fixed > 1 && fixed > members.length - fixed;
  return [areMostFixed ? 'some_equal_outside' : 'equal_outside'];
}
