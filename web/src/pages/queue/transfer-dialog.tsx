import { useState } from 'preact/hooks';
import type { Decide } from '../../commands.ts';
import { decimalOf, digitsIn, minorOf } from '../../money.ts';
import { AmountInput } from '../../parts/amount-input.tsx';
import { Amount } from '../../parts/amount.tsx';
import { CustomerChoice } from '../../parts/customer-choice.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { ReasonField, reasonOr } from '../../parts/reason-field.tsx';
import { lettrage } from '../../session.ts';
import type { ChosenCustomer, OpenItem } from '../../types.ts';
import { useSpeech } from '../../words/words.ts';
import { isCredit } from './allocation.ts';
import { ItemSearch } from './item-search.tsx';

type Props = Readonly<{ ledger: string; decide: Decide; onClose: () => void }>;

/** A claim, or money on account, that stands at the wrong customer: it goes to another, whole or in part. */
export function TransferDialog({ ledger, decide, onClose }: Props) {
  const { t } = useSpeech();
  const [item, setItem] = useState<OpenItem | null>(null);
  const [customer, setCustomer] = useState<ChosenCustomer | null>(null);
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const amount = item === null ? null : amountOf(item, typed);

  const book = () => {
    if (item === null || customer === null || amount === null) return;
    onClose();
    void decide({
      ask: (key) =>
        lettrage.POST('/v1/ledgers/{ledger}/open-items/{openItemId}/transfer', {
          params: { path: { ledger, openItemId: item.id }, header: { 'Idempotency-Key': key } },
          body: {
            residual: item.residual.value,
            amount,
            toCustomerId: customer.id,
            reason: reasonOr(reason, t('transfer.title')),
          },
        }),
    });
  };
  return (
    <Dialog title={t('transfer.title')} onClose={onClose}>
      {item === null ? (
        <ItemSearch
          ledger={ledger}
          onChoose={(found) => {
            setItem(found);
            setTyped(found.residual.value);
          }}
        />
      ) : (
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            book();
          }}
        >
          <p class="row apart">
            <strong dir="auto">{item.documentNumber}</strong>
            <span dir="auto">{item.customer.name}</span>
            <Amount {...item.residual} isOut={isCredit(item.kind)} />
          </p>
          <CustomerChoice ledger={ledger} label={t('transfer.to')} chosen={customer} isFirst onChoose={setCustomer} />
          <label class="field">
            {t('hand.amount')}
            <AmountInput isInvalid={amount === null} value={typed} onInput={setTyped} />
          </label>
          <ReasonField value={reason} onInput={setReason} />
          <button
            type="submit"
            class="main"
            disabled={amount === null || customer === null || customer.id === item.customer.id}
          >
            {t('hand.do')}
          </button>
        </form>
      )}
    </Dialog>
  );
}

/** What is typed, when it is more than nothing and no more than is left of the item. */
function amountOf({ residual: { value } }: OpenItem, typed: string): string | null {
  const digits = digitsIn(value);
  const [minor, residual] = [minorOf(typed, digits), minorOf(value, digits)];
  return minor === null || residual === null || minor <= 0n || minor > residual ? null : decimalOf(minor, digits);
}
