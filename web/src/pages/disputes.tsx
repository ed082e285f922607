/** Why customers do not pay: all that is overdue by cause, the disputes, and how long they take. */
import { useAnswer } from '../answer.ts';
import { Amount, Day } from '../parts/amount.tsx';
import { GrowingTable } from '../parts/growing-table.tsx';
import { useGrowing } from '../parts/more.ts';
import { Given, Notice } from '../parts/states.tsx';
import { addressOf, goTo, type Place } from '../place.ts';
import { lettrage } from '../session.ts';
import type { Dispute } from '../types.ts';
import { useSpeech } from '../words/words.ts';

type Filter = Readonly<{ category: string | null; customer: string | null; state: string | null }>;

export function DisputesPage({ place: { ledger, query } }: Readonly<{ place: Place }>) {
  const { t } = useSpeech();
  const filter = { category: query.get('category'), customer: query.get('customer'), state: query.get('state') };
  return (
    <div class="stack">
      <h1>{t('nav.disputes')}</h1>
      <Synthesis ledger={ledger} />
      <DisputeList ledger={ledger} filter={filter} />
      <Causes ledger={ledger} />
    </div>
  );
}

/** The table A–E as it is read in meetings; each row opens its disputes. */
export function Synthesis({ ledger }: Readonly<{ ledger: string }>) {
  const { t, term } = useSpeech();
  const [answer, again] = useAnswer(`synthesis ${ledger}`, () =>
    lettrage.GET('/v1/ledgers/{ledger}/reports/dispute-synthesis', { params: { path: { ledger } } }),
  );
  return (
    <section class="card stack">
      <h2>{t('disputes.synthesis')}</h2>
      <Given answer={answer} again={again}>
        {({ now: { rows, total } }) => (
          <table>
            <thead>
              <tr>
                <th scope="col">{t('disputes.cause')}</th>
                <th scope="col" class="number">
                  {t('item.amount')}
                </th>
                <th scope="col">{t('disputes.share')}</th>
                <th scope="col" class="number">
                  {t('disputes.invoices')}
                </th>
                <th scope="col" class="number">
                  {t('disputes.customers')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ status, amount, sharePermille, invoiceCount, customerCount }) => (
                <tr key={status}>
                  <th scope="row">
                    {status === 'unqualified' ? (
                      term('category', status)
                    ) : (
                      <a href={addressOf(ledger, 'disputes', null, { category: status })}>
                        <span class={`dot ${status.toLowerCase()}`} /> {status} · {term('category', status)}
                      </a>
                    )}
                  </th>
                  <td class="number">
                    <Amount {...amount} />
                  </td>
                  <td>
                    <meter min={0} max={1000} value={sharePermille} aria-label={t('disputes.share')} />{' '}
                    <span class="small">{(sharePermille / 10).toFixed(1)} %</span>
                  </td>
                  <td class="number">{invoiceCount}</td>
                  <td class="number">{customerCount}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <td>{t('disputes.total')}</td>
                <td class="number">
                  <Amount {...total.amount} />
                </td>
                <td />
                <td class="number">{total.invoiceCount}</td>
                <td class="number">{total.customerCount}</td>
              </tr>
            </tfoot>
          </table>
        )}
      </Given>
    </section>
  );
}

function DisputeList({ ledger, filter }: Readonly<{ ledger: string; filter: Filter }>) {
  const { t } = useSpeech();
  const { category, customer, state } = filter;
  const list = useGrowing(`disputes ${ledger} ${category ?? ''} ${customer ?? ''} ${state ?? ''}`, (after) =>
    lettrage.GET('/v1/ledgers/{ledger}/disputes', {
      params: {
        path: { ledger },
        query: {
          state: state === 'resolved' ? 'resolved' : 'open',
          limit: 50,
          ...(category !== null && { category: category as Dispute['category'] }),
          ...(customer !== null && { customer }),
          ...(after !== undefined && { after }),
        },
      },
    }),
  );
  const show = (changes: Partial<Filter>) =>
    goTo(addressOf(ledger, 'disputes', null, { ...filter, ...changes }), 'replace');
  const columns = [
    { title: t('item.customer') },
    { title: t('item.document') },
    { title: t('disputes.cause') },
    { title: t('item.amount'), isNumber: true },
    { title: t('disputes.owner') },
    { title: t('item.due') },
  ];
  return (
    <section class="card stack">
      <div class="row apart">
        <h2>{t('disputes.list')}</h2>
        <div class="row">
          <select
            aria-label={t('disputes.state')}
            value={state ?? 'open'}
            onChange={({ currentTarget }) => show({ state: currentTarget.value })}
          >
            <option value="open">{t('disputes.open')}</option>
            <option value="resolved">{t('disputes.resolved')}</option>
          </select>
          {(category !== null || customer !== null) && (
            <button type="button" onClick={() => show({ category: null, customer: null })}>
              {[category, customer].filter((word) => word !== null).join(' · ')} ✕
            </button>
          )}
        </div>
      </div>
      <GrowingTable
        list={list}
        label={t('disputes.list')}
        columns={columns}
        empty={t('disputes.empty')}
        row={(one) => (
          <tr key={one.id}>
            <td>
              <a href={addressOf(ledger, 'customers', one.customer.id)} dir="auto">
                {one.customer.name}
              </a>
            </td>
            <td dir="auto">{one.item.documentNumber}</td>
            <td>
              <span class={`dot ${one.category.toLowerCase()}`} /> {one.category} · {one.reason.label}
            </td>
            <td class="number">
              <Amount {...one.amount} />
            </td>
            <td>{one.owner ?? <span class="soft">{t('disputes.nobody')}</span>}</td>
            <td>{one.dueDate !== null && <Day day={one.dueDate} />}</td>
          </tr>
        )}
      />
    </section>
  );
}

function Causes({ ledger }: Readonly<{ ledger: string }>) {
  const { t } = useSpeech();
  const [answer, again] = useAnswer(`causes ${ledger}`, () =>
    lettrage.GET('/v1/ledgers/{ledger}/reports/dispute-causes', { params: { path: { ledger } } }),
  );
  return (
    <section class="card stack">
      <h2>{t('disputes.causes')}</h2>
      <Given answer={answer} again={again}>
        {({ items }) =>
          items.length === 0 ? (
            <Notice>{t('disputes.empty')}</Notice>
          ) : (
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('disputes.cause')}</th>
                  <th scope="col" class="number">
                    {t('item.amount')}
                  </th>
                  <th scope="col" class="number">
                    {t('disputes.count')}
                  </th>
                  <th scope="col" class="number">
                    {t('disputes.open')}
                  </th>
                  <th scope="col" class="number">
                    {t('disputes.cycle')}
                  </th>
                  <th scope="col" class="number">
                    {t('disputes.age')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {items.map((one) => (
                  <tr key={one.reasonCode}>
                    <th scope="row">
                      <span class={`dot ${one.category.toLowerCase()}`} /> {one.category} · {one.label}
                    </th>
                    <td class="number">
                      <Amount {...one.amount} />
                    </td>
                    <td class="number">{one.count}</td>
                    <td class="number">{one.openCount}</td>
                    <td class="number">{one.medianCycleDays ?? '—'}</td>
                    <td class="number">{one.oldestAgeDays ?? '—'}</td>
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
