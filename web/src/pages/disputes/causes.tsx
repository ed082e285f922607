import { useAnswer } from '../../answer.ts';
import { Amount } from '../../parts/amount.tsx';
import { ScrollBox } from '../../parts/scroll-box.tsx';
import { Given, Notice } from '../../parts/states.tsx';
import { TableHead } from '../../parts/table-head.tsx';
import { lettrage } from '../../session.ts';
import { useSpeech } from '../../words/words.ts';
import { useReasonWord } from './reason-word.ts';

/** Reason by reason: how much, how often, and how many days until it is settled. */
export function Causes({ ledger }: Readonly<{ ledger: string }>) {
  const { t } = useSpeech();
  const reasonWord = useReasonWord();
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
            <ScrollBox label={t('disputes.causes')}>
              <table>
                <TableHead
                  columns={[
                    { title: t('disputes.cause') },
                    { title: t('item.amount'), isNumber: true },
                    { title: t('disputes.openAmount'), isNumber: true },
                    { title: t('disputes.count'), isNumber: true },
                    { title: t('disputes.open'), isNumber: true },
                    { title: t('disputes.cycle'), isNumber: true },
                    { title: t('disputes.age'), isNumber: true },
                  ]}
                />
                <tbody>
                  {items.map((one) => (
                    <tr key={one.reasonCode}>
                      <th scope="row">
                        <span class={`dot ${one.category.toLowerCase()}`} aria-hidden="true" /> {one.category} ·{' '}
                        {reasonWord({ code: one.reasonCode, label: one.label })}
                      </th>
                      <td class="number">
                        <Amount {...one.amount} />
                      </td>
                      <td class="number">
                        <Amount {...one.open} />
                      </td>
                      <td class="number">{one.count}</td>
                      <td class="number">{one.openCount}</td>
                      <td class="number">{one.medianCycleDays ?? '—'}</td>
                      <td class="number">{one.oldestAgeDays ?? '—'}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollBox>
          )
        }
      </Given>
    </section>
  );
}
