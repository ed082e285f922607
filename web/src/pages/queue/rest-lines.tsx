/** What money does that no item takes: put on account, a fee, a tax, left where it is. */
import { minorOf } from '../../money.ts';
import { AmountInput } from '../../parts/amount-input.tsx';
import { CustomerChoice } from '../../parts/customer-choice.tsx';
import type { Payment } from '../../types.ts';
import { useSpeech } from '../../words/words.ts';
import {
  explainRest,
  isNoReceivable,
  mayBeOnAccount,
  restUses,
  type Draft,
  type Reckoning,
  type RestLine,
  type RestUse,
} from './allocation.ts';
import { AccountField } from './account-field.tsx';

type Props = Readonly<{
  ledger: string;
  payment: Payment;
  draft: Draft;
  reckoning: Reckoning;
  onChange: (rest: readonly RestLine[]) => void;
}>;

export function RestLines({ ledger, payment, draft, reckoning, onChange }: Props) {
  const { t } = useSpeech();
  const { rest, items } = draft;
  const change = (id: number, changes: Partial<RestLine>) =>
    onChange(rest.map((line) => (line.id === id ? { ...line, ...changes } : line)));
  const add = (use: RestUse) => {
    const id = Math.max(0, ...rest.map((line) => line.id)) + 1;
    onChange([...rest, explainRest(id, use, draft, reckoning)]);
  };
  // Only money in can be kept for somebody; a rounding belongs to the items of one customer.
  const possible = restUses.filter(
    (use) =>
      (payment.side === 'credit' || !mayBeOnAccount(use)) &&
      (use !== 'write_off' || new Set(items.map(({ customer }) => customer.id)).size === 1),
  );
  return (
    <>
      {rest.map((line) => (
        <div key={line.id} class="row rest-line">
          <strong>{t(`hand.rest.${line.use}`)}</strong>
          <label>
            <span class="hidden-label">{`${t('hand.amount')} ${t(`hand.rest.${line.use}`)}`}</span>
            <AmountInput
              isInvalid={minorOf(line.amount, reckoning.digits) === null}
              value={line.amount}
              onInput={(amount) => change(line.id, { amount })}
            />
          </label>
          {mayBeOnAccount(line.use) && (
            <CustomerChoice
              ledger={ledger}
              label={t('hand.customer')}
              chosen={line.customer}
              onChoose={(customer) => change(line.id, { customer })}
            />
          )}
          {isNoReceivable(line.use) && (
            <AccountField value={line.account} onInput={(account) => change(line.id, { account })} />
          )}
          <button
            type="button"
            class="plain"
            aria-label={`${t('hand.remove')} ${t(`hand.rest.${line.use}`)}`}
            onClick={() => onChange(rest.filter(({ id }) => id !== line.id))}
          >
            ✕
          </button>
        </div>
      ))}
      {(reckoning.remainderMinor ?? 0n) > 0n && (
        <label class="field">
          {t('hand.over')}
          <select value="" onChange={({ currentTarget }) => add(currentTarget.value as RestUse)}>
            <option value="" disabled>
              {t('hand.overHint')}
            </option>
            {possible.map((use) => (
              <option key={use} value={use}>
                {t(`hand.rest.${use}`)}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}
