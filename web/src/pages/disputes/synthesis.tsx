/** The table A–E as it is read in meetings: all that is overdue by cause, and how it changed; each row opens its disputes. */
import { useState } from 'preact/hooks';
import { useAnswer } from '../../answer.ts';
import { daysBefore } from '../../last-day.ts';
import { differenceOf } from '../../money.ts';
import { Amount, Day, type AmountValue } from '../../parts/amount.tsx';
import { ShareBar } from '../../parts/chart.tsx';
import { ScrollBox } from '../../parts/scroll-box.tsx';
import { Given, Notice } from '../../parts/states.tsx';
import { TableHead } from '../../parts/table-head.tsx';
import { addressOf } from '../../place.ts';
import { lettrage } from '../../session.ts';
import type { DisputeSynthesis } from '../../types.ts';
import { localeOf, useSpeech } from '../../words/words.ts';

const spans = [7, 30, 90] as const;

/** @param asOf - a day or an instant; null: now. */
export function Synthesis({ ledger, asOf }: Readonly<{ ledger: string; asOf: string | null }>) {
  const { t } = useSpeech();
  const [days, setDays] = useState<number>(30);
  const since = daysBefore((asOf ?? new Date().toISOString()).slice(0, 10), days);
  const [answer, again] = useAnswer(`synthesis ${ledger} ${asOf ?? ''} ${since}`, () =>
    lettrage.GET('/v1/ledgers/{ledger}/reports/dispute-synthesis', {
      params: { path: { ledger }, query: { since, ...(asOf !== null && { asOf }) } },
    }),
  );
  return (
    <section class="card stack">
      <div class="row apart">
        <h2>{t('disputes.synthesis')}</h2>
        <select
          aria-label={t('disputes.compared')}
          value={String(days)}
          onChange={({ currentTarget }) => setDays(Number(currentTarget.value))}
        >
          {spans.map((span) => (
            <option key={span} value={span}>
              {t('disputes.comparedTo', { count: span })}
            </option>
          ))}
        </select>
      </div>
      <Given answer={answer} again={again}>
        {({ now, former }) =>
          now.total.invoiceCount === 0 ? (
            <Notice>{t('disputes.nothingOverdue')}</Notice>
          ) : (
            <>
              <Bar ledger={ledger} synthesis={now} />
              <ScrollBox label={t('disputes.synthesis')}>
                <SynthesisTable ledger={ledger} now={now} former={former} since={since} />
              </ScrollBox>
            </>
          )
        }
      </Given>
    </section>
  );
}

type Status = DisputeSynthesis['rows'][number]['status'];

const hrefOf = (ledger: string, status: Status): string | undefined =>
  status === 'unqualified' ? undefined : addressOf(ledger, 'disputes', null, { category: status });

function Bar({ ledger, synthesis }: Readonly<{ ledger: string; synthesis: DisputeSynthesis }>) {
  const { t, term, language } = useSpeech();
  return (
    <ShareBar
      label={t('disputes.synthesis')}
      shares={synthesis.rows.map(({ status, amount, sharePermille }) => ({
        title: status === 'unqualified' ? term('category', status) : `${status} ${term('category', status)}`,
        size: Number(amount.value),
        tone: status.toLowerCase(),
        says: (sharePermille / 1_000).toLocaleString(localeOf(language), {
          style: 'percent',
          maximumFractionDigits: 1,
        }),
        href: hrefOf(ledger, status),
      }))}
    />
  );
}

type TableProps = Readonly<{ ledger: string; now: DisputeSynthesis; former: DisputeSynthesis | null; since: string }>;

function SynthesisTable({ ledger, now, former, since }: TableProps) {
  const { t } = useSpeech();
  return (
    <table>
      <TableHead
        columns={[
          { title: t('disputes.cause') },
          { title: t('item.amount'), isNumber: true },
          {
            title: (
              <>
                {t('disputes.changeSince')} <Day day={since} />
              </>
            ),
            isNumber: true,
          },
          { title: t('disputes.invoices'), isNumber: true },
          { title: t('disputes.customers'), isNumber: true },
        ]}
      />
      <tbody>
        {now.rows.map((row) => (
          <tr key={row.status}>
            <th scope="row">
              <Cause ledger={ledger} status={row.status} />
            </th>
            <td class="number">
              <Amount {...row.amount} />
            </td>
            <td class="number">
              <Change now={row.amount} former={former?.rows.find(({ status }) => status === row.status)?.amount} />
            </td>
            <td class="number">{row.invoiceCount}</td>
            <td class="number">{row.customerCount}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td>{t('disputes.total')}</td>
          <td class="number">
            <Amount {...now.total.amount} />
          </td>
          <td class="number">
            <Change now={now.total.amount} former={former?.total.amount} />
          </td>
          <td class="number">{now.total.invoiceCount}</td>
          <td class="number">{now.total.customerCount}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function Cause({ ledger, status }: Readonly<{ ledger: string; status: Status }>) {
  const { term } = useSpeech();
  const href = hrefOf(ledger, status);
  const dot = <span class={`dot ${status.toLowerCase()}`} aria-hidden="true" />;
  return href === undefined ? (
    <>
      {dot} {term('category', status)}
    </>
  ) : (
    <a href={href}>
      {dot} {status} · {term('category', status)}
    </a>
  );
}

/** More that is overdue is worse. */
function Change({ now, former }: Readonly<{ now: AmountValue; former: AmountValue | undefined }>) {
  if (former === undefined) return null;
  const change = differenceOf(now, former);
  const direction = Math.sign(Number(change.value));
  if (direction === 0) return <span class="soft">=</span>;
  return (
    <span class={direction > 0 ? 'bad' : 'good'}>
      <span aria-hidden="true">{direction > 0 ? '▲' : '▼'}</span> {direction > 0 ? '+' : ''}
      <Amount {...change} />
    </span>
  );
}
