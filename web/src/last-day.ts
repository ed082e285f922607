/** Days as the pages count them: from the last day that a bank told of, not from the clock of the browser. */
import { useAnswer, type Answer } from './answer.ts';
import { lettrage } from './session.ts';

export const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);

/** @returns the booking date of the newest payment; null: there is none. */
export function useLastDay(ledger: string): readonly [Answer<Readonly<{ day: string | null }>>, again: () => void] {
  return useAnswer(`last day ${ledger}`, async () => {
    const params = { path: { ledger }, query: { limit: 1 } };
    const { data, ...rest } = await lettrage.GET('/v1/ledgers/{ledger}/payments', { params });
    return { ...rest, ...(data !== undefined && { data: { day: data.items[0]?.bookingDate ?? null } }) };
  });
}
