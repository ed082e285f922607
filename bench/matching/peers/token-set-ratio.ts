/**
 * How much of two texts is the same set of words, 0 to 100, as RapidFuzz 2 defines `token_set_ratio`: common words are
 * put in front of the rest of either side, and the best of the three comparisons counts. 100 when one holds the other.
 *
 * @see https://rapidfuzz.github.io/RapidFuzz/Usage/fuzz.html#token-set-ratio
 */

/** A text cut into its distinct words, lower case, anything but letters and digits taken as a blank. */
export const wordSetOf = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== ''),
  );

export function tokenSetRatio(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0;
  const common = [...one].filter((word) => other.has(word)).toSorted();
  const onlyOne = [...one].filter((word) => !other.has(word)).toSorted();
  const onlyOther = [...other].filter((word) => !one.has(word)).toSorted();
  if (common.length > 0 && (onlyOne.length === 0 || onlyOther.length === 0)) return 100;
  const [shared, first, second] = [common, onlyOne, onlyOther].map((words) => words.join(' ')) as [
    string,
    string,
    string,
  ];
  if (shared === '') return ratio(first, second);
  const withFirst = `${shared} ${first}`;
  const withSecond = `${shared} ${second}`;
  return Math.max(ratio(withFirst, withSecond), ratio(shared, withFirst), ratio(shared, withSecond));
}

/** Twice the longest common subsequence over both lengths, in per cent: edit distance without replacement. */
function ratio(one: string, other: string): number {
  const total = one.length + other.length;
  return total === 0 ? 100 : (200 * longestCommonSubsequence(one, other)) / total;
}

function longestCommonSubsequence(one: string, other: string): number {
  const row = new Uint16Array(other.length + 1);
  for (let i = 0; i < one.length; i += 1) {
    let diagonal = 0;
    const code = one.charCodeAt(i);
    for (let j = 0; j < other.length; j += 1) {
      const above = row[j + 1] ?? 0;
      row[j + 1] = code === other.charCodeAt(j) ? diagonal + 1 : Math.max(above, row[j] ?? 0);
      diagonal = above;
    }
  }
  return row[other.length] ?? 0;
}
