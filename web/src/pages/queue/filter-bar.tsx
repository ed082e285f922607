/** What narrows and orders the queue. The address carries it; nothing is kept here but what is being typed. */
import { useEffect, useState } from 'preact/hooks';
import type { components } from '../../../../src/client/client.ts';
import { useAnswer } from '../../answer.ts';
import { AmountInput } from '../../parts/amount-input.tsx';
import { CustomerChoice } from '../../parts/customer-choice.tsx';
import { lettrage } from '../../session.ts';
import { useSpeech } from '../../words/words.ts';
import { ages, filterCount, owners, sides, sorts, type QueueView } from './queue-view.ts';

type Schemas = components['schemas'];
type Props = Readonly<{
  ledger: string;
  view: QueueView;
  /** Under all filters but the reason. */
  counts: Schemas['ReviewCounts'] | null;
  /** The list is there: what the filters offer can be asked. */
  isListThere: boolean;
  onChange: (view: QueueView) => void;
}>;

const searchPauseMs = 250;

export function FilterBar({ ledger, view, counts, isListThere, onChange }: Props) {
  const { t, term } = useSpeech();
  const [accounts] = useAnswer(
    `accounts ${ledger} ${String(isListThere)}`,
    isListThere ? () => lettrage.GET('/v1/ledgers/{ledger}/bank-accounts', { params: { path: { ledger } } }) : null,
  );
  const currencies = [...new Set(accounts.data?.items.map(({ currency }) => currency))];
  const change = (changes: ViewChanges) => onChange(changedView(view, changes, currencies));
  const count = filterCount(view);
  return (
    <div class="filters">
      <SearchField text={view.text ?? ''} onSearch={(text) => change({ text })} />
      <label>
        <span class="hidden-label">{t('queue.filter')}</span>
        <select value={view.reason ?? ''} onChange={({ currentTarget }) => change({ reason: currentTarget.value })}>
          <option value="">
            {t('queue.allReasons')} {counts !== null && `(${counts.paymentCount}${counts.isComplete ? '' : '+'})`}
          </option>
          {counts?.reasons.map(({ reason, paymentCount }) => (
            <option key={reason} value={reason}>
              {term('reason', reason)} ({paymentCount})
            </option>
          ))}
        </select>
      </label>
      <details>
        <summary>
          {t('queue.filters')} {count > 0 && <span class="tag">{count}</span>}
        </summary>
        <FilterGrid
          ledger={ledger}
          view={view}
          accounts={accounts.data?.items ?? []}
          currencies={currencies}
          onChange={change}
          onClear={() => onChange({})}
        />
      </details>
    </div>
  );
}

type ViewChanges = { readonly [Word in keyof QueueView]?: string };

/** What is emptied is gone. Amounts, and the order by them, are those of one currency. */
function changedView(view: QueueView, changes: ViewChanges, [usual]: readonly string[]): QueueView {
  const changed: QueueView = Object.fromEntries(
    Object.entries({ ...view, ...changes }).filter(([, value]) => value !== ''),
  );
  const { from, to, sort, currency } = changed;
  const needsCurrency = from !== undefined || to !== undefined || sort === 'largest' || sort === 'smallest';
  return needsCurrency && currency === undefined && usual !== undefined ? { ...changed, currency: usual } : changed;
}

type GridProps = Readonly<{
  ledger: string;
  view: QueueView;
  accounts: readonly Schemas['BankAccount'][];
  currencies: readonly string[];
  onChange: (changes: ViewChanges) => void;
  onClear: () => void;
}>;

function FilterGrid({ ledger, view, accounts, currencies, onChange, onClear }: GridProps) {
  const { t } = useSpeech();
  return (
    <div class="filter-grid">
      <Choice
        label={t('queue.account')}
        value={view.account}
        any={t('queue.allAccounts')}
        options={accounts.map(({ identifier, name }) => [identifier, name])}
        onChoose={(account) => onChange({ account })}
      />
      <Choice
        label={t('queue.side')}
        value={view.side}
        any={t('queue.bothSides')}
        options={sides.map((side) => [side, t(`queue.side.${side}`)])}
        onChoose={(side) => onChange({ side })}
      />
      <Choice
        label={t('queue.owner')}
        value={view.owner}
        any={t('queue.anybody')}
        options={owners.map((owner) => [owner, t(`queue.owner.${owner}`)])}
        onChoose={(owner) => onChange({ owner })}
      />
      <Choice
        label={t('queue.age')}
        value={view.age}
        any={t('queue.anyAge')}
        options={agesOf(view).map((age) => [age, t('queue.olderThan', { days: age })])}
        onChoose={(age) => onChange({ age })}
      />
      <Choice
        label={t('queue.ageTo')}
        value={view.ageTo}
        any={t('queue.anyAge')}
        options={agesTo(view).map((age) => [age, t('queue.notOlderThan', { days: age })])}
        onChoose={(ageTo) => onChange({ ageTo })}
      />
      <Choice
        label={t('queue.sort')}
        value={view.sort ?? 'oldest'}
        options={sorts.map((sort) => [sort, t(`queue.sort.${sort}`)])}
        onChoose={(sort) => onChange({ sort: sort === 'oldest' ? '' : sort })}
      />
      <AmountField label={t('queue.minimum')} value={view.from} onChange={(from) => onChange({ from })} />
      <AmountField label={t('queue.maximum')} value={view.to} onChange={(to) => onChange({ to })} />
      <Choice
        label={t('queue.currency')}
        value={view.currency}
        any={t('queue.anyCurrency')}
        options={currencies.map((currency) => [currency, currency])}
        onChoose={(currency) => onChange({ currency, ...(currency === '' && { from: '', to: '', sort: '' }) })}
      />
      <button type="button" disabled={filterCount(view) === 0} onClick={onClear}>
        {t('queue.clear')}
      </button>
      <CustomerFilter
        ledger={ledger}
        customerId={view.customer ?? null}
        onChoose={(customer) => onChange({ customer })}
      />
    </div>
  );
}

// A report may lead here with an age of its own.
const among = (usual: readonly string[], asked = ''): readonly string[] =>
  asked === '' || usual.includes(asked) ? usual : [...usual, asked].toSorted((a, b) => Number(a) - Number(b));
const agesOf = ({ age }: QueueView) => among(ages, age);
const agesTo = ({ ageTo }: QueueView) => among(ages, ageTo);

/** Asks when nobody has typed for a moment. */
function SearchField({ text, onSearch }: Readonly<{ text: string; onSearch: (text: string) => void }>) {
  const { t } = useSpeech();
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  useEffect(() => {
    if (typed.trim() === text) return;
    const pause = setTimeout(() => onSearch(typed.trim()), searchPauseMs);
    return () => clearTimeout(pause);
  }, [typed]);
  return (
    <label>
      <span class="hidden-label">{t('queue.search')}</span>
      <input
        id="queue-search"
        type="search"
        maxLength={200}
        placeholder={t('queue.search')}
        value={typed}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Enter') onSearch(typed.trim());
          // Back to the list, where the other keys act.
          if (key === 'Enter' || key === 'Escape') currentTarget.blur();
        }}
      />
    </label>
  );
}

function Choice({
  label,
  value = '',
  any,
  options,
  onChoose,
}: Readonly<{
  label: string;
  value: string | undefined;
  /** What no choice is called; absent: there is always one. */
  any?: string;
  options: readonly (readonly [value: string, says: string])[];
  onChoose: (value: string) => void;
}>) {
  return (
    <label class="field">
      {label}
      <select value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        {any !== undefined && <option value="">{any}</option>}
        {options.map(([one, says]) => (
          <option key={one} value={one}>
            {says}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Taken with Enter, or when it is left. */
function AmountField({
  label,
  value = '',
  onChange,
}: Readonly<{ label: string; value: string | undefined; onChange: (amount: string) => void }>) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  return (
    <label class="field">
      {label}
      <AmountInput size={8} value={typed} onInput={setTyped} onDone={() => onChange(typed)} />
    </label>
  );
}

/** Whose open items the best suggestion settles. */
function CustomerFilter({
  ledger,
  customerId,
  onChoose,
}: Readonly<{ ledger: string; customerId: string | null; onChoose: (customerId: string) => void }>) {
  const { t } = useSpeech();
  const [known] = useAnswer(
    `customer ${ledger} ${customerId ?? ''}`,
    customerId === null
      ? null
      : () => lettrage.GET('/v1/ledgers/{ledger}/customers/{customerId}', { params: { path: { ledger, customerId } } }),
  );
  return (
    <CustomerChoice
      ledger={ledger}
      label={t('queue.customer')}
      chosen={customerId === null ? null : known.data}
      onChoose={(customer) => onChoose(customer?.id ?? '')}
    />
  );
}
