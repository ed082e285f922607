/** A payment that pays no item: money on account of a customer, or no receivable at all. */
import { useState } from 'preact/hooks';
import type { Decide } from '../../commands.ts';
import { CustomerChoice } from '../../parts/customer-choice.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { ReasonField, reasonOr } from '../../parts/reason-field.tsx';
import type { ChosenCustomer, PaymentPart, QueuedPayment } from '../../types.ts';
import { useSpeech } from '../../words/words.ts';
import { AccountField } from './account-field.tsx';
import { isAccount, otherAccount } from './allocation.ts';
import { settle } from './settle.ts';

export type OtherUse = 'on_account' | 'not_receivable';
type Props = Readonly<{ ledger: string; queued: QueuedPayment; use: OtherUse; onClose: () => void; decide: Decide }>;

const purposes = ['bank_charge', 'tax', 'internal_transfer', 'payroll', 'other'] as const;
type Purpose = (typeof purposes)[number];

export function OtherUseDialog({ ledger, queued: { payment, suggestions }, use, onClose, decide }: Props) {
  const { t, term } = useSpeech();
  const [customer, setCustomer] = useState<ChosenCustomer | null>(
    suggestions.find((suggestion) => suggestion.customer !== null)?.customer ?? null,
  );
  const [purpose, setPurpose] = useState<Purpose>('bank_charge');
  const [account, setAccount] = useState('');
  const [reason, setReason] = useState('');
  const { value: amount } = payment.unapplied;
  const part: PaymentPart | null =
    use === 'not_receivable'
      ? isAccount(account)
        ? { use, purpose, amount, ...otherAccount(account) }
        : null
      : customer === null
        ? null
        : { use, customerId: customer.id, amount };
  const title = t(use === 'on_account' ? 'hand.onAccount' : 'hand.classify');
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (part === null) return;
          onClose();
          void settle(decide, ledger, payment, { parts: [part], reason: reasonOr(reason, title) });
        }}
      >
        {use === 'on_account' ? (
          <CustomerChoice ledger={ledger} label={t('hand.customer')} chosen={customer} isFirst onChoose={setCustomer} />
        ) : (
          <label class="field">
            {t('hand.purpose')}
            <select
              autofocus
              value={purpose}
              onChange={({ currentTarget }) => setPurpose(currentTarget.value as Purpose)}
            >
              {purposes.map((one) => (
                <option key={one} value={one}>
                  {term('purpose', one)}
                </option>
              ))}
            </select>
          </label>
        )}
        {use === 'not_receivable' && <AccountField value={account} onInput={setAccount} />}
        <ReasonField value={reason} onInput={setReason} />
        <button type="submit" class="main" disabled={part === null}>
          {t('hand.do')}
        </button>
      </form>
    </Dialog>
  );
}
