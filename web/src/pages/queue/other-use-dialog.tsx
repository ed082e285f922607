/** A payment that pays no item: money on account of a customer, or no receivable at all. */
import { useState } from 'preact/hooks';
import { ifMatch } from '../../../../src/client/client.ts';
import { useAnswer } from '../../answer.ts';
import type { Decide } from '../../commands.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { ReasonField, reasonOr } from '../../parts/reason-field.tsx';
import { lettrage } from '../../session.ts';
import type { PaymentPart, QueuedPayment } from '../../types.ts';
import { useSpeech } from '../../words/words.ts';

export type OtherUse = 'on_account' | 'not_receivable';
type Props = Readonly<{ ledger: string; queued: QueuedPayment; use: OtherUse; onClose: () => void; decide: Decide }>;

const purposes = ['bank_charge', 'tax', 'internal_transfer', 'payroll', 'other'] as const;
type Purpose = (typeof purposes)[number];

export function OtherUseDialog({ ledger, queued: { payment, suggestions }, use, onClose, decide }: Props) {
  const { t, term } = useSpeech();
  const [customerId, setCustomerId] = useState(
    suggestions.find(({ customer }) => customer !== null)?.customer?.id ?? '',
  );
  const [purpose, setPurpose] = useState<Purpose>('bank_charge');
  const [reason, setReason] = useState('');
  const { value: amount } = payment.unapplied;
  const part: PaymentPart | null =
    use === 'not_receivable' ? { use, purpose, amount } : customerId === '' ? null : { use, customerId, amount };
  const title = t(use === 'on_account' ? 'hand.onAccount' : 'hand.classify');
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (part === null) return;
          onClose();
          void decide({
            ask: (key) =>
              lettrage.POST('/v1/ledgers/{ledger}/payments/{paymentId}/settle', {
                params: {
                  path: { ledger, paymentId: payment.id },
                  header: { 'Idempotency-Key': key, 'If-Match': ifMatch(payment.version) },
                },
                body: { parts: [part], reason: reasonOr(reason, title) },
              }),
          });
        }}
      >
        {use === 'on_account' ? (
          <CustomerChoice ledger={ledger} customerId={customerId} onChoose={setCustomerId} />
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
        <ReasonField value={reason} onInput={setReason} />
        <button type="submit" class="main" disabled={part === null}>
          {t('hand.do')}
        </button>
      </form>
    </Dialog>
  );
}

/** A customer by name or code. */
function CustomerChoice({
  ledger,
  customerId,
  onChoose,
}: Readonly<{ ledger: string; customerId: string; onChoose: (id: string) => void }>) {
  const { t } = useSpeech();
  const [text, setText] = useState('');
  const asked = text.trim();
  const [found] = useAnswer(`customers ${ledger} ${asked}`, () =>
    lettrage.GET('/v1/ledgers/{ledger}/customers', {
      params: { path: { ledger }, query: { limit: 20, ...(asked !== '' && { search: asked }) } },
    }),
  );
  return (
    <>
      <label class="field">
        {t('hand.customer')}
        <input type="search" autofocus value={text} onInput={({ currentTarget }) => setText(currentTarget.value)} />
      </label>
      <ul class="found" role="listbox" aria-label={t('hand.customer')}>
        {found.data?.items.map(({ id, code, name }) => (
          <li key={id} role="presentation">
            <button
              type="button"
              class="plain"
              role="option"
              aria-selected={id === customerId}
              onClick={() => onChoose(id)}
            >
              <strong>{code}</strong> <span dir="auto">{name}</span> {id === customerId && '✓'}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
