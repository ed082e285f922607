/** Allocation by hand over items, customers and other uses, with what is left to explain always in sight. */
import { useEffect, useState } from 'preact/hooks';
import { newKey } from '../../../../src/client/client.ts';
import { useAnswer } from '../../answer.ts';
import type { Decide } from '../../commands.ts';
import { decimalOf } from '../../money.ts';
import { Amount } from '../../parts/amount.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { plainText } from '../../parts/plain-text.ts';
import { ReasonField, reasonOr } from '../../parts/reason-field.tsx';
import { useToast } from '../../parts/toasts.tsx';
import { lettrage } from '../../session.ts';
import type { OpenItem, Payment, Proposal } from '../../types.ts';
import { useSpeech } from '../../words/words.ts';
import { grouped } from '../../words/written.ts';
import {
  choose,
  disputesOf,
  partsOf,
  reckon,
  type DisputeToOpen,
  type ChosenItem,
  type Draft,
  type Reckoning,
} from './allocation.ts';
import { ItemLines } from './item-lines.tsx';
import { ItemSearch } from './item-search.tsx';
import { RestLines } from './rest-lines.tsx';
import { confirmPayer, settle, unconfirmedIn } from './settle.ts';

type Props = Readonly<{
  ledger: string;
  payment: Payment;
  /** Where to begin. */
  suggestion: Proposal | null;
  onClose: () => void;
  decide: Decide;
  /** What does not take the payment out of the queue. */
  decideInPlace: Decide;
}>;

export function HandDialog({ ledger, payment, suggestion, onClose, decide, decideInPlace }: Props) {
  const { t } = useSpeech();
  const { draft, setDraft, add, changeItem, removeItem } = useDraft(ledger, payment, suggestion);
  const [reason, setReason] = useState('');
  const [learnPayer, setLearnPayer] = useState(false);
  const openDisputes = useDisputes(ledger, payment.id);
  const [causes] = useAnswer(`reasons ${ledger}`, () =>
    lettrage.GET('/v1/ledgers/{ledger}/dispute-reasons', { params: { path: { ledger } } }),
  );
  const reckoning = reckon(payment, draft);
  const parts = partsOf(payment, draft, reckoning);
  const book = () => {
    if (parts === null) return;
    const why = reasonOr(reason, t('hand.title'));
    const disputes = disputesOf(draft, reckoning);
    onClose();
    // What waits for a second person has cleared nothing yet: there is nothing short to dispute.
    void settle(decide, ledger, payment, { parts, reason: why, learnPayer }, (state, outcome) => {
      if (state !== 'done') return;
      void openDisputes(disputes, why);
      void askForPayer(decideInPlace, ledger, payment, unconfirmedIn(outcome), why);
    });
  };

  return (
    <Dialog title={t('hand.allocate')} isWide onClose={onClose}>
      <div class="row apart">
        <span>
          <span dir="auto">{plainText(payment.counterpartyName ?? t('payment.unknownPayer'))}</span> ·{' '}
          <Amount {...payment.unapplied} />
        </span>
        <Remainder reckoning={reckoning} />
      </div>
      {/* Enter takes what was searched for; with nothing to search it books, once all is explained. */}
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          book();
        }}
      >
        <ItemLines
          payment={payment}
          items={draft.items}
          reckoning={reckoning}
          causes={causes.data?.items ?? []}
          onChange={changeItem}
          onRemove={removeItem}
        />
        <ItemSearch ledger={ledger} isTaken={(id) => draft.items.some((one) => one.id === id)} onChoose={add} />
        <RestLines
          ledger={ledger}
          payment={payment}
          draft={draft}
          reckoning={reckoning}
          onChange={(rest) => setDraft((known) => ({ ...known, rest }))}
        />
        {draft.items.length > 0 && payment.counterpartyIban !== null && (
          <label>
            <input
              type="checkbox"
              checked={learnPayer}
              onChange={({ currentTarget }) => setLearnPayer(currentTarget.checked)}
            />{' '}
            {t('hand.learn', { iban: payment.counterpartyIban, customers: customersOf(draft) })}
          </label>
        )}
        <div class="row apart">
          <ReasonField value={reason} onInput={setReason} />
          <button type="submit" class="main" disabled={parts === null}>
            {t('hand.do')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** What is put together: it begins with the suggestion, if nobody has begun before that is there. */
function useDraft(ledger: string, payment: Payment, suggestion: Proposal | null) {
  const [draft, setDraft] = useState<Draft>({ items: [], rest: [] });
  useEffect(() => {
    if (suggestion === null) return;
    let isWanted = true;
    const read = async () => {
      const found = await Promise.all(suggestion.lines.map(({ openItemId }) => readItem(ledger, openItemId)));
      if (isWanted) setDraft((known) => (known.items.length > 0 ? known : startOf(payment, known, found)));
    };
    void read();
    return () => {
      isWanted = false;
    };
  }, [suggestion]);
  const withItems = (change: (items: Draft['items']) => Draft['items']) =>
    setDraft((known) => ({ ...known, items: change(known.items) }));
  return {
    draft,
    setDraft,
    add: (item: OpenItem) => setDraft((known) => withItem(payment, known, item)),
    changeItem: (id: string, changes: Partial<ChosenItem>) =>
      withItems((items) => items.map((one) => (one.id === id ? { ...one, ...changes } : one))),
    removeItem: (id: string) => withItems((items) => items.filter((one) => one.id !== id)),
  };
}

const customersOf = ({ items }: Draft): string => [...new Set(items.map(({ customer }) => customer.name))].join(', ');

/** One request a customer: a second person agrees to each, or not. */
async function askForPayer(
  decide: Decide,
  ledger: string,
  { counterpartyIban: iban }: Payment,
  customerIds: readonly string[],
  reason: string,
): Promise<void> {
  if (iban === null) return;
  for (const customerId of customerIds) await confirmPayer(decide, ledger, { customerId, iban, reason });
}

/** What nobody has explained yet; booked is only what leaves none. */
function Remainder({ reckoning: { remainderMinor, digits } }: Readonly<{ reckoning: Reckoning }>) {
  const { t, language } = useSpeech();
  const left = remainderMinor === null ? '?' : grouped(decimalOf(remainderMinor, digits), language);
  return (
    <span class={`remainder ${remainderMinor === 0n ? 'good' : 'warn'}`} role="status">
      {remainderMinor === 0n ? t('hand.explained') : `${t('hand.remainder')}${t('sign.colon')} ${left}`}
    </span>
  );
}

function withItem(payment: Payment, draft: Draft, item: OpenItem): Draft {
  if (draft.items.some(({ id }) => id === item.id)) return draft;
  const left = reckon(payment, draft).remainderMinor ?? 0n;
  return { ...draft, items: [...draft.items, choose(payment, item, left)] };
}

/** One item after the other, in the order of the suggestion: each takes what is left. */
const startOf = (payment: Payment, draft: Draft, found: readonly (OpenItem | null)[]): Draft =>
  found.reduce<Draft>((known, item) => (item === null ? known : withItem(payment, known, item)), draft);

async function readItem(ledger: string, openItemId: string): Promise<OpenItem | null> {
  const params = { path: { ledger, openItemId } };
  const { data } = await lettrage.GET('/v1/ledgers/{ledger}/open-items/{openItemId}', { params });
  return data === undefined || data.status === 'closed' ? null : data;
}

/** After a payment is booked: a dispute is about what is then left of the item. A refusal of one is told. */
function useDisputes(ledger: string, paymentId: string) {
  const { t, coded } = useSpeech();
  const toast = useToast();
  return async (disputes: readonly DisputeToOpen[], reason: string): Promise<void> => {
    for (const dispute of disputes) {
      const { error } = await lettrage.POST('/v1/ledgers/{ledger}/disputes', {
        params: { path: { ledger }, header: { 'Idempotency-Key': newKey() } },
        body: { ...dispute, residual: dispute.amount, openedFrom: 'short_payment', paymentId, reason },
      });
      if (error !== undefined)
        toast({ kind: 'bad', says: t('done.refused', { says: coded(error.code, error.title) }) });
    }
  };
}
