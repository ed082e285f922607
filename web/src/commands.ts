/** Deciding: a command is asked once, its outcome is told, and can be undone. */
import { useCallback, useRef } from 'preact/hooks';
import { given, newKey } from '../../src/client/client.ts';
import { refusalOf } from './answer.ts';
import { useToast } from './parts/toasts.tsx';
import { lettrage } from './session.ts';
import { useSpeech } from './words/words.ts';

type CommandAnswer = Readonly<{
  state: 'done' | 'waiting' | 'rejected' | 'withdrawn';
  outcome: unknown;
  approval: Readonly<{ reasons: readonly Readonly<{ limit: string; found: string; allowed: string }>[] }> | null;
}>;
type Asking = Readonly<{ data?: CommandAnswer; error?: unknown; response: Response }>;

export type Decide = (asked: {
  /** @param key - the id of the command; the same if it is asked again. */
  ask: (key: string) => Promise<Asking>;
  /** Told when it is done; default: booked. */
  says?: string;
  /** After it is done or waits for a second person. */
  onDone?: () => void;
  /** After it was refused, or was undone. */
  onBack?: () => void;
}) => Promise<void>;

const postingIn = (outcome: unknown): string | null =>
  typeof outcome === 'object' && outcome !== null && 'postingId' in outcome ? String(outcome.postingId) : null;

/** @returns how to decide, and how to undo the last decision. */
export function useDecisions(ledger: string): Readonly<{ decide: Decide; undoLast: () => void }> {
  const { t } = useSpeech();
  const toast = useToast();
  const last = useRef<(() => void) | null>(null);

  const decide = useCallback<Decide>(
    async ({ ask, says, onDone, onBack }) => {
      try {
        const { state, outcome, approval } = given(await ask(newKey()));
        onDone?.();
        if (state === 'waiting') {
          const why = approval?.reasons
            .map(({ limit, found, allowed }) => `${limit}: ${found} > ${allowed}`)
            .join('; ');
          toast({ says: t('done.waiting', { why: why ?? '' }) });
          return;
        }
        const postingId = postingIn(outcome);
        if (postingId === null) {
          toast({ says: says ?? t('done.booked') });
          return;
        }
        const undo = () => {
          last.current = null;
          void takeBack(postingId, onBack);
        };
        last.current = undo;
        toast({ says: says ?? t('done.booked'), undo });
      } catch (error) {
        const { code, says: why } = refusalOf(error);
        toast({ kind: 'bad', says: code === 'ledger.stale' ? t('done.stale') : t('done.refused', { says: why }) });
        onBack?.();
      }
    },
    [ledger, t],
  );

  const takeBack = async (postingId: string, onBack?: () => void) => {
    const params = { path: { ledger, postingId }, header: { 'Idempotency-Key': newKey() } };
    try {
      given(
        await lettrage.POST('/v1/ledgers/{ledger}/postings/{postingId}/reverse', {
          params,
          body: { reason: t('done.undo') },
        }),
      );
      toast({ says: t('done.undone') });
    } catch (error) {
      toast({ kind: 'bad', says: t('done.refused', { says: refusalOf(error).says }) });
    }
    onBack?.();
  };

  return { decide, undoLast: useCallback(() => last.current?.(), []) };
}
