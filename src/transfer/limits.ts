/** How long anything may take and how much of anything is looked at. Nothing on the way waits without a limit. */
export type TransferLimits = Readonly<{
  /** From the first packet to a session that can list. */
  connectMs: number;
  /** One question to the server: list, look, rename, create a folder. */
  operationMs: number;
  /** One file: a fixed allowance, and time for its size at a slow pace. */
  fetchFixedMs: number;
  fetchBytesPerSecond: number;
  /** Tries of one file; faults in a row after which the source is left for the next pull. */
  attempts: number;
  firstPauseMs: number;
  longestPauseMs: number;
  /** Between two looks at a file that is about to be fetched. */
  settleMs: number;
  /** Names looked at per folder and pull. */
  namesPerFolder: number;
  /** For a farewell that the server answers. */
  goodbyeMs: number;
}>;

export const transferLimits: TransferLimits = {
  connectMs: 20_000,
  operationMs: 30_000,
  fetchFixedMs: 30_000,
  fetchBytesPerSecond: 50_000,
  attempts: 5,
  firstPauseMs: 1_000,
  longestPauseMs: 60_000,
  settleMs: 2_000,
  namesPerFolder: 10_000,
  goodbyeMs: 2_000,
};

export const fetchDeadlineMs = (limits: TransferLimits, sizeBytes: number): number =>
  limits.fetchFixedMs + Math.ceil((sizeBytes * 1_000) / limits.fetchBytesPerSecond);

/**
 * Exponential backoff with full jitter: many sources that lost one server don't come back to it in step.
 *
 * @param faults - in a row, from 1.
 * @param random - in [0, 1).
 * @see "Exponential Backoff And Jitter", Marc Brooker, AWS Architecture Blog, 2015
 */
export const pauseMs = (limits: TransferLimits, faults: number, random: number): number =>
  Math.floor(random * Math.min(limits.longestPauseMs, limits.firstPauseMs * 2 ** (faults - 1)));
