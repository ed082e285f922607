import { useState } from 'preact/hooks';
import { useAnswer } from '../answer.ts';
import { lettrage } from '../session.ts';
import type { ChosenCustomer } from '../types.ts';
import { useSpeech } from '../words/words.ts';

/** A customer by name or code: typed, then taken with Enter (the first found) or a click. */
export function CustomerChoice({
  ledger,
  label,
  chosen,
  isFirst = false,
  onChoose,
}: Readonly<{
  ledger: string;
  label: string;
  chosen: ChosenCustomer | null;
  /** Of a dialog: focus begins here. */
  isFirst?: boolean;
  onChoose: (customer: ChosenCustomer | null) => void;
}>) {
  const { t } = useSpeech();
  const [text, setText] = useState('');
  const asked = text.trim();
  const [found] = useAnswer(
    `customers ${ledger} ${asked}`,
    asked === ''
      ? null
      : () =>
          lettrage.GET('/v1/ledgers/{ledger}/customers', {
            params: { path: { ledger }, query: { limit: 20, search: asked } },
          }),
  );
  const take = ({ id, code, name }: ChosenCustomer) => {
    onChoose({ id, code, name });
    setText('');
  };
  return (
    <div class="choice">
      <label class="field">
        {label}
        <input
          type="search"
          autofocus={isFirst}
          placeholder={chosen === null ? t('hand.customerHint') : `${chosen.code} ${chosen.name}`}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
          onKeyDown={(event) => {
            const [first] = found.data?.items ?? [];
            if (event.key !== 'Enter' || asked === '') return;
            // Enter in a form would send it.
            event.preventDefault();
            if (first !== undefined && found.state === 'given') take(first);
          }}
        />
      </label>
      {chosen !== null && <Chosen customer={chosen} onRemove={() => onChoose(null)} />}
      {asked !== '' && <Found label={label} customers={found.data?.items ?? null} chosen={chosen} onTake={take} />}
    </div>
  );
}

const Chosen = ({
  customer: { code, name },
  onRemove,
}: Readonly<{ customer: ChosenCustomer; onRemove: () => void }>) => {
  const { t } = useSpeech();
  return (
    <span class="tag">
      <span dir="auto">
        {code} · {name}
      </span>
      <button type="button" class="plain" aria-label={`${t('hand.remove')} ${code}`} onClick={onRemove}>
        ✕
      </button>
    </span>
  );
};

/** @param customers - null: not known yet. */
const Found = ({
  label,
  customers,
  chosen,
  onTake,
}: Readonly<{
  label: string;
  customers: readonly ChosenCustomer[] | null;
  chosen: ChosenCustomer | null;
  onTake: (customer: ChosenCustomer) => void;
}>) => {
  const { t } = useSpeech();
  return (
    <ul class="found" role="listbox" aria-label={label}>
      {customers?.map((customer) => (
        <li key={customer.id} role="presentation">
          <button
            type="button"
            class="plain"
            role="option"
            aria-selected={customer.id === chosen?.id}
            onClick={() => onTake(customer)}
          >
            <strong>{customer.code}</strong> <span dir="auto">{customer.name}</span>
          </button>
        </li>
      ))}
      {customers?.length === 0 && <li class="soft small">{t('app.empty')}</li>}
    </ul>
  );
};
