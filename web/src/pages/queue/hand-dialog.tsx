/** Allocation by hand over several items and customers, with what is left to explain always in sight. */
import { useEffect, useState } from 'preact/hooks';
import { ifMatch, newKey } from '../../../../src/client/client.ts';
import { useAnswer } from '../../answer.ts';
import type { Decide } from '../../commands.ts';
import { decimalOf, digitsIn, minorOf } from '../../money.ts';
import { Amount, Day, grouped } from '../../parts/amount.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { ReasonField, reasonOr } from '../../parts/reason-field.tsx';
import { Given } from '../../parts/states.tsx';
import { useToast } from '../../parts/toasts.tsx';
import { lettrage } from '../../session.ts';
import type { DisputeReason, OpenItem, Payment, Proposal } from '../../types.ts';
import { useSpeech, type Word } from '../../words/words.ts';
import { choose, isCredit, partsOf, reckon, type ChosenItem, type Over, type Short } from './allocation.ts';

type Props = Readonly<{
  ledger: string;
  payment: Payment;
  /** Where to begin. */
  suggestion: Proposal | null;
  onClose: () => void;
  decide: Decide;
}>;

const shorts: readonly Short[] = ['leave', 'write_off', 'discount', 'bank_charge', 'dispute'];
const overs: readonly Over[] = ['leave', 'on_account', 'write_off'];

export function HandDialog({ ledger, payment, suggestion, onClose, decide }: Props) {
  const { t, language } = useSpeech();
  const toast = useToast();
  const [items, setItems] = useState<readonly ChosenItem[]>([]);
  const [over, setOver] = useState<Over>('leave');
  const [reason, setReason] = useState('');
  const [cause, setCause] = useState<Readonly<{ category: DisputeReason['category']; code: string }>>({
    category: 'A',
    code: 'price',
  });
  const [reasons] = useAnswer(`reasons ${ledger}`, () =>
    lettrage.GET('/v1/ledgers/{ledger}/dispute-reasons', { params: { path: { ledger } } }),
  );
  const chooseCause = (chosen: string) => {
    const reason = reasons.data?.items.find(({ category, code }) => `${category} ${code}` === chosen);
    if (reason !== undefined) setCause({ category: reason.category, code: reason.code });
  };
  const reckoning = reckon(payment, items);
  const { digits, remainderMinor, shortMinor } = reckoning;
  const parts = partsOf(items, reckoning, over);
  const hasDispute = items.some(({ id, short }) => short === 'dispute' && (shortMinor.get(id) ?? 0n) > 0n);

  useEffect(() => {
    if (suggestion === null) return;
    void Promise.all(suggestion.lines.map(({ openItemId }) => readItem(ledger, openItemId))).then((found) =>
      setItems((chosen) => found.reduce((all, item) => (item === null ? all : added(all, item)), chosen)),
    );
  }, []);

  const added = (chosen: readonly ChosenItem[], item: OpenItem): readonly ChosenItem[] => {
    if (chosen.some(({ id }) => id === item.id)) return chosen;
    const left = reckon(payment, chosen).remainderMinor ?? 0n;
    return [...chosen, choose(item, left, digitsIn(payment.unapplied.value))];
  };
  const change = (id: string, changes: Partial<ChosenItem>) =>
    setItems((all) => all.map((one) => (one.id === id ? { ...one, ...changes } : one)));

  const book = () => {
    if (parts === null) return;
    const why = reasonOr(reason, t('hand.title'));
    onClose();
    void decide({
      ask: (key) =>
        lettrage.POST('/v1/ledgers/{ledger}/payments/{paymentId}/settle', {
          params: {
            path: { ledger, paymentId: payment.id },
            header: { 'Idempotency-Key': key, 'If-Match': ifMatch(payment.version) },
          },
          body: { parts: [...parts], reason: why },
        }),
      // What waits for a second person has cleared nothing yet: there is nothing short to dispute.
      onDone: (state) => state === 'done' && void openDisputes(why),
    });
  };
  // After the payment is booked: a dispute is about what is then left of the item.
  const openDisputes = async (why: string) => {
    for (const { id, short } of items) {
      const missing = shortMinor.get(id) ?? 0n;
      if (short !== 'dispute' || missing === 0n) continue;
      const amount = decimalOf(missing, digits);
      const { error } = await lettrage.POST('/v1/ledgers/{ledger}/disputes', {
        params: { path: { ledger }, header: { 'Idempotency-Key': newKey() } },
        body: {
          openItemId: id,
          residual: amount,
          amount,
          openedFrom: 'short_payment',
          paymentId: payment.id,
          category: cause.category,
          reasonCode: cause.code,
          reason: why,
        },
      });
      if (error !== undefined) toast({ kind: 'bad', says: t('done.refused', { says: error.detail }) });
    }
  };

  return (
    <Dialog title={t('hand.allocate')} isWide onClose={onClose}>
      <div class="row apart">
        <span>
          {payment.counterpartyName ?? t('payment.unknownPayer')} · <Amount {...payment.unapplied} />
        </span>
        <span class={`remainder ${remainderMinor === 0n ? 'good' : 'warn'}`} role="status">
          {remainderMinor === 0n
            ? t('hand.explained')
            : `${t('hand.remainder')}: ${remainderMinor === null ? '?' : grouped(decimalOf(remainderMinor, digits), language)}`}
        </span>
      </div>
      {items.length > 0 && (
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
                <td dir="auto">{item.customerName}</td>
                <td class="number">
                  {isCredit(item.kind) ? '\u2212' : ''}
                  {grouped(item.residual, language)}
                </td>
                <td>
                  <input
                    class="number"
                    size={12}
                    inputMode="decimal"
                    aria-label={`${t('hand.amount')} ${item.documentNumber}`}
                    aria-invalid={minorOf(item.paid, digits) === null}
                    value={item.paid}
                    onInput={({ currentTarget }) => change(item.id, { paid: currentTarget.value })}
                  />
                </td>
                <td>
                  {(shortMinor.get(item.id) ?? 0n) > 0n && !isCredit(item.kind) && (
                    <select
                      aria-label={`${t('hand.short')} ${item.documentNumber}`}
                      value={item.short}
                      onChange={({ currentTarget }) => change(item.id, { short: currentTarget.value as Short })}
                    >
                      {shorts.map((short) => (
                        <option key={short} value={short}>
                          {t(`hand.short.${short}` as Word)}
                        </option>
                      ))}
                    </select>
                  )}
                </td>
                <td>
                  <button
                    type="button"
                    class="plain"
                    aria-label={`${t('hand.remove')} ${item.documentNumber}`}
                    onClick={() => setItems((all) => all.filter(({ id }) => id !== item.id))}
                  >
                    ✕
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {hasDispute && (
        <label class="field">
          {t('hand.category')}
          <select
            value={`${cause.category} ${cause.code}`}
            onChange={({ currentTarget }) => chooseCause(currentTarget.value)}
          >
            {reasons.data?.items.map(({ category, code, label }) => (
              <option key={code} value={`${category} ${code}`}>
                {category} · {label}
              </option>
            ))}
          </select>
        </label>
      )}
      <ItemSearch ledger={ledger} onChoose={(item) => setItems((all) => added(all, item))} />
      <div class="row apart">
        <div class="row">
          {(remainderMinor ?? 0n) > 0n && items.length > 0 && (
            <label class="field">
              {t('hand.over')}
              <select value={over} onChange={({ currentTarget }) => setOver(currentTarget.value as Over)}>
                {overs.map((one) => (
                  <option key={one} value={one}>
                    {t(`hand.over.${one}` as Word)}
                  </option>
                ))}
              </select>
            </label>
          )}
          <ReasonField value={reason} onInput={setReason} />
        </div>
        <button type="button" class="main" disabled={parts === null} onClick={book}>
          {t('hand.do')}
        </button>
      </div>
    </Dialog>
  );
}

async function readItem(ledger: string, openItemId: string): Promise<OpenItem | null> {
  const params = { path: { ledger, openItemId } };
  const { data } = await lettrage.GET('/v1/ledgers/{ledger}/open-items/{openItemId}', { params });
  return data === undefined || data.status === 'closed' ? null : data;
}

/** Open items by number, customer or amount; arrows and Enter, or a click, take one. */
function ItemSearch({ ledger, onChoose }: Readonly<{ ledger: string; onChoose: (item: OpenItem) => void }>) {
  const { t, language } = useSpeech();
  const [text, setText] = useState('');
  const asked = text.trim();
  const [found, again] = useAnswer(
    `items ${ledger} ${asked}`,
    asked.length < 2
      ? null
      : () =>
          lettrage.GET('/v1/ledgers/{ledger}/open-items', {
            params: { path: { ledger }, query: { status: 'open', search: asked, limit: 12 } },
          }),
  );
  return (
    <div class="stack">
      <label class="field">
        {t('hand.search')}
        <input
          type="search"
          placeholder={t('hand.searchHint')}
          value={text}
          autofocus
          onInput={({ currentTarget }) => setText(currentTarget.value)}
          onKeyDown={(event) => {
            const [first] = found.data?.items ?? [];
            if (event.key !== 'Enter' || first === undefined) return;
            event.preventDefault();
            onChoose(first);
            setText('');
          }}
        />
      </label>
      {asked.length >= 2 && (
        <Given answer={found} again={again}>
          {({ items }) => (
            <ul class="found">
              {items.map((item) => (
                <li key={item.id}>
                  <button type="button" class="plain" onClick={() => onChoose(item)}>
                    <strong dir="auto">{item.documentNumber}</strong>
                    <span dir="auto">{item.customer.name}</span>
                    <span class="soft">
                      <Day day={item.dueDate} />
                    </span>
                    <span class="number">{grouped(item.residual.value, language)}</span>
                  </button>
                </li>
              ))}
              {items.length === 0 && <li class="soft">{t('app.empty')}</li>}
            </ul>
          )}
        </Given>
      )}
    </div>
  );
}
