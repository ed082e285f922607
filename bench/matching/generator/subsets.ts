/** Whether a total tells which items it is made of: all sums of a short list, counted one by one. */

const mostItems = 16;

/** True when exactly one set of these amounts comes to the total. At most 16 amounts: 65,536 sums. */
export function hasOneSolution(amounts: readonly number[], total: number): boolean {
  if (amounts.length > mostItems) return false;
  const sums = new Float64Array(1 << amounts.length);
  let solutionCount = 0;
  for (let set = 1; set < sums.length; set += 1) {
    const lowest = 31 - Math.clz32(set & -set);
    const sum = (sums[set & (set - 1)] ?? 0) + (amounts[lowest] ?? 0);
    sums[set] = sum;
    if (sum === total) solutionCount += 1;
  }
  return solutionCount === 1;
}
