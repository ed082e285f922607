import { useAnswer } from '../../answer.ts';
import { Amount, Day } from '../../parts/amount.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Given } from '../../parts/states.tsx';
import { CustomerLink } from '../../parts/customer-link.tsx';
import { addressOf, goTo } from '../../place.ts';
import { lettrage } from '../../session.ts';
import type { DisputeHistory } from '../../types.ts';
import { useSpeech } from '../../words/words.ts';
import { instantText } from '../../words/written.ts';
import type { DisputeFilter } from './dispute-list.tsx';
import { useReasonWord } from './reason-word.ts';

type Props = Readonly<{ ledger: string; disputeId: string; filter: DisputeFilter }>;

/** One dispute with all that happened to it. */
export function DisputeFile({ ledger, disputeId, filter }: Props) {
  const { t, term } = useSpeech();
  const reasonWord = useReasonWord();
  const [answer, again] = useAnswer(`dispute ${ledger} ${disputeId}`, () =>
    lettrage.GET('/v1/ledgers/{ledger}/disputes/{disputeId}', { params: { path: { ledger, disputeId } } }),
  );
  return (
    <Dialog
      title={answer.data?.item.documentNumber ?? t('disputes.list')}
      isWide
      onClose={() => goTo(addressOf(ledger, 'disputes', null, { ...filter }))}
    >
      <Given answer={answer} again={again}>
        {(dispute) => (
          <>
            <dl class="facts">
              <dt>{t('item.customer')}</dt>
              <dd>
                <CustomerLink ledger={ledger} customer={dispute.customer} />
              </dd>
              <dt>{t('disputes.cause')}</dt>
              <dd>
                <span class={`dot ${dispute.category.toLowerCase()}`} aria-hidden="true" /> {dispute.category} ·{' '}
                {term('category', dispute.category)} · {reasonWord(dispute.reason)}
              </dd>
              <dt>{t('item.amount')}</dt>
              <dd>
                <Amount {...dispute.amount} />
              </dd>
              <dt>{t('disputes.from')}</dt>
              <dd>{term('openedFrom', dispute.openedFrom)}</dd>
              <dt>{t('disputes.state')}</dt>
              <dd>
                {term('disputeState', dispute.state)}
                {dispute.resolution !== null && ` · ${term('resolution', dispute.resolution)}`}
              </dd>
            </dl>
            <Events events={dispute.events} />
          </>
        )}
      </Given>
    </Dialog>
  );
}

function Events({ events }: Readonly<{ events: DisputeHistory['events'] }>) {
  const { t, term, language } = useSpeech();
  return (
    <section class="stack tight">
      <h3>{t('customers.history')}</h3>
      <ol class="events">
        {events.map(({ kind, actor, happenedAt, comment, amount, owner, dueDate }, index) => (
          <li key={index}>
            <span class="soft small">{instantText(happenedAt, language)}</span>{' '}
            <strong>{term('disputeEvent', kind)}</strong> {t('customers.by', { actor })}{' '}
            {amount !== null && <Amount {...amount} />}{' '}
            {owner !== null && <span class="soft small">{t('disputes.ownedBy', { owner })}</span>}{' '}
            {dueDate !== null && (
              <span class="soft small">
                {t('disputes.nextStep')} <Day day={dueDate} />
              </span>
            )}
            {comment !== null && <p dir="auto">“{comment}”</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
