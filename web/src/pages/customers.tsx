/** Customers with what they owe, and one customer's account with its letters. */
import { useState } from 'preact/hooks';
import { useAnswer } from '../answer.ts';
import { Amount, Day } from '../parts/amount.tsx';
import { GrowingTable } from '../parts/growing-table.tsx';
import { useGrowing } from '../parts/more.ts';
import { Given } from '../parts/states.tsx';
import { addressOf } from '../place.ts';
import { lettrage } from '../session.ts';
import { useSpeech } from '../words/words.ts';

export const CustomersPage = ({ ledger, id }: Readonly<{ ledger: string; id: string | null }>) =>
  id === null ? <CustomerList ledger={ledger} /> : <CustomerAccount ledger={ledger} customerId={id} />;

function CustomerList({ ledger }: Readonly<{ ledger: string }>) {
  const { t } = useSpeech();
  const [search, setSearch] = useState('');
  const asked = search.trim();
  const list = useGrowing(`customers ${ledger} ${asked}`, (after) =>
    lettrage.GET('/v1/ledgers/{ledger}/customers', {
      params: {
        path: { ledger },
        query: { limit: 50, ...(asked !== '' && { search: asked }), ...(after !== undefined && { after }) },
      },
    }),
  );
  const columns = [
    { title: t('item.customer') },
    { title: t('customers.openCount'), isNumber: true },
    { title: t('customers.open'), isNumber: true },
    { title: t('customers.overdue'), isNumber: true },
    { title: t('customers.disputed'), isNumber: true },
    { title: t('customers.credits'), isNumber: true },
  ];
  return (
    <div class="stack">
      <div class="row apart">
        <h1>{t('nav.customers')}</h1>
        <label>
          <span class="hidden-label">{t('customers.search')}</span>
          <input
            type="search"
            placeholder={t('customers.search')}
            value={search}
            onInput={({ currentTarget }) => setSearch(currentTarget.value)}
          />
        </label>
      </div>
      <section class="card">
        <GrowingTable
          list={list}
          label={t('nav.customers')}
          columns={columns}
          row={({ id, code, name, balances }) => {
            const rows = balances.length === 0 ? [null] : balances;
            return rows.map((balance, index) => (
              <tr key={`${id} ${index}`}>
                <td>
                  <a href={addressOf(ledger, 'customers', id)} dir="auto">
                    {name}
                  </a>{' '}
                  <span class="soft small">{code}</span>
                </td>
                <td class="number">{balance?.openCount ?? 0}</td>
                <td class="number">{balance !== null && <Amount {...balance.open} />}</td>
                <td class="number">{balance !== null && <Amount {...balance.overdue} />}</td>
                <td class="number">{balance !== null && <Amount {...balance.disputed} />}</td>
                <td class="number">{balance !== null && <Amount {...balance.credits} />}</td>
              </tr>
            ));
          }}
        />
      </section>
    </div>
  );
}

function CustomerAccount({ ledger, customerId }: Readonly<{ ledger: string; customerId: string }>) {
  const { t, term } = useSpeech();
  const [status, setStatus] = useState<'open' | 'closed'>('open');
  const path = { ledger, customerId };
  const [customer, again] = useAnswer(`customer ${ledger} ${customerId}`, () =>
    lettrage.GET('/v1/ledgers/{ledger}/customers/{customerId}', { params: { path } }),
  );
  const list = useGrowing(`account ${ledger} ${customerId} ${status}`, (after) =>
    lettrage.GET('/v1/ledgers/{ledger}/customers/{customerId}/account', {
      params: { path, query: { status, limit: 100, ...(after !== undefined && { after }) } },
    }),
  );
  const columns = [
    { title: t('item.document') },
    { title: t('item.due') },
    { title: t('customers.daysPastDue'), isNumber: true },
    { title: t('item.amount'), isNumber: true },
    { title: t('item.residual'), isNumber: true },
    { title: t('customers.letter') },
    { title: t('customers.cleared') },
  ];
  return (
    <div class="stack">
      <p>
        <a href={addressOf(ledger, 'customers')}>← {t('nav.customers')}</a>
      </p>
      <Given answer={customer} again={again}>
        {({ name, code, balances, ibans, payers, openDisputeCount }) => (
          <header class="card stack">
            <div class="row apart">
              <h1 dir="auto">{name}</h1>
              <span class="soft">{code}</span>
            </div>
            <div class="row">
              {balances.map(({ open, overdue }) => (
                <span key={open.currency} class="tag">
                  {t('customers.open')} <Amount {...open} /> · {t('customers.overdue')} <Amount {...overdue} />
                </span>
              ))}
              {openDisputeCount > 0 && (
                <a class="tag bad" href={addressOf(ledger, 'disputes', null, { customer: code })}>
                  {t('customers.disputes', { count: openDisputeCount })}
                </a>
              )}
            </div>
            <p class="soft small">
              {t('customers.paysFrom')}: {[...ibans, ...payers.map(({ value }) => value)].join(', ') || '—'}
            </p>
          </header>
        )}
      </Given>
      <section class="card stack">
        <div class="row" role="group" aria-label={t('customers.account')}>
          {(['open', 'closed'] as const).map((one) => (
            <button key={one} type="button" aria-pressed={status === one} onClick={() => setStatus(one)}>
              {t(`customers.${one}Items`)}
            </button>
          ))}
        </div>
        <GrowingTable
          list={list}
          label={t('customers.account')}
          columns={columns}
          row={({ id, documentNumber, kind, dueDate, daysPastDue, amount, residual, side, allocations }) => (
            <tr key={id}>
              <td>
                <span dir="auto">{documentNumber}</span> <span class="soft small">{term('item', kind)}</span>
              </td>
              <td>
                <Day day={dueDate} />
              </td>
              <td class={`number ${(daysPastDue ?? 0) > 0 ? 'bad' : ''}`}>{daysPastDue ?? ''}</td>
              <td class="number">
                <Amount {...amount} isOut={side === 'credit'} />
              </td>
              <td class="number">
                <Amount {...residual} isOut={side === 'credit'} />
              </td>
              <td>{[...new Set(allocations.map(({ lettering }) => lettering.code ?? ''))].join(' ')}</td>
              <td>
                <ul>
                  {allocations.map((one) => (
                    <li key={one.id} class="small">
                      <Amount {...one.amount} /> {term('means', one.means)}{' '}
                      {one.payment !== null && <Day day={one.payment.bookingDate} />}
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          )}
        />
      </section>
    </div>
  );
}
