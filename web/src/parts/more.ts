/** A list that grows page by page, as somebody asks for more. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { given } from '../../../src/client/client.ts';
import type { Answer } from '../answer.ts';
import { refusalOf } from '../words/refusals.ts';

export type Page<Item> = Readonly<{ items: readonly Item[]; next: string | null }>;
type Asking<Item> = Readonly<{ data?: Page<Item>; error?: unknown; response: Response }>;

export type Growing<Item> = Readonly<{
  answer: Answer<readonly Item[]>;
  /** Null: all is there. */
  more: (() => void) | null;
  again: () => void;
}>;

/**
 * @param ask - one page, after the one before.
 * @param order - of the same list: while another is asked for, what was known stays.
 */
export function useGrowing<Item>(
  key: string,
  ask: (after: string | undefined) => Promise<Asking<Item>>,
  order = '',
): Growing<Item> {
  const [answer, setAnswer] = useState<Answer<readonly Item[]>>({ state: 'asked', data: null });
  const [next, setNext] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const known = useRef('');

  const load = async (after: string | undefined, isWanted: () => boolean) => {
    try {
      const page = given(await ask(after));
      if (!isWanted()) return;
      setAnswer(({ data }) => ({
        state: 'given',
        data: after === undefined ? page.items : [...(data ?? []), ...page.items],
      }));
      setNext(page.next);
    } catch (error) {
      if (isWanted()) setAnswer(({ data }) => ({ state: 'refused', ...refusalOf(error), data }));
    }
  };
  useEffect(() => {
    let isWanted = true;
    const isSame = known.current === key;
    known.current = key;
    setAnswer(({ data }) => ({ state: 'asked', data: isSame ? data : null }));
    setNext(null);
    void load(undefined, () => isWanted);
    return () => {
      isWanted = false;
    };
  }, [key, order, round]);
  return {
    answer,
    more: next === null ? null : () => void load(next, () => true),
    again: useCallback(() => setRound((count) => count + 1), []),
  };
}
