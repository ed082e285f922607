import { useState } from 'preact/hooks';
import { given } from '../../../../src/client/client.ts';
import { refusalIn } from '../../words/refusals.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { useToast } from '../../parts/toasts.tsx';
import { lettrage } from '../../session.ts';
import type { PaymentAssignment, QueuedPayment } from '../../types.ts';
import { useSpeech } from '../../words/words.ts';

type Asked = Readonly<{ assignee: string | null; question: string | null }>;
type Props = Readonly<{
  ledger: string;
  actor: string;
  queued: QueuedPayment;
  /** Names that the queue has shown: offered while one writes. */
  colleagues: readonly string[];
  tell: (says: string, undo: () => Promise<void>) => void;
  /** What stands now. */
  onAsked: (assignment: PaymentAssignment | null) => void;
  onClose: () => void;
}>;

/** A question to a colleague about a payment: it stays in the queue, with the name beside it. */
export function AskDialog({ ledger, actor, queued, colleagues, tell, onAsked, onClose }: Props) {
  const speech = useSpeech();
  const { t } = speech;
  const toast = useToast();
  const { payment, assignment } = queued;
  const [assignee, setAssignee] = useState(assignment?.assignee ?? '');
  const [question, setQuestion] = useState(assignment?.question ?? '');

  const before: Asked = { assignee: assignment?.assignee ?? null, question: assignment?.question ?? null };
  const say = async ({ assignee, question }: Asked) => {
    const params = { path: { ledger, paymentId: payment.id } };
    const body = { assignee, question };
    given(await lettrage.PUT('/v1/ledgers/{ledger}/review-queue/{paymentId}/assignment', { params, body }));
    const assignedAt = new Date().toISOString();
    onAsked(assignee === null ? null : { assignee, question, assignedBy: actor, assignedAt });
  };
  const ask = (asked: Asked) => {
    onClose();
    const says = asked.assignee === null ? t('ask.nobody') : t('ask.done', { name: asked.assignee });
    say(asked).then(
      () => tell(says, () => say(before)),
      (error: unknown) => toast({ kind: 'bad', says: t('done.refused', { says: refusalIn(error, speech) }) }),
    );
  };
  const name = assignee.trim();
  return (
    <Dialog title={t('ask.title')} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (name !== '') ask({ assignee: name, question: question.trim() === '' ? null : question.trim() });
        }}
      >
        <label class="field">
          {t('ask.whom')}
          <input
            autofocus
            list="colleagues"
            maxLength={100}
            value={assignee}
            onInput={({ currentTarget }) => setAssignee(currentTarget.value)}
          />
          <datalist id="colleagues">
            {colleagues.map((colleague) => (
              <option key={colleague} value={colleague} />
            ))}
          </datalist>
        </label>
        <label class="field">
          {t('ask.question')}
          <textarea
            rows={3}
            maxLength={2_000}
            value={question}
            onInput={({ currentTarget }) => setQuestion(currentTarget.value)}
          />
        </label>
        <div class="row">
          <button type="submit" class="main" disabled={name === ''}>
            {t('ask.do')}
          </button>
          {before.assignee !== null && (
            <button type="button" onClick={() => ask({ assignee: null, question: null })}>
              {t('ask.takeBack')}
            </button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
