import { Amount, Day } from '../../parts/amount.tsx';
import { plainText } from '../../parts/plain-text.ts';
import type { QueuedPayment } from '../../types.ts';
import { useSpeech } from '../../words/words.ts';

/** In CSS pixels. */
export const rowHeight = 72;

/** A payment of the list: who, how much, in which words, why it waits and who is at it. */
export function QueueRow({
  queued,
  openAt,
  isChosen,
  onChoose,
}: Readonly<{
  queued: QueuedPayment;
  /** At whose desk, if not one's own; null: nobody's. */
  openAt: string | null;
  isChosen: boolean;
  onChoose: () => void;
}>) {
  const { t, term } = useSpeech();
  const { payment, reason, assignment, waitingCommands } = queued;
  const text = payment.remittance.join(' ');
  return (
    <div class="queue-row" role="option" aria-selected={isChosen} onClick={onChoose}>
      <div>
        <span class="payer cut" dir="auto">
          {plainText(payment.counterpartyName ?? t('payment.unknownPayer'))}
        </span>
        <Amount {...payment.unapplied} isOut={payment.side === 'debit'} />
      </div>
      <div class="soft small">
        <span class="cut" dir="auto">
          {plainText(text.slice(0, 160))}
        </span>
      </div>
      <div class="soft small">
        <span class="cut">{term('reason', reason)}</span>
        {waitingCommands.length > 0 && <span class="tag warn">{t('waiting.tag')}</span>}
        {openAt !== null && <span class="tag warn">{t('claim.open', { actor: openAt })}</span>}
        {openAt === null && assignment !== null && assignment.assignee !== null && (
          <span class="tag">{t('ask.of', { name: assignment.assignee })}</span>
        )}
        <span class="when">
          <Day day={payment.bookingDate} />
        </span>
      </div>
    </div>
  );
}
