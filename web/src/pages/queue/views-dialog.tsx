import { useState } from 'preact/hooks';
import { Dialog } from '../../parts/dialog.tsx';
import { useSpeech } from '../../words/words.ts';
import { forgetView, readViews, saveView } from './saved-views.ts';

/** The views that this person has named: opened, saved, forgotten. */
export function ViewsDialog({
  ledger,
  actor,
  query,
  onOpen,
  onClose,
}: Readonly<{
  ledger: string;
  actor: string;
  /** Of the view that is open. */
  query: string;
  onOpen: (query: string) => void;
  onClose: () => void;
}>) {
  const { t } = useSpeech();
  const [views, setViews] = useState(() => readViews(actor, ledger));
  const [name, setName] = useState('');
  const wanted = name.trim();
  return (
    <Dialog title={t('queue.views')} onClose={onClose}>
      {views.length === 0 && <p class="soft">{t('queue.noViews')}</p>}
      <ul class="stack">
        {views.map((view) => (
          <li key={view.name} class="row apart">
            <button
              type="button"
              class="plain"
              aria-pressed={view.query === query}
              onClick={() => {
                onOpen(view.query);
                onClose();
              }}
            >
              {view.name}
            </button>
            <button
              type="button"
              class="plain"
              aria-label={`${t('hand.remove')} ${view.name}`}
              onClick={() => setViews(forgetView(actor, ledger, view.name))}
            >
              ✕
            </button>
          </li>
        ))}
      </ul>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted !== '') setViews(saveView(actor, ledger, { name: wanted, query }));
          setName('');
        }}
      >
        <label class="field">
          {t('queue.viewName')}
          <input autofocus value={name} maxLength={60} onInput={({ currentTarget }) => setName(currentTarget.value)} />
        </label>
        <button type="submit" class="main" disabled={wanted === ''}>
          {t('queue.saveView')}
        </button>
      </form>
      <p class="small soft">{t('queue.viewHint')}</p>
    </Dialog>
  );
}
