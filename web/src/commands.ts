/** Deciding: a command is asked once, its outcome is told, and can be undone. */
import { useCallback, useRef } from 'preact/hooks';
import { given, newKey, Refused } from '../../src/client/client.ts';
import { limitsInWords } from './words/limits.ts';
import { refusalIn } from './words/refusals.ts';
import { useToast } from './parts/toasts.tsx';
import { lettrage } from './session.ts';
import { localeOf, useSpeech, type Speech } from './words/words.ts';

type CommandAnswer = Readonly<{
  commandId: string;
  state: 'done' | 'waiting' | 'rejected' | 'withdrawn';
  outcome: unknown;
  approval: Readonly<{
    requestSha256: string;
    reasons: readonly Readonly<{ limit: string; found: string; allowed: string }>[];
  }> | null;
}>;
type Asking<Data> = Readonly<{ data?: Data; error?: unknown; response: Response }>;

export type Decide = (asked: {
  /** @param key - the id of the command; the same if it is asked again. */
  ask: (key: string) => Promise<Asking<CommandAnswer>>;
  /** Told when it is done; default: booked. */
  says?: string;
  /** After it is done, or waits for a second person. */
  onDone?: (state: CommandAnswer['state'], outcome: unknown) => void;
  /** After it was refused, or was undone. */
  onBack?: () => void;
}) => Promise<void>;

export type Decisions = Readonly<{
  decide: Decide;
  /** Tells of something that is no command, with its way back. */
  tell: (says: string, undo: () => Promise<void>) => void;
  undoLast: () => void;
}>;

const postingIn = (outcome: unknown): string | null =>
  typeof outcome === 'object' && outcome !== null && 'postingId' in outcome ? String(outcome.postingId) : null;

/** @returns how to decide, and how to undo the last decision. */
export function useDecisions(ledger: string): Decisions {
  const speech = useSpeech();
  const { t } = speech;
  const toast = useToast();
  const last = useRef<(() => void) | null>(null);

  const tell = useCallback(
    (says: string, undo: () => Promise<void>) => {
      const undoOnce = () => {
        last.current = null;
        undo().then(
          () => toast({ says: t('done.undone') }),
          (error: unknown) => toast({ kind: 'bad', says: t('done.refused', { says: refusalIn(error, speech) }) }),
        );
      };
      last.current = undoOnce;
      toast({ says, undo: undoOnce });
    },
    [speech, toast],
  );

  const decide = useCallback<Decide>(
    async ({ ask, says = t('done.booked'), onDone, onBack }) => {
      try {
        const answer = given(await ask(newKey()));
        onDone?.(answer.state, answer.outcome);
        const back = wayBack(ledger, answer, t('done.undo'));
        const told =
          answer.state === 'waiting'
            ? t('done.waiting', { why: limitsInWords(answer.approval?.reasons ?? [], speech) })
            : says;
        if (back === null) toast({ says: told });
        else tell(told, () => back().finally(onBack));
      } catch (error) {
        toast({ kind: 'bad', says: await refusalInWords(ledger, error, speech) });
        onBack?.();
      }
    },
    [ledger, speech, tell, toast],
  );

  return { decide, tell, undoLast: useCallback(() => last.current?.(), []) };
}

/** What was booked is taken back by its posting; what waits is withdrawn. Null: there is no way back. */
function wayBack(ledger: string, answer: CommandAnswer, reason: string): (() => Promise<void>) | null {
  const { commandId, state, outcome, approval } = answer;
  if (state === 'waiting' && approval !== null)
    return async () => {
      const params = { path: { ledger, approvalId: commandId } };
      const body = { requestSha256: approval.requestSha256, reason };
      given(await lettrage.POST('/v1/ledgers/{ledger}/approvals/{approvalId}/withdraw', { params, body }));
    };
  const postingId = postingIn(outcome);
  return postingId === null ? null : () => takeBack(ledger, postingId, reason);
}

/**
 * Takes a posting back, whole.
 *
 * @throws Refused
 */
export async function takeBack(ledger: string, postingId: string, reason: string): Promise<void> {
  const params = { path: { ledger, postingId }, header: { 'Idempotency-Key': newKey() } };
  given(await lettrage.POST('/v1/ledgers/{ledger}/postings/{postingId}/reverse', { params, body: { reason } }));
}

/** Why it was refused; when somebody was faster: who, with what, and when. */
async function refusalInWords(ledger: string, error: unknown, speech: Speech): Promise<string> {
  const { t, term, language } = speech;
  if (!(error instanceof Refused) || error.problem.code !== 'ledger.stale')
    return t('done.refused', { says: refusalIn(error, speech) });
  const { payment, openItem } = error.problem.details ?? {};
  const faster = await findLatest(ledger, payment ?? openItem ?? '');
  if (faster === null) return t('done.stale');
  const { actor, kind, doneAt } = faster;
  const at = new Date(doneAt).toLocaleTimeString(localeOf(language));
  return t('done.faster', { actor, what: term('command', kind), at });
}

const latestLookedAt = 50;

/** The latest command about a record, among those that were done last. */
async function findLatest(ledger: string, subjectId: string) {
  const { data } = await lettrage.GET('/v1/ledgers/{ledger}/commands', {
    params: { path: { ledger }, query: { limit: latestLookedAt } },
  });
  return data?.items.find(({ subjects }) => subjects.some(({ id }) => id === subjectId)) ?? null;
}
