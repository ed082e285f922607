import { useSpeech } from '../words/words.ts';

/** Asks for the next page of a list; nothing where there is none. */
export function MoreButton({ more }: Readonly<{ more: (() => void) | null }>) {
  const { t } = useSpeech();
  return more === null ? null : (
    <p>
      <button type="button" onClick={more}>
        {t('app.more')}
      </button>
    </p>
  );
}
