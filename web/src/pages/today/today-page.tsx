/** The first page: what waits for whom, where to begin, and for a newcomer what all this is. */
import { useAnswer } from '../../answer.ts';
import { useLastDay } from '../../last-day.ts';
import { Given } from '../../parts/states.tsx';
import { addressOf } from '../../place.ts';
import { lettrage } from '../../session.ts';
import type { ReviewCounts } from '../../types.ts';
import { localeOf, useSpeech } from '../../words/words.ts';
import { FirstFiles, FirstSteps } from './first-steps.tsx';
import { AlsoWaiting } from './also-waiting.tsx';

export function TodayPage({ ledger, actor }: Readonly<{ ledger: string; actor: string }>) {
  const { t } = useSpeech();
  const path = { ledger };
  const [lastDay, again] = useLastDay(ledger);
  const [counts, countAgain] = useAnswer(`counts ${ledger}`, () =>
    lettrage.GET('/v1/ledgers/{ledger}/review-queue/counts', { params: { path } }),
  );
  return (
    <div class="stack">
      <h1>{t('today.title')}</h1>
      <Given answer={lastDay} again={again}>
        {({ day }) =>
          day === null ? (
            <FirstFiles ledger={ledger} />
          ) : (
            <>
              {actor !== '' && <FirstSteps ledger={ledger} actor={actor} />}
              <Given answer={counts} again={countAgain}>
                {(waiting) => <Waiting ledger={ledger} counts={waiting} />}
              </Given>
              <AlsoWaiting ledger={ledger} />
            </>
          )
        }
      </Given>
    </div>
  );
}

/** How many payments wait, and why. */
function Waiting({ ledger, counts }: Readonly<{ ledger: string; counts: ReviewCounts }>) {
  const { t, term, language } = useSpeech();
  const { paymentCount, reasons } = counts;
  if (paymentCount === 0) return <p class="card good">{t('today.allDone')}</p>;
  const most = Math.max(...reasons.map((one) => one.paymentCount));
  return (
    <section class="card stack">
      <div class="row apart">
        <p class="headline">
          <strong>{paymentCount.toLocaleString(localeOf(language))}</strong> {t('today.waiting')}
        </p>
        <a class="button main" href={addressOf(ledger, 'queue')}>
          {t('today.start')}
        </a>
      </div>
      <h2>{t('today.reasons')}</h2>
      <ul class="bars counts">
        {reasons.map(({ reason, paymentCount: count }) => (
          <li key={reason}>
            <a href={addressOf(ledger, 'queue', null, { reason })}>{term('reason', reason)}</a>
            <meter min={0} max={most} value={count} aria-label={term('reason', reason)} />
            <span class="number">{count.toLocaleString(localeOf(language))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
