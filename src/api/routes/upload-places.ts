import { ApiError } from '../errors.ts';

/** Long requests that hold a connection to the database, or much memory: so many at once, and no more. */
export function openPlaces(placeCount: number): <T>(work: () => Promise<T>) => Promise<T> {
  let takenCount = 0;
  /** @throws ApiError `api.uploads_busy` */
  return async (work) => {
    if (takenCount >= placeCount) throw new ApiError('api.uploads_busy');
    takenCount += 1;
    try {
      return await work();
    } finally {
      takenCount -= 1;
    }
  };
}
