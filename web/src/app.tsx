/** The frame: who is here, in which ledger and language, and the page of the address. */
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useAnswer } from './answer.ts';
import { useKeys } from './parts/keys.ts';
import { Given, Notice } from './parts/states.tsx';
import { Toasts } from './parts/toasts.tsx';
import { KeyList } from './parts/key-list.tsx';
import { ApprovalsPage } from './pages/approvals.tsx';
import { CustomersPage } from './pages/customers/customers-page.tsx';
import { DisputesPage } from './pages/disputes/disputes-page.tsx';
import { NightsPage } from './pages/nights/nights-page.tsx';
import { QueuePage } from './pages/queue/queue-page.tsx';
import { ReportsPage } from './pages/reports/reports-page.tsx';
import { SignIn } from './pages/sign-in.tsx';
import { TodayPage } from './pages/today/today-page.tsx';
import { addressOf, goTo, usePlace, type Place } from './place.ts';
import { hasKey, keepLanguage, lettrage, readLanguage, signOut } from './session.ts';
import { speechOf, SpeechContext, useSpeech, type Language, type Word } from './words/words.ts';

type PageName = 'today' | 'queue' | 'approvals' | 'nights' | 'customers' | 'disputes' | 'reports';

/** The pages in their order, and the key that goes there after `g`. */
const pages: readonly Readonly<{
  name: PageName;
  key: string;
  show: (place: Place, actor: string) => ComponentChildren;
}>[] = [
  { name: 'today', key: 't', show: ({ ledger }, actor) => <TodayPage ledger={ledger} actor={actor} /> },
  { name: 'queue', key: 'q', show: (place, actor) => <QueuePage place={place} actor={actor} /> },
  { name: 'approvals', key: 'a', show: ({ ledger }, actor) => <ApprovalsPage ledger={ledger} actor={actor} /> },
  { name: 'nights', key: 'n', show: (place) => <NightsPage place={place} /> },
  { name: 'customers', key: 'c', show: (place) => <CustomersPage place={place} /> },
  { name: 'disputes', key: 'd', show: (place) => <DisputesPage place={place} /> },
  { name: 'reports', key: 'p', show: (place) => <ReportsPage place={place} /> },
];

export function App() {
  const [language, setLanguage] = useState<Language>(readLanguage);
  const speech = useMemo(() => speechOf(language), [language]);
  useEffect(() => {
    document.documentElement.lang = language;
    keepLanguage(language);
  }, [language]);
  return (
    <SpeechContext.Provider value={speech}>
      <Toasts>
        <Entry onLanguage={setLanguage} />
      </Toasts>
    </SpeechContext.Provider>
  );
}

type Choosing = Readonly<{ onLanguage: (language: Language) => void }>;

/** Asks who this is, before anything else. */
function Entry({ onLanguage }: Choosing) {
  const [ledgers, again] = useAnswer('ledgers', () => lettrage.GET('/v1/ledgers'));
  if (ledgers.state === 'refused' && ledgers.code.startsWith('api.credentials'))
    return <SignIn wasRefused={hasKey()} onSignedIn={again} />;
  return (
    <Given answer={ledgers} again={again}>
      {({ items }) => <Frame ledgers={items} onLanguage={onLanguage} onSignOut={again} />}
    </Given>
  );
}

type Ledger = Readonly<{ code: string; name: string }>;

function Frame({
  ledgers,
  onLanguage,
  onSignOut,
}: Choosing & Readonly<{ ledgers: readonly Ledger[]; onSignOut: () => void }>) {
  const { t, language } = useSpeech();
  const place = usePlace();
  const [showsKeys, setShowsKeys] = useState(false);
  const [me] = useAnswer('me', () => lettrage.GET('/v1/me'));
  const [first] = ledgers;
  const ledger = ledgers.find(({ code }) => code === place.ledger) ?? first;
  const here = { ...place, ledger: ledger?.code ?? '' };
  useKeys({
    ...Object.fromEntries(pages.map(({ name, key }) => [`g ${key}`, () => goTo(addressOf(here.ledger, name))])),
    '?': () => setShowsKeys(true),
  });
  useEffect(() => {
    document.title = `${t(`nav.${here.page}` as Word)} · Lettrage`;
  }, [here.page, language]);
  const shown = pages.find(({ name }) => name === here.page) ?? pages[0];
  return (
    <div class="shell">
      <a class="skip" href="#content">
        {t('app.skip')}
      </a>
      <header>
        <span class="brand">
          <img src="/favicon.svg" alt="" /> {t('app.name')}
        </span>
        <label>
          <span class="hidden-label">{t('app.ledger')}</span>
          <select value={here.ledger} onChange={({ currentTarget }) => goTo(addressOf(currentTarget.value, here.page))}>
            {ledgers.map(({ code, name }) => (
              <option key={code} value={code}>
                {name === code ? code : `${code} · ${name}`}
              </option>
            ))}
          </select>
        </label>
        <span class="spring" />
        <button type="button" class="plain" onClick={() => setShowsKeys(true)}>
          <kbd>?</kbd> {t('app.keys')}
        </button>
        <label>
          <span class="hidden-label">{t('app.language')}</span>
          <select value={language} onChange={({ currentTarget }) => onLanguage(currentTarget.value as Language)}>
            <option value="fr">Français</option>
            <option value="en">English</option>
          </select>
        </label>
        {me.data !== null && <span class="soft">{me.data.actor}</span>}
        {me.data !== null && me.data.actor !== 'local' && (
          <button
            type="button"
            onClick={() => {
              signOut();
              onSignOut();
            }}
          >
            {t('app.signOut')}
          </button>
        )}
      </header>
      <nav aria-label={t('app.name')}>
        <ul>
          {pages.map(({ name }) => (
            <li key={name}>
              <a href={addressOf(here.ledger, name)} aria-current={name === here.page ? 'page' : undefined}>
                {t(`nav.${name}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main id="content" class={here.page === 'queue' ? 'split' : ''}>
        {ledger === undefined || shown === undefined ? (
          <Notice>{t('app.noLedger')}</Notice>
        ) : (
          shown.show(here, me.data?.actor ?? '')
        )}
      </main>
      {showsKeys && <KeyList onClose={() => setShowsKeys(false)} />}
    </div>
  );
}
