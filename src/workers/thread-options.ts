/** How V8 runs a worker thread: a night is minutes of the same few hundred functions, and garbage that dies young. */
import { setFlagsFromString } from 'node:v8';
import type { ResourceLimits } from 'node:worker_threads';

/** Each of the two halves that young objects are copied between; V8's own is 16. */
export const semiSpaceMegabytes = 32;

/** Megabytes of a thread; the young generation is three times a half (`docs/decisions/0031`). */
export const threadMemory: ResourceLimits = {
  maxOldGenerationSizeMb: 512,
  maxYoungGenerationSizeMb: 3 * semiSpaceMegabytes,
};

/** Functions of threads that start from now on are compiled when they are first called, not after some hundred calls. */
export const hurryCompiler = (): void => {
  setFlagsFromString('--always-sparkplug');
};
