/** Days sales outstanding by count-back, with its definition and the months that were counted. */
import { useAnswer } from '../../answer.ts';
import { isZero } from '../../money.ts';
import { Amount } from '../../parts/amount.tsx';
import { ColumnChart } from '../../parts/chart.tsx';
import { Given, Notice } from '../../parts/states.tsx';
import { TableHead } from '../../parts/table-head.tsx';
import { lettrage } from '../../session.ts';
import type { SalesOutstanding } from '../../types.ts';
import { localeOf, useSpeech, type Language } from '../../words/words.ts';
import { addressWith, asOfQuery, type Question } from './question.ts';

export function Outstanding({ question }: Readonly<{ question: Question }>) {
  const { t, language } = useSpeech();
  const { ledger, asOf } = question;
  const [answer, again] = useAnswer(`dso ${ledger} ${asOf ?? ''}`, () =>
    lettrage.GET('/v1/ledgers/{ledger}/reports/days-sales-outstanding', {
      params: { path: { ledger }, query: asOfQuery(question) },
    }),
  );
  return (
    <section class="card stack">
      <h2>{t('reports.dso')}</h2>
      <Given answer={answer} again={again}>
        {(outstanding) => {
          const { days, owed, uncovered, months } = outstanding;
          if (days === null || (isZero(owed) && months.every(({ sales }) => isZero(sales))))
            return <Notice>{t('reports.noSales')}</Notice>;
          return (
            <>
              <p class="large">
                {Number(days).toLocaleString(localeOf(language))}{' '}
                <span class="small soft">{t('reports.daysOf', { count: Number(days) })}</span>
              </p>
              <p class="small">
                <a href={addressWith(question, { view: 'documents', customer: null, bucket: null })}>
                  {t('reports.netOwed')}
                </a>{' '}
                <Amount {...owed} />
              </p>
              <Months outstanding={outstanding} />
              {Number(uncovered.value) > 0 && (
                <p class="small warn">
                  {t('reports.uncovered')} <Amount {...uncovered} />
                </p>
              )}
              <p class="small soft">{t('reports.dsoMeaning')}</p>
            </>
          );
        }}
      </Given>
    </section>
  );
}

const monthText = (month: string, language: Language, style: 'short' | 'long'): string =>
  new Date(`${month}-01T00:00:00Z`).toLocaleDateString(localeOf(language), {
    month: style,
    timeZone: 'UTC',
    ...(style === 'long' && { year: 'numeric' }),
  });

/** The sales of the months that were counted; what of each is owed still is filled. */
function Months({ outstanding: { months } }: Readonly<{ outstanding: SalesOutstanding }>) {
  const { t, language } = useSpeech();
  const columns = months.toReversed().map(({ month, sales, days, counted }) => ({
    title: monthText(month, language, 'short'),
    size: Number(sales.value),
    filled: days === 0 ? 0 : Number(counted) / days,
  }));
  return (
    <>
      <ColumnChart label={t('reports.monthsChart', { count: months.length })} columns={columns} />
      <details>
        <summary class="small">{t('reports.asTable')}</summary>
        <table>
          <TableHead
            columns={[
              { title: t('reports.month') },
              { title: t('reports.sales'), isNumber: true },
              { title: t('reports.countedDays'), isNumber: true },
            ]}
          />
          <tbody>
            {months.map(({ month, sales, days, counted }) => (
              <tr key={month}>
                <th scope="row">{monthText(month, language, 'long')}</th>
                <td class="number">
                  <Amount {...sales} />
                </td>
                <td class="number">
                  {Number(counted).toLocaleString(localeOf(language))} / {days}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
