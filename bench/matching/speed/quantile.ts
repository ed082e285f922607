/** The value that this part of the ascending values does not exceed; 0 of no values. */
export const quantile = (ascending: ArrayLike<number>, part: number): number =>
  ascending[Math.min(ascending.length - 1, Math.floor(ascending.length * part))] ?? 0;
