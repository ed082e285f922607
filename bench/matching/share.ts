/** A part of a whole: both counts, so that a reader can add shares up or hold them against each other. */
export type Share = Readonly<{ count: number; of: number; rate: number | null }>;

/** @returns rate null where the whole is nothing: no claim is made about nothing */
export const share = (count: number, of: number): Share => ({ count, of, rate: of === 0 ? null : count / of });

/** Those of `whole` for which `holds`. */
export const shareOf = <Row>(whole: readonly Row[], holds: (row: Row) => boolean): Share =>
  share(whole.filter(holds).length, whole.length);

export const sum = <Row>(rows: readonly Row[], value: (row: Row) => number): number =>
  rows.reduce((total, row) => total + value(row), 0);
