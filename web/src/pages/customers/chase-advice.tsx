import { Amount } from '../../parts/amount.tsx';
import { useSpeech } from '../../words/words.ts';
import { adviceOn, type Balance } from './chase.ts';

/** Whether to ask this customer for money, and for how much. */
export function ChaseAdvice({ balance }: Readonly<{ balance: Balance }>) {
  const { t } = useSpeech();
  const { verdict, amount } = adviceOn(balance);
  if (verdict === 'nothing_due') return <span class="soft small">{t('chase.nothing_due')}</span>;
  return (
    <span class={`tag ${verdict === 'chase' ? 'bad' : ''}`}>
      {t(`chase.${verdict}`)} <Amount {...amount} />
    </span>
  );
}
