/** The poste client at a glance: who owes what for how long, how fast money comes, and how well it is matched. */
import { useAnswer } from '../answer.ts';
import { Amount, Day } from '../parts/amount.tsx';
import { GrowingTable } from '../parts/growing-table.tsx';
import { useGrowing } from '../parts/more.ts';
import { Given, Notice } from '../parts/states.tsx';
import { addressOf } from '../place.ts';
import { lettrage } from '../session.ts';
import { useSpeech } from '../words/words.ts';
import { Synthesis } from './disputes.tsx';

export const ReportsPage = ({ ledger }: Readonly<{ ledger: string }>) => {
  const { t } = useSpeech();
  return (
    <div class="stack">
      <h1>{t('nav.reports')}</h1>
      <div class="tiles">
        <Rates ledger={ledger} />
        <Outstanding ledger={ledger} />
      </div>
      <AgedBalance ledger={ledger} />
      <Unapplied ledger={ledger} />
      <Synthesis ledger={ledger} />
    </div>
  );
};

/** @param ppm - parts per million; null: nothing to count. */
const percent = (ppm: number | null, language: string): string =>
  ppm === null ? '—' : `${(ppm / 10_000).toLocaleString(language, { maximumFractionDigits: 2 })} %`;

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

function Rates({ ledger }: Readonly<{ ledger: string }>) {
  const { t, language } = useSpeech();
  const [answer, again] = useAnswer(`rates ${ledger}`, () =>
    lettrage.GET('/v1/ledgers/{ledger}/reports/matching', {
      params: { path: { ledger }, query: { from: daysAgo(90), to: daysAgo(0) } },
    }),
  );
  return (
    <section class="card stack">
      <h2>{t('reports.rates')}</h2>
      <Given answer={answer} again={again}>
        {(rates) => (
          <>
            <dl class="figures">
              <dt>{t('reports.automatic')}</dt>
              <dd>{percent(rates.automaticPpm, language)}</dd>
              <dt>{t('reports.precision')}</dt>
              <dd>{percent(rates.precisionPpm, language)}</dd>
              <dt>{t('reports.reversals')}</dt>
              <dd>{percent(rates.reversalOfPersonsPpm, language)}</dd>
            </dl>
            <p class="small soft">
              {t('reports.ratesMeaning')} <Day day={rates.from} /> – <Day day={rates.to} />
            </p>
          </>
        )}
      </Given>
    </section>
  );
}

function Outstanding({ ledger }: Readonly<{ ledger: string }>) {
  const { t } = useSpeech();
  const [answer, again] = useAnswer(`dso ${ledger}`, () =>
    lettrage.GET('/v1/ledgers/{ledger}/reports/days-sales-outstanding', { params: { path: { ledger } } }),
  );
  return (
    <section class="card stack">
      <h2>{t('reports.dso')}</h2>
      <Given answer={answer} again={again}>
        {({ days, owed, months }) => (
          <>
            <dl class="figures">
              <dt>{t('reports.days')}</dt>
              <dd>{days ?? '—'}</dd>
              <dt>{t('reports.owed')}</dt>
              <dd>
                <Amount {...owed} />
              </dd>
            </dl>
            <p class="small soft">{t('reports.dsoMeaning', { count: months.length })}</p>
          </>
        )}
      </Given>
    </section>
  );
}

function AgedBalance({ ledger }: Readonly<{ ledger: string }>) {
  const { t } = useSpeech();
  const [head, again] = useAnswer(`aged ${ledger}`, () =>
    lettrage.GET('/v1/ledgers/{ledger}/reports/aged-balance', { params: { path: { ledger }, query: { limit: 1 } } }),
  );
  const list = useGrowing(`aged rows ${ledger}`, (after) =>
    lettrage.GET('/v1/ledgers/{ledger}/reports/aged-balance', {
      params: { path: { ledger }, query: { limit: 50, ...(after !== undefined && { after }) } },
    }),
  );
  return (
    <section class="card stack">
      <Given answer={head} again={again}>
        {({ day, buckets, totals }) => {
          const titles = bucketTitles(buckets, t('reports.notDue'), t('reports.over'));
          const columns = [
            { title: t('item.customer') },
            ...titles.map((title) => ({ title, isNumber: true })),
            { title: t('customers.credits'), isNumber: true },
            { title: t('reports.total'), isNumber: true },
          ];
          return (
            <>
              <h2>
                {t('reports.aged')} <span class="soft small">{t('reports.asOf')}</span> <Day day={day} />
              </h2>
              {totals.map(({ notDue, pastDue, owed }) => (
                <Ages key={owed.currency} titles={titles} amounts={[notDue, ...pastDue]} owed={owed} />
              ))}
              <GrowingTable
                list={list}
                label={t('reports.aged')}
                columns={columns}
                row={({ customer, notDue, pastDue, credits, owed }) => (
                  <tr key={`${customer.id} ${owed.currency}`}>
                    <td>
                      <a href={addressOf(ledger, 'customers', customer.id)} dir="auto">
                        {customer.name}
                      </a>
                    </td>
                    {[notDue, ...pastDue].map((amount, index) => (
                      <td key={index} class="number">
                        <Amount {...amount} />
                      </td>
                    ))}
                    <td class="number">
                      <Amount {...credits} />
                    </td>
                    <td class="number">
                      <strong>
                        <Amount {...owed} />
                      </strong>
                    </td>
                  </tr>
                )}
              />
            </>
          );
        }}
      </Given>
    </section>
  );
}

/** `not due`, `1–30`, … , `over 90`: one more than there are limits, and the one that is not due. */
const bucketTitles = (limits: readonly number[], notDue: string, over: string): readonly string[] => [
  notDue,
  ...limits.map((limit, index) => `${(limits[index - 1] ?? 0) + 1}–${limit}`),
  `${over} ${limits.at(-1) ?? 0}`,
];

type AmountValue = Readonly<{ value: string; currency: string }>;

/** What is owed in one currency as one bar; every part with its amount below, for those who would rather read. */
function Ages({
  titles,
  amounts,
  owed,
}: Readonly<{ titles: readonly string[]; amounts: readonly AmountValue[]; owed: AmountValue }>) {
  // Shares of a bar, not money: here a float does no harm.
  const whole = Math.max(Number(owed.value), 1);
  return (
    <figure class="ages">
      <div
        class="bar"
        role="img"
        aria-label={titles.map((title, index) => `${title}: ${amounts[index]?.value ?? ''}`).join(', ')}
      >
        {amounts.map(({ value }, index) => (
          <span key={titles[index]} class={`age-${index}`} style={{ width: `${(100 * Number(value)) / whole}%` }} />
        ))}
      </div>
      <figcaption class="row">
        {amounts.map((amount, index) => (
          <span key={titles[index]} class="small">
            <span class={`dot age-${index}`} /> {titles[index]} <Amount {...amount} />
          </span>
        ))}
        <strong class="small">
          <Amount {...owed} />
        </strong>
      </figcaption>
    </figure>
  );
}

function Unapplied({ ledger }: Readonly<{ ledger: string }>) {
  const { t, term } = useSpeech();
  const [answer, again] = useAnswer(`unapplied ${ledger}`, () =>
    lettrage.GET('/v1/ledgers/{ledger}/reports/unapplied-cash', { params: { path: { ledger } } }),
  );
  return (
    <section class="card stack">
      <h2>{t('reports.unapplied')}</h2>
      <Given answer={answer} again={again}>
        {({ ages, items }) =>
          items.length === 0 ? (
            <Notice>{t('app.empty')}</Notice>
          ) : (
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('reports.kind')}</th>
                  {bucketTitles(ages, '', t('reports.over'))
                    .slice(1)
                    .map((title) => (
                      <th key={title} scope="col" class="number">
                        {title}
                      </th>
                    ))}
                  <th scope="col" class="number">
                    {t('reports.total')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {items.map(({ kind, amount, byAge }) => (
                  <tr key={`${kind} ${amount.currency}`}>
                    <th scope="row">
                      {kind.startsWith('money') ? (
                        <a href={addressOf(ledger, 'queue')}>{term('unapplied', kind)}</a>
                      ) : (
                        term('unapplied', kind)
                      )}
                    </th>
                    {byAge.map((bucket, index) => (
                      <td key={index} class="number">
                        {bucket.count === 0 ? '' : <Amount {...bucket.amount} />}
                      </td>
                    ))}
                    <td class="number">
                      <Amount {...amount} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Given>
    </section>
  );
}
