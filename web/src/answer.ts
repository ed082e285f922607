/** What the service was asked and has answered, as a page sees it: on its way, given, or refused with the reason. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { given } from '../../src/client/client.ts';
import { refusalOf } from './words/refusals.ts';

export type Answer<Data> =
  | Readonly<{ state: 'asked'; data: Data | null }>
  | Readonly<{ state: 'given'; data: Data }>
  | Readonly<{ state: 'refused'; code: string; says: string; data: Data | null }>;

type Asking<Data> = Readonly<{ data?: Data; error?: unknown; response: Response }>;

/**
 * Asks when `key` changes and when `again` is called. While it is asked again, what was known stays.
 *
 * @param ask - null: nothing is to be asked now.
 */
export function useAnswer<Data>(
  key: string,
  ask: (() => Promise<Asking<Data>>) | null,
): readonly [Answer<Data>, again: () => void] {
  const [answer, setAnswer] = useState<Answer<Data>>({ state: 'asked', data: null });
  const [round, setRound] = useState(0);
  const known = useRef('');
  useEffect(() => {
    let isWanted = true;
    const isSame = known.current === key;
    known.current = key;
    setAnswer(({ data }) => ({ state: 'asked', data: isSame ? data : null }));
    if (ask === null) return;
    void ask()
      .then((asked) => given(asked))
      .then(
        (data) => isWanted && setAnswer({ state: 'given', data }),
        (error: unknown) => isWanted && setAnswer(({ data }) => ({ state: 'refused', ...refusalOf(error), data })),
      );
    return () => {
      isWanted = false;
    };
  }, [key, round]);
  return [answer, useCallback(() => setRound((count) => count + 1), [])];
}
