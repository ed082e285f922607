import { useState } from 'preact/hooks';
import { signIn } from '../session.ts';
import { useSpeech } from '../words/words.ts';

/** Asks for a key, which stays in this tab. */
export function SignIn({ wasRefused, onSignedIn }: Readonly<{ wasRefused: boolean; onSignedIn: () => void }>) {
  const { t } = useSpeech();
  const [key, setKey] = useState('');
  return (
    <main class="sign-in">
      <form
        class="card stack"
        onSubmit={(event) => {
          event.preventDefault();
          signIn(key);
          onSignedIn();
        }}
      >
        <h1>Lettrage</h1>
        <label class="field">
          {t('signIn.key')}
          <input
            type="password"
            autocomplete="current-password"
            required
            autofocus
            value={key}
            onInput={({ currentTarget }) => setKey(currentTarget.value)}
          />
        </label>
        {wasRefused && (
          <p class="bad" role="alert">
            {t('signIn.refused')}
          </p>
        )}
        <button type="submit" class="main">
          {t('signIn.enter')}
        </button>
        <p class="small soft">{t('signIn.hint')}</p>
      </form>
    </main>
  );
}
