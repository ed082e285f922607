/** The night in figures: what came, what was applied, what waits and why, what is owed. */
import { sumsOf } from '../../money.ts';
import { Amount, type AmountValue } from '../../parts/amount.tsx';
import { addressOf } from '../../place.ts';
import type { NightReport } from '../../types.ts';
import { useSpeech } from '../../words/words.ts';

type Counted = Readonly<{ count: number; amount: AmountValue }>;

const countOf = (groups: readonly Counted[]): number => groups.reduce((sum, { count }) => sum + count, 0);

/** How many, and how much of each currency. */
function Figure({ title, groups, href }: Readonly<{ title: string; groups: readonly Counted[]; href?: string }>) {
  const { language } = useSpeech();
  const count = countOf(groups).toLocaleString(language);
  return (
    <section class="card figure">
      <h2>{title}</h2>
      <p class="large">{href === undefined ? count : <a href={href}>{count}</a>}</p>
      <ul class="small">
        {sumsOf(groups.map(({ amount }) => amount)).map((sum) => (
          <li key={sum.currency}>
            <Amount {...sum} />
          </li>
        ))}
      </ul>
    </section>
  );
}

export function NightFigures({ ledger, report }: Readonly<{ ledger: string; report: NightReport }>) {
  const { t, term, language } = useSpeech();
  const { payments, items } = report;
  const moneyIn = payments.filter(({ side }) => side === 'credit');
  const inState = (state: string) => moneyIn.filter(({ status }) => status === state);
  const waiting = payments
    .filter(({ status, reason }) => status === 'in_review' && reason !== null)
    .toSorted((a, b) => b.count - a.count);
  const waitingCount = countOf(waiting);
  return (
    <>
      <div class="tiles narrow">
        <Figure title={t('nights.received')} groups={moneyIn} />
        <Figure title={t('nights.appliedNow')} groups={inState('applied')} />
        <Figure
          title={t('nights.waits')}
          groups={[...inState('in_review'), ...inState('received')]}
          href={addressOf(ledger, 'queue', null, { side: 'credit' })}
        />
        <Figure title={t('nights.paidOut')} groups={payments.filter(({ side }) => side === 'debit')} />
        <Figure
          title={t('nights.openItems')}
          groups={items.map(({ openCount, open }) => ({ count: openCount, amount: open }))}
          href={addressOf(ledger, 'reports')}
        />
      </div>
      {waitingCount > 0 && (
        <section class="card stack">
          <h2>{t('today.reasons')}</h2>
          <ul class="bars">
            {waiting.map(({ side, reason, count, amount }) => (
              <li key={`${side} ${reason ?? ''} ${amount.currency}`}>
                <a href={addressOf(ledger, 'queue', null, { reason })}>{term('reason', reason ?? '')}</a>
                <meter min={0} max={waitingCount} value={count} aria-label={term('reason', reason ?? '')} />
                <span class="number">{count.toLocaleString(language)}</span>
                <Amount {...amount} isOut={side === 'debit'} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
