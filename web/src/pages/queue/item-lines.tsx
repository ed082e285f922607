/** The items of an allocation: what is paid of each, and what becomes of the rest of it. */
import { digitsIn, minorOf } from '../../money.ts';
import { AmountInput } from '../../parts/amount-input.tsx';
import { Amount } from '../../parts/amount.tsx';
import type { DisputeReason, Payment } from '../../types.ts';
import { useSpeech } from '../../words/words.ts';
import { grouped } from '../../words/written.ts';
import { isCredit, isForeign, rateOf, type ChosenItem, type Reckoning } from './allocation.ts';
import { ShortChoice } from './short-choice.tsx';

type Props = Readonly<{
  payment: Payment;
  items: readonly ChosenItem[];
  reckoning: Reckoning;
  causes: readonly DisputeReason[];
  onChange: (id: string, changes: Partial<ChosenItem>) => void;
  onRemove: (id: string) => void;
}>;

export function ItemLines({ items, causes, onChange, onRemove, ...shared }: Props) {
  const { t } = useSpeech();
  if (items.length === 0) return null;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('item.document')}</th>
          <th scope="col">{t('item.customer')}</th>
          <th scope="col" class="number">
            {t('item.residual')}
          </th>
          <th scope="col">{t('hand.amount')}</th>
          <th scope="col">{t('hand.short')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <td dir="auto">{item.documentNumber}</td>
            <td dir="auto">{item.customer.name}</td>
            <td class="number">
              <Amount value={item.residual} currency={item.currency} isOut={isCredit(item.kind)} />
            </td>
            <td>
              <Paid {...shared} item={item} onChange={(changes) => onChange(item.id, changes)} />
            </td>
            <td>
              <ShortChoice
                item={item}
                missingMinor={shared.reckoning.shortMinor.get(item.id) ?? 0n}
                causes={causes}
                onChange={(shortfall) => onChange(item.id, { shortfall })}
              />
            </td>
            <td>
              <button
                type="button"
                class="plain"
                aria-label={`${t('hand.remove')} ${item.documentNumber}`}
                onClick={() => onRemove(item.id)}
              >
                ✕
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type OfItem = Omit<Props, 'items' | 'causes' | 'onChange' | 'onRemove'> &
  Readonly<{ item: ChosenItem; onChange: (changes: Partial<ChosenItem>) => void }>;

/** What of the payment pays it; between two currencies also what that pays, and the rate that it makes. */
function Paid({ payment, item, reckoning, onChange }: OfItem) {
  const { t, language } = useSpeech();
  const { digits, shortMinor } = reckoning;
  const rate = rateOf(payment, item);
  const amount = t('hand.amount');
  return (
    <>
      <AmountInput
        label={`${amount} ${item.documentNumber}`}
        isInvalid={minorOf(item.paid, digits) === null || (!isForeign(payment, item) && !shortMinor.has(item.id))}
        value={item.paid}
        onInput={(paid) => onChange({ paid })}
      />
      {isForeign(payment, item) && (
        <label class="field">
          {t('hand.pays', { currency: item.currency })}
          <AmountInput
            isInvalid={minorOf(item.pays, digitsIn(item.residual)) === null}
            value={item.pays}
            onInput={(pays) => onChange({ pays })}
          />
          {rate !== null && (
            <span class="small soft">
              {t('hand.rate', { rate: grouped(rate, language), of: payment.unapplied.currency, in: item.currency })}
            </span>
          )}
        </label>
      )}
    </>
  );
}
