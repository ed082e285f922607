/** The first page: what waits, and where to begin. */
import { useAnswer } from '../answer.ts';
import { Given } from '../parts/states.tsx';
import { addressOf } from '../place.ts';
import { lettrage } from '../session.ts';
import { useSpeech } from '../words/words.ts';

export function TodayPage({ ledger }: Readonly<{ ledger: string }>) {
  const { t, term } = useSpeech();
  const path = { ledger };
  const [counts, again] = useAnswer(`counts ${ledger}`, () =>
    lettrage.GET('/v1/ledgers/{ledger}/review-queue/counts', { params: { path } }),
  );
  return (
    <div class="stack">
      <h1>{t('today.title')}</h1>
      <Given answer={counts} again={again}>
        {({ paymentCount, reasons }) =>
          paymentCount === 0 ? (
            <p class="card good">{t('today.allDone')}</p>
          ) : (
            <section class="card stack">
              <p class="headline">
                <strong class="number">{paymentCount.toLocaleString()}</strong> {t('today.waiting')}
              </p>
              <p>
                <a class="button main" href={addressOf(ledger, 'queue')}>
                  {t('today.start')}
                </a>
              </p>
              <h2>{t('today.reasons')}</h2>
              <ul class="bars">
                {reasons.map(({ reason, paymentCount: count }) => (
                  <li key={reason}>
                    <a href={addressOf(ledger, 'queue', null, { reason })}>{term('reason', reason)}</a>
                    <meter min={0} max={paymentCount} value={count} aria-label={term('reason', reason)} />
                    <span class="number">{count.toLocaleString()}</span>
                  </li>
                ))}
              </ul>
            </section>
          )
        }
      </Given>
    </div>
  );
}
