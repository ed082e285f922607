/** What customers owe by days past due: the whole as a bar, then customer by customer; each number opens its documents. */
import { useAnswer } from '../../answer.ts';
import { Amount, Day, type AmountValue } from '../../parts/amount.tsx';
import { ShareBar } from '../../parts/chart.tsx';
import { GrowingTable } from '../../parts/growing-table.tsx';
import { useGrowing } from '../../parts/more.ts';
import { Given, Notice } from '../../parts/states.tsx';
import { differenceOf } from '../../money.ts';
import { addressOf, goTo } from '../../place.ts';
import { lettrage } from '../../session.ts';
import type { AgedRow, AgedTotal } from '../../types.ts';
import { useSpeech } from '../../words/words.ts';
import { BucketChoice } from './bucket-choice.tsx';
import { addressSortedBy, addressWith, asOfQuery, useBucketTitles, type Question } from './question.ts';

/** What is owed in every currency, as of a day. */
export function AgedTotals({ question }: Readonly<{ question: Question }>) {
  const { t } = useSpeech();
  const { ledger, asOf, buckets } = question;
  const [answer, again] = useAnswer(`aged ${ledger} ${asOf ?? ''} ${buckets}`, () =>
    lettrage.GET('/v1/ledgers/{ledger}/reports/aged-balance', {
      params: { path: { ledger }, query: { limit: 1, buckets, ...asOfQuery(question) } },
    }),
  );
  return (
    <section class="card stack">
      <div class="row apart">
        <h2>
          {t('reports.aged')}{' '}
          {answer.data !== null && (
            <>
              <span class="soft small">{t('reports.asOf')}</span> <Day day={answer.data.day} />
            </>
          )}
        </h2>
        <BucketChoice question={question} />
      </div>
      <Given answer={answer} again={again}>
        {({ totals, suspense }) => (
          <>
            {totals.length === 0 && <Notice>{t('reports.nothingOwed')}</Notice>}
            {totals.map((total) => (
              <Total key={total.owed.currency} question={question} total={total} />
            ))}
            {suspense.length > 0 && (
              <p class="small">
                <a href={addressOf(ledger, 'queue')}>{t('reports.suspense')}</a>{' '}
                {suspense.map((amount) => (
                  <Amount key={amount.currency} {...amount} />
                ))}
              </p>
            )}
          </>
        )}
      </Given>
    </section>
  );
}

/** What is owed in one currency as one bar. */
function Total({ question, total: { notDue, pastDue, owed } }: Readonly<{ question: Question; total: AgedTotal }>) {
  const { t } = useSpeech();
  const titles = useBucketTitles(question);
  return (
    <>
      <p>
        <a href={addressWith(question, { view: 'documents', bucket: null, customer: null })}>{t('reports.owed')}</a>{' '}
        <strong>
          <Amount {...owed} />
        </strong>
      </p>
      <ShareBar
        label={`${t('reports.aged')} ${owed.currency}`}
        shares={[notDue, ...pastDue].map((amount, bucket) => ({
          title: titles[bucket] ?? '',
          size: Number(amount.value),
          tone: ageTone(bucket),
          says: <Amount {...amount} />,
          href: addressWith(question, { view: 'documents', bucket, customer: null }),
        }))}
      />
    </>
  );
}

/** The older the redder. */
export const ageTone = (bucket: number): string => `age-${Math.min(bucket, 6)}`;

/** The same customer by customer. */
export function AgedCustomers({ question }: Readonly<{ question: Question }>) {
  const { t } = useSpeech();
  const titles = useBucketTitles(question);
  const { ledger, asOf, buckets, by } = question;
  const list = useGrowing(
    `aged rows ${ledger} ${asOf ?? ''} ${buckets}`,
    (after) =>
      lettrage.GET('/v1/ledgers/{ledger}/reports/aged-balance', {
        params: {
          path: { ledger },
          query: { limit: 50, buckets, ...by, ...asOfQuery(question), ...(after !== undefined && { after }) },
        },
      }),
    `${by.sort} ${by.order}`,
  );
  const sorting = { ...by, onSort: (sort: string) => goTo(addressSortedBy(question, sort), 'replace') };
  const columns = [
    { title: t('item.customer'), sort: 'name' },
    ...titles.map((title) => ({ title, isNumber: true })),
    { title: t('customers.overdue'), isNumber: true, sort: 'overdue' },
    { title: t('customers.credits'), isNumber: true },
    { title: t('reports.total'), isNumber: true, sort: 'owed' },
  ];
  return (
    <section class="card stack">
      <div class="row apart">
        <h2>{t('reports.agedByCustomer')}</h2>
        <a class="button" href={addressWith(question, { view: 'documents', customer: null, bucket: null })}>
          {t('reports.byDocument')}
        </a>
      </div>
      <GrowingTable
        list={list}
        label={t('reports.agedByCustomer')}
        columns={columns}
        sorting={sorting}
        empty={t('reports.nothingOwed')}
        row={(row) => <CustomerRow key={`${row.customer.id} ${row.owed.currency}`} question={question} row={row} />}
      />
    </section>
  );
}

function CustomerRow({ question, row }: Readonly<{ question: Question; row: AgedRow }>) {
  const { customer, notDue, pastDue, credits, owed } = row;
  const account = addressOf(question.ledger, 'customers', customer.id);
  const documents = (bucket: Question['bucket']) =>
    addressWith(question, { view: 'documents', customer: customer.code, bucket });
  return (
    <tr>
      <td>
        <a href={account} dir="auto">
          {customer.name}
        </a>{' '}
        <span class="soft small">{customer.code}</span>
      </td>
      {[notDue, ...pastDue].map((amount, bucket) => (
        <td key={bucket} class="number">
          <Linked amount={amount} href={documents(bucket)} />
        </td>
      ))}
      <td class="number">
        <Linked amount={differenceOf(owed, notDue)} href={documents('past_due')} />
      </td>
      <td class="number">
        <Linked amount={credits} href={account} />
      </td>
      <td class="number">
        <strong>
          <Linked amount={owed} href={documents(null)} />
        </strong>
      </td>
    </tr>
  );
}

/** An amount that opens its lines; nothing opens nothing. */
export const Linked = ({ amount, href }: Readonly<{ amount: AmountValue; href: string }>) =>
  Number(amount.value) === 0 ? (
    <span class="soft">—</span>
  ) : (
    <a href={href} class="quiet">
      <Amount {...amount} />
    </a>
  );
