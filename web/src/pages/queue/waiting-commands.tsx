/** What was asked for a payment and waits for a second person: nothing of it is booked before somebody agrees. */
import { Aside } from '../../parts/aside.tsx';
import { limitsInWords } from '../../words/limits.ts';
import { plainText } from '../../parts/plain-text.ts';
import { addressOf } from '../../place.ts';
import type { QueuedPayment } from '../../types.ts';
import { useSpeech } from '../../words/words.ts';
import { instantText } from '../../words/written.ts';

export function WaitingCommands({
  ledger,
  queued: { waitingCommands },
}: Readonly<{ ledger: string; queued: QueuedPayment }>) {
  const speech = useSpeech();
  const { t, term, language } = speech;
  return waitingCommands.map(({ id, kind, author, reason, limits, requestedAt }) => (
    <Aside key={id}>
      <div>
        <strong>{t('waiting.asked', { author, what: term('command', kind) })}</strong>
        <q dir="auto">{plainText(reason)}</q>
        <span class="small">
          {t('done.waiting', { why: limitsInWords(limits, speech) })} ·{' '}
          <span class="soft">{instantText(requestedAt, language)}</span>
        </span>
      </div>
      <a href={addressOf(ledger, 'approvals')}>{t('nav.approvals')}</a>
    </Aside>
  ));
}
