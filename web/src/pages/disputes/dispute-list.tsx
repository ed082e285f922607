import { Amount, Day } from '../../parts/amount.tsx';
import { GrowingTable } from '../../parts/growing-table.tsx';
import { useGrowing } from '../../parts/more.ts';
import { CustomerLink } from '../../parts/customer-link.tsx';
import { addressOf, goTo } from '../../place.ts';
import { lettrage } from '../../session.ts';
import type { Dispute } from '../../types.ts';
import { useSpeech } from '../../words/words.ts';
import { useReasonWord } from './reason-word.ts';

export type DisputeFilter = Readonly<{
  category: string | null;
  customer: string | null;
  owner: string | null;
  state: string | null;
}>;

/** The disputes, by what they are about, whose they are, and whether they are open. */
export function DisputeList({ ledger, filter }: Readonly<{ ledger: string; filter: DisputeFilter }>) {
  const { t } = useSpeech();
  const reasonWord = useReasonWord();
  const { category, customer, owner, state } = filter;
  const list = useGrowing(`disputes ${ledger} ${JSON.stringify(filter)}`, (after) =>
    lettrage.GET('/v1/ledgers/{ledger}/disputes', {
      params: {
        path: { ledger },
        query: {
          state: state === 'resolved' ? 'resolved' : 'open',
          limit: 50,
          ...(category !== null && { category: category as Dispute['category'] }),
          ...(customer !== null && { customer }),
          ...(owner !== null && { owner }),
          ...(after !== undefined && { after }),
        },
      },
    }),
  );
  const show = (changes: Partial<DisputeFilter>) =>
    goTo(addressOf(ledger, 'disputes', null, { ...filter, ...changes }), 'replace');
  const columns = [
    { title: t('item.customer') },
    { title: t('item.document') },
    { title: t('disputes.cause') },
    { title: t('item.amount'), isNumber: true },
    { title: t('disputes.owner') },
    { title: t('disputes.nextStep') },
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
          {(category !== null || customer !== null || owner !== null) && (
            <button type="button" onClick={() => show({ category: null, customer: null, owner: null })}>
              {[category, customer, owner].filter((word) => word !== null).join(' · ')}{' '}
              <span aria-hidden="true">✕</span>
              <span class="hidden-label">{t('queue.clear')}</span>
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
              <CustomerLink ledger={ledger} customer={one.customer} />
            </td>
            <td>
              <a href={addressOf(ledger, 'disputes', one.id, { ...filter })} dir="auto">
                {one.item.documentNumber}
              </a>
            </td>
            <td>
              <span class={`dot ${one.category.toLowerCase()}`} aria-hidden="true" /> {one.category} ·{' '}
              {reasonWord(one.reason)}
            </td>
            <td class="number">
              <Amount {...one.amount} />
            </td>
            <td>
              {one.owner === null ? (
                <span class="soft">{t('disputes.nobody')}</span>
              ) : (
                <a href={addressOf(ledger, 'disputes', null, { ...filter, owner: one.owner })} dir="auto">
                  {one.owner}
                </a>
              )}
            </td>
            <td>{one.dueDate !== null && <Day day={one.dueDate} />}</td>
          </tr>
        )}
      />
    </section>
  );
}
