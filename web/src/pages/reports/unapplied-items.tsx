import { Amount, Day } from '../../parts/amount.tsx';
import { GrowingTable } from '../../parts/growing-table.tsx';
import { useGrowing } from '../../parts/more.ts';
import { CustomerLink } from '../../parts/customer-link.tsx';
import { lettrage } from '../../session.ts';
import { useSpeech } from '../../words/words.ts';

type Props = Readonly<{ ledger: string; kind: 'on_account' | 'advance' }>;

/** The money of customers that no document claims, item by item, the earliest first. */
export function UnappliedItems({ ledger, kind }: Props) {
  const { t, term } = useSpeech();
  const list = useGrowing(`unapplied items ${ledger} ${kind}`, (after) =>
    lettrage.GET('/v1/ledgers/{ledger}/open-items', {
      params: { path: { ledger }, query: { kind, status: 'open', limit: 50, ...(after !== undefined && { after }) } },
    }),
  );
  const columns = [
    { title: t('item.document') },
    { title: t('item.customer') },
    { title: t('reports.issued') },
    { title: t('item.amount'), isNumber: true },
    { title: t('item.residual'), isNumber: true },
  ];
  return (
    <section class="card stack">
      <h2>{term('unapplied', kind)}</h2>
      <GrowingTable
        list={list}
        label={term('unapplied', kind)}
        columns={columns}
        empty={t('reports.allApplied')}
        row={(one) => (
          <tr key={one.id}>
            <td dir="auto">{one.documentNumber}</td>
            <td>
              <CustomerLink ledger={ledger} customer={one.customer} />
            </td>
            <td>
              <Day day={one.issueDate} />
            </td>
            <td class="number">
              <Amount {...one.amount} />
            </td>
            <td class="number">
              <strong>
                <Amount {...one.residual} />
              </strong>
            </td>
          </tr>
        )}
      />
    </section>
  );
}
