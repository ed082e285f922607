import { useState } from 'preact/hooks';
import { useAnswer } from '../../answer.ts';
import { Amount, Day } from '../../parts/amount.tsx';
import { Given } from '../../parts/states.tsx';
import { lettrage } from '../../session.ts';
import type { OpenItem } from '../../types.ts';
import { useSpeech } from '../../words/words.ts';
import { isCredit } from './allocation.ts';

const mostFound = 12;

/** Open items by number, customer or amount; Enter takes the first, a click any. */
export function ItemSearch({
  ledger,
  isTaken = () => false,
  onChoose,
}: Readonly<{ ledger: string; isTaken?: (id: string) => boolean; onChoose: (item: OpenItem) => void }>) {
  const { t } = useSpeech();
  const [text, setText] = useState('');
  const asked = text.trim();
  const isAsked = asked.length >= 2;
  const [found, again] = useAnswer(
    `items ${ledger} ${asked}`,
    isAsked
      ? () =>
          lettrage.GET('/v1/ledgers/{ledger}/open-items', {
            params: { path: { ledger }, query: { status: 'open', search: asked, limit: mostFound } },
          })
      : null,
  );
  const takeFirst = () => {
    const first = found.state === 'given' ? found.data.items.find(({ id }) => !isTaken(id)) : undefined;
    if (first === undefined) return;
    onChoose(first);
    setText('');
  };
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
            if (event.key !== 'Enter' || asked === '') return;
            event.preventDefault();
            takeFirst();
          }}
        />
      </label>
      {isAsked && (
        <Given answer={found} again={again}>
          {({ items }) => (
            <ul class="found">
              {items.map((item) => (
                <li key={item.id}>
                  <button type="button" class="plain" disabled={isTaken(item.id)} onClick={() => onChoose(item)}>
                    <strong dir="auto">{item.documentNumber}</strong>
                    <span dir="auto">{item.customer.name}</span>
                    <span class="soft">
                      <Day day={item.dueDate} />
                    </span>
                    <Amount {...item.residual} isOut={isCredit(item.kind)} />
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
