import { Amount, Day } from '../../parts/amount.tsx';
import { GrowingTable } from '../../parts/growing-table.tsx';
import { useGrowing } from '../../parts/more.ts';
import { addressOf } from '../../place.ts';
import { lettrage } from '../../session.ts';
import type { AccountItem } from '../../types.ts';
import { useSpeech } from '../../words/words.ts';

type Props = Readonly<{ ledger: string; customerId: string; status: 'open' | 'closed' }>;

/** The documents, the last issued first, each with what cleared it and under which letter. */
export function AccountItems({ ledger, customerId, status }: Props) {
  const { t } = useSpeech();
  const list = useGrowing(`account ${ledger} ${customerId} ${status}`, (after) =>
    lettrage.GET('/v1/ledgers/{ledger}/customers/{customerId}/account', {
      params: {
        path: { ledger, customerId },
        query: { status, limit: 100, ...(after !== undefined && { after }) },
      },
    }),
  );
  const columns = [
    { title: t('item.document') },
    { title: t('item.due') },
    ...(status === 'open' ? [{ title: t('customers.dueIn') }] : []),
    { title: t('item.amount'), isNumber: true },
    { title: t('item.residual'), isNumber: true },
    { title: t('customers.letter') },
    { title: t('customers.cleared') },
  ];
  return (
    <section class="card stack">
      <GrowingTable
        list={list}
        label={t(`customers.tab.${status}`)}
        columns={columns}
        row={(item) => <ItemRow key={item.id} ledger={ledger} customerId={customerId} status={status} item={item} />}
      />
    </section>
  );
}

/** `in 12 days`, `today`, `12 days late`; null: nothing is owed. */
function DueIn({ days }: Readonly<{ days: number | null }>) {
  const { t } = useSpeech();
  if (days === null) return null;
  if (days > 0) return <span class="bad">{t('customers.late', { count: days })}</span>;
  return <span>{days === 0 ? t('customers.dueToday') : t('customers.dueInDays', { count: -days })}</span>;
}

function ItemRow({ ledger, customerId, status, item }: Props & Readonly<{ item: AccountItem }>) {
  const { t, term } = useSpeech();
  const isOut = item.side === 'credit';
  const letters = new Map(item.allocations.map(({ lettering }) => [lettering.id, lettering]));
  return (
    <tr>
      <td>
        <span dir="auto">{item.documentNumber}</span> <span class="soft small">{term('item', item.kind)}</span>
        {item.disputed !== null && Number(item.disputed.value) !== 0 && (
          <div class="small warn">
            {t('customers.disputed')} <Amount {...item.disputed} />
          </div>
        )}
      </td>
      <td>
        <Day day={item.dueDate} />
      </td>
      {status === 'open' && (
        <td>
          <DueIn days={item.daysPastDue} />
        </td>
      )}
      <td class="number">
        <Amount {...item.amount} isOut={isOut} />
      </td>
      <td class="number">
        <Amount {...item.residual} isOut={isOut} />
      </td>
      <td>
        {[...letters.values()]
          .filter(({ code }) => code !== null)
          .map(({ id, code, state }) => (
            <a
              key={id}
              class="letter"
              href={addressOf(ledger, 'customers', customerId, { tab: 'letters', letter: id })}
              title={term('letterState', state)}
            >
              {code}
            </a>
          ))}
      </td>
      <td>
        <ul>
          {item.allocations.map((one) => (
            <li key={one.id} class="small">
              <Amount {...one.amount} /> {term('means', one.means)}{' '}
              {one.payment !== null && <Day day={one.payment.bookingDate} />}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}
