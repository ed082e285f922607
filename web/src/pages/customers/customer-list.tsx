import { useState } from 'preact/hooks';
import { Amount } from '../../parts/amount.tsx';
import { GrowingTable } from '../../parts/growing-table.tsx';
import { useGrowing } from '../../parts/more.ts';
import { CustomerLink } from '../../parts/customer-link.tsx';
import { readSorting, sortedBy, sortingQuery } from '../../parts/sorting.ts';
import { addressOf, goTo } from '../../place.ts';
import { lettrage } from '../../session.ts';
import type { CustomerSummary } from '../../types.ts';
import { useSpeech } from '../../words/words.ts';
import { ChaseAdvice } from './chase-advice.tsx';

const sorts = ['code', 'name', 'open', 'overdue'] as const;

/** All customers, or those that are searched for, by name or by what they owe. @param query - of the address: the order. */
export function CustomerList({ ledger, query }: Readonly<{ ledger: string; query: URLSearchParams }>) {
  const { t } = useSpeech();
  const [search, setSearch] = useState('');
  const asked = search.trim();
  const by = readSorting(query, sorts);
  const list = useGrowing(
    `customers ${ledger} ${asked}`,
    (after) =>
      lettrage.GET('/v1/ledgers/{ledger}/customers', {
        params: {
          path: { ledger },
          query: { limit: 50, ...by, ...(asked !== '' && { search: asked }), ...(after !== undefined && { after }) },
        },
      }),
    `${by.sort} ${by.order}`,
  );
  const sorting = {
    ...by,
    onSort: (sort: string) =>
      goTo(addressOf(ledger, 'customers', null, sortingQuery(sortedBy(by, sort), sorts[0])), 'replace'),
  };
  const columns = [
    { title: t('item.customer'), sort: 'name' },
    { title: t('customers.openCount'), isNumber: true },
    { title: t('customers.open'), isNumber: true, sort: 'open' },
    { title: t('customers.overdue'), isNumber: true, sort: 'overdue' },
    { title: t('customers.disputed'), isNumber: true },
    { title: t('customers.credits'), isNumber: true },
    { title: t('customers.chase') },
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
      <section class="card stack">
        <GrowingTable
          list={list}
          label={t('nav.customers')}
          columns={columns}
          sorting={sorting}
          empty={asked === '' ? t('customers.none') : t('customers.noneFound')}
          row={(customer) => <Rows key={customer.id} ledger={ledger} customer={customer} />}
        />
      </section>
    </div>
  );
}

/** One row a currency; one where nothing is open. */
function Rows({ ledger, customer }: Readonly<{ ledger: string; customer: CustomerSummary }>) {
  const { id, code, name, balances } = customer;
  const title = (
    <td>
      <CustomerLink ledger={ledger} customer={{ id, name }} /> <span class="soft small">{code}</span>
    </td>
  );
  if (balances.length === 0)
    return (
      <tr>
        {title}
        <td class="number soft">0</td>
        <td colSpan={5} />
      </tr>
    );
  return (
    <>
      {balances.map((balance) => (
        <tr key={balance.open.currency}>
          {title}
          <td class="number">{balance.openCount}</td>
          {([balance.open, balance.overdue, balance.disputed, balance.credits] as const).map((amount, index) => (
            <td key={index} class="number">
              <Amount {...amount} />
            </td>
          ))}
          <td>
            <ChaseAdvice balance={balance} />
          </td>
        </tr>
      ))}
    </>
  );
}
