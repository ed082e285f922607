/** The documents behind the aged balance: all, those of a bucket, of a customer, or both. */
import { Amount, Day } from '../../parts/amount.tsx';
import { GrowingTable } from '../../parts/growing-table.tsx';
import { useGrowing } from '../../parts/more.ts';
import { CustomerLink } from '../../parts/customer-link.tsx';
import { goTo } from '../../place.ts';
import { lettrage } from '../../session.ts';
import { useSpeech } from '../../words/words.ts';
import { ageTone } from './aged-balance.tsx';
import { BucketChoice } from './bucket-choice.tsx';
import { addressWith, asOfQuery, useBucketTitles, type Question } from './question.ts';

export function AgedDocuments({ question }: Readonly<{ question: Question }>) {
  const { t, term } = useSpeech();
  const { ledger, asOf, buckets, customer, bucket } = question;
  const titles = useBucketTitles(question);
  const list = useGrowing(
    `documents ${ledger} ${asOf ?? ''} ${buckets} ${customer ?? ''} ${String(bucket ?? '')}`,
    (after) =>
      lettrage.GET('/v1/ledgers/{ledger}/reports/aged-balance/documents', {
        params: {
          path: { ledger },
          query: {
            limit: 50,
            buckets,
            ...asOfQuery(question),
            ...(customer !== null && { customer }),
            ...(bucket === 'past_due' ? { isPastDue: true } : bucket !== null && { bucket }),
            ...(after !== undefined && { after }),
          },
        },
      }),
  );
  const columns = [
    { title: t('item.document') },
    { title: t('item.customer') },
    { title: t('reports.issued') },
    { title: t('item.due') },
    { title: t('customers.daysPastDue'), isNumber: true },
    { title: t('item.amount'), isNumber: true },
    { title: t('item.residual'), isNumber: true },
  ];
  return (
    <section class="card stack">
      <div class="row apart">
        <h2>{t('reports.documents')}</h2>
        <BucketChoice question={question} />
      </div>
      <div class="row">
        <label>
          <span class="hidden-label">{t('reports.buckets')}</span>
          <select
            value={bucket === null ? '' : String(bucket)}
            onChange={({ currentTarget: { value } }) =>
              goTo(addressWith(question, { bucket: bucketOf(value) }), 'replace')
            }
          >
            <option value="">{t('reports.allBuckets')}</option>
            <option value="past_due">{t('customers.overdue')}</option>
            {titles.map((title, index) => (
              <option key={title} value={index}>
                {title}
              </option>
            ))}
          </select>
        </label>
        {customer !== null && (
          <button type="button" onClick={() => goTo(addressWith(question, { customer: null }), 'replace')}>
            {customer} <span aria-hidden="true">✕</span>
            <span class="hidden-label">{t('queue.clear')}</span>
          </button>
        )}
      </div>
      <GrowingTable
        list={list}
        label={t('reports.documents')}
        columns={columns}
        empty={t('reports.nothingOwed')}
        row={(one) => (
          <tr key={one.id}>
            <td>
              <span class={`dot ${ageTone(one.bucket)}`} aria-hidden="true" />{' '}
              <span dir="auto">{one.documentNumber}</span> <span class="soft small">{term('item', one.kind)}</span>
            </td>
            <td>
              <CustomerLink ledger={ledger} customer={one.customer} />
            </td>
            <td>
              <Day day={one.issueDate} />
            </td>
            <td>
              <Day day={one.dueDate} />
            </td>
            <td class={`number ${one.daysPastDue > 0 ? 'bad' : ''}`}>{one.daysPastDue}</td>
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

const bucketOf = (chosen: string): Question['bucket'] =>
  chosen === '' ? null : chosen === 'past_due' ? chosen : Number(chosen);
