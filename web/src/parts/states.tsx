/** What a page shows while it knows nothing, or knows that there is nothing. */
import type { ComponentChildren } from 'preact';
import type { Answer } from '../answer.ts';
import { useSpeech } from '../words/words.ts';

export const Notice = ({ children }: Readonly<{ children: ComponentChildren }>) => <div class="notice">{children}</div>;

/** Shows what was given, also while it is asked again; otherwise that it is on its way, or why not. */
export function Given<Data>({
  answer,
  again,
  children,
}: Readonly<{ answer: Answer<Data>; again: () => void; children: (data: Data) => ComponentChildren }>) {
  const { t, coded } = useSpeech();
  if (answer.state === 'refused')
    return (
      <Notice>
        <strong role="alert">{t('app.failed')}</strong>
        <span>{coded(answer.code, answer.says)}</span>
        <button type="button" onClick={again}>
          {t('app.again')}
        </button>
      </Notice>
    );
  if (answer.data === null)
    return (
      <Notice>
        <span role="status">{t('app.loading')}</span>
      </Notice>
    );
  return <>{children(answer.data)}</>;
}
