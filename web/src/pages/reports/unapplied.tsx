/** Cash that no document claims, by how long it has been so. */
import { useAnswer } from '../../answer.ts';
import { Amount } from '../../parts/amount.tsx';
import { ShareBar } from '../../parts/chart.tsx';
import { ScrollBox } from '../../parts/scroll-box.tsx';
import { Given, Notice } from '../../parts/states.tsx';
import { addressOf } from '../../place.ts';
import { lettrage } from '../../session.ts';
import type { UnappliedCash } from '../../types.ts';
import { useSpeech } from '../../words/words.ts';
import { ageTone } from './aged-balance.tsx';
import { addressWith, ageTitles, asOfQuery, type Question } from './question.ts';

export function Unapplied({ question }: Readonly<{ question: Question }>) {
  const { t, term } = useSpeech();
  const { ledger, asOf } = question;
  const [answer, again] = useAnswer(`unapplied ${ledger} ${asOf ?? ''}`, () =>
    lettrage.GET('/v1/ledgers/{ledger}/reports/unapplied-cash', {
      params: { path: { ledger }, query: asOfQuery(question) },
    }),
  );
  return (
    <section class="card stack">
      <h2>{t('reports.unapplied')}</h2>
      <Given answer={answer} again={again}>
        {({ ages, items }) =>
          items.length === 0 ? (
            <Notice>{t('reports.allApplied')}</Notice>
          ) : (
            <>
              {items
                .filter(({ kind }) => kind === 'money_in')
                .map(({ kind, amount, byAge }) => (
                  <ShareBar
                    key={amount.currency}
                    label={`${term('unapplied', kind)} ${amount.currency}`}
                    shares={byAge.map((bucket, index) => ({
                      title: ageTitles(ages, t('reports.over'))[index] ?? '',
                      size: Number(bucket.amount.value),
                      tone: ageTone(index + 1),
                      says: <Amount {...bucket.amount} />,
                      ...(asOf === null && { href: queueOf(ledger, amount.currency, 'credit', ages, index) }),
                    }))}
                  />
                ))}
              <Table question={question} ages={ages} items={items} />
            </>
          )
        }
      </Given>
    </section>
  );
}

/** The payments of an age in the queue. @param index - of the bucket; the last is open. */
function queueOf(
  ledger: string,
  currency: string,
  side: 'credit' | 'debit',
  ages: readonly number[],
  index: number | null,
): string {
  const age = index === null || index === 0 ? null : String((ages[index - 1] ?? 0) + 1);
  const ageTo = index === null || index === ages.length ? null : String(ages[index] ?? 0);
  return addressOf(ledger, 'queue', null, { side, currency, age, ageTo });
}

type TableProps = Readonly<{ question: Question; ages: readonly number[]; items: readonly UnappliedCash[] }>;

function Table({ question, ages, items }: TableProps) {
  const { t } = useSpeech();
  return (
    <ScrollBox label={t('reports.unapplied')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('reports.kind')}</th>
            {ageTitles(ages, t('reports.over')).map((title) => (
              <th key={title} scope="col" class="number">
                {title}
              </th>
            ))}
            <th scope="col" class="number">
              {t('reports.total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Kind key={`${item.kind} ${item.amount.currency}`} question={question} ages={ages} item={item} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

type KindProps = Readonly<{ question: Question; ages: readonly number[]; item: UnappliedCash }>;

function Kind({ question, ages, item }: KindProps) {
  const { term } = useSpeech();
  const { kind, amount, byAge } = item;
  // Money of a customer is listed whole: it has no ages of its own there.
  const linesOf = (index: number | null): string =>
    kind === 'on_account' || kind === 'advance'
      ? addressWith(question, { view: kind })
      : queueOf(question.ledger, amount.currency, kind === 'money_in' ? 'credit' : 'debit', ages, index);
  const shown = (value: typeof amount, count: number, index: number | null) =>
    count === 0 ? (
      <span class="soft">—</span>
    ) : question.asOf !== null ? (
      // The queue and what is on account are told as they are now.
      <Amount {...value} />
    ) : (
      <a href={linesOf(index)} class="quiet">
        <Amount {...value} />
      </a>
    );
  return (
    <tr>
      <th scope="row">{term('unapplied', kind)}</th>
      {byAge.map((bucket, index) => (
        <td key={index} class="number">
          {shown(bucket.amount, bucket.count, index)}
        </td>
      ))}
      <td class="number">
        <strong>{shown(amount, item.count, null)}</strong>
      </td>
    </tr>
  );
}
