/** How much is matched without a person, and how much of that stood: the rate means nothing without the precision. */
import { useState } from 'preact/hooks';
import { useAnswer } from '../../answer.ts';
import { daysBefore, useLastDay } from '../../last-day.ts';
import { Amount } from '../../parts/amount.tsx';
import { ShareBar } from '../../parts/chart.tsx';
import { Given, Notice } from '../../parts/states.tsx';
import { addressOf } from '../../place.ts';
import { lettrage } from '../../session.ts';
import type { MatchingRates } from '../../types.ts';
import { localeOf, useSpeech, type Language } from '../../words/words.ts';
import { dayText } from '../../words/written.ts';
import { asOfQuery, type Question } from './question.ts';

/** @param ppm - parts per million; null: nothing to count. */
const percent = (ppm: number | null, language: Language): string =>
  ppm === null
    ? '—'
    : (ppm / 1_000_000).toLocaleString(localeOf(language), { style: 'percent', maximumFractionDigits: 2 });

const spans = [30, 90, 366] as const;

export function Rates({ question }: Readonly<{ question: Question }>) {
  const { t } = useSpeech();
  const { ledger, asOf } = question;
  const [days, setDays] = useState<number>(90);
  const [lastDay, again] = useLastDay(ledger);
  return (
    <section class="card stack">
      <div class="row apart">
        <h2>{t('reports.rates')}</h2>
        <select
          aria-label={t('reports.span')}
          value={String(days)}
          onChange={({ currentTarget }) => setDays(Number(currentTarget.value))}
        >
          {spans.map((span) => (
            <option key={span} value={span}>
              {t('reports.lastDays', { count: span })}
            </option>
          ))}
        </select>
      </div>
      <Given answer={lastDay} again={again}>
        {({ day }) =>
          day === null ? (
            <Notice>{t('reports.noPayment')}</Notice>
          ) : (
            <Span question={question} days={days} to={earlier(day, asOf)} />
          )
        }
      </Given>
    </section>
  );
}

/** The last day that is counted: what a bank told of, or what was asked for, a day or an instant. */
const earlier = (day: string, asOf: string | null): string =>
  asOf === null || asOf.slice(0, day.length) > day ? day : asOf.slice(0, day.length);

type SpanProps = Readonly<{ question: Question; days: number; to: string }>;

function Span({ question, days, to }: SpanProps) {
  const { ledger, asOf } = question;
  const from = daysBefore(to, days - 1);
  const [answer, again] = useAnswer(`rates ${ledger} ${from} ${to} ${asOf ?? ''}`, () =>
    lettrage.GET('/v1/ledgers/{ledger}/reports/matching', {
      params: { path: { ledger }, query: { from, to, ...asOfQuery(question) } },
    }),
  );
  return (
    <Given answer={answer} again={again}>
      {(rates) => <Figures question={question} rates={rates} />}
    </Given>
  );
}

function Figures({ question: { ledger, asOf }, rates }: Readonly<{ question: Question; rates: MatchingRates }>) {
  const { t, language } = useSpeech();
  const { automatic, byPersons, waiting, timeToApply } = rates;
  const part = (group: typeof automatic) => (
    <>
      {group.count.toLocaleString(localeOf(language))} · <Amount {...group.amount} />
    </>
  );
  return (
    <>
      <div class="pair">
        <p>
          <span class="large">{percent(rates.automaticPpm, language)}</span>
          <span class="small soft">{t('reports.automatic')}</span>
        </p>
        <p>
          <span class="large">{percent(rates.precisionPpm, language)}</span>
          <span class="small soft">{t('reports.precision')}</span>
        </p>
      </div>
      <ShareBar
        label={t('reports.rates')}
        shares={[
          { title: t('reports.byEngine'), size: automatic.count, tone: 'c', says: part(automatic) },
          { title: t('reports.byPersons'), size: byPersons.count, tone: 'a', says: part(byPersons) },
          {
            title: t('reports.waiting'),
            size: waiting.count,
            tone: 'e',
            says: part(waiting),
            ...(asOf === null && { href: addressOf(ledger, 'queue', null, { side: 'credit' }) }),
          },
        ]}
      />
      <dl class="figures small">
        <dt>{t('reports.automaticAmount')}</dt>
        <dd>{percent(rates.automaticAmountPpm, language)}</dd>
        <dt>{t('reports.reversals')}</dt>
        <dd>{percent(rates.reversalOfPersonsPpm, language)}</dd>
        <dt>{t('reports.medianTime')}</dt>
        <dd>{durationText(timeToApply.all.medianSeconds, language)}</dd>
      </dl>
      <p class="small soft">
        {t('reports.ratesMeaning', { from: dayText(rates.from, language), to: dayText(rates.to, language) })}
      </p>
    </>
  );
}

const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** In the largest unit of which there is a whole one. */
function durationText(seconds: number | null, language: Language): string {
  if (seconds === null) return '—';
  const [unit, size] = units.find(([, length]) => seconds >= length) ?? (['second', 1] as const);
  const formed = { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 1 } as const;
  return (seconds / size).toLocaleString(localeOf(language), formed);
}
