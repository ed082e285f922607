import { useSpeech } from '../words/words.ts';

/** Why something is decided, for the auditor; what is left empty is said by the page ({@link reasonOr}). */
export function ReasonField({ value, onInput }: Readonly<{ value: string; onInput: (reason: string) => void }>) {
  const { t } = useSpeech();
  return (
    <label class="field" title={t('app.reasonHint')}>
      {t('app.reason')}
      <input value={value} maxLength={500} onInput={({ currentTarget }) => onInput(currentTarget.value)} />
    </label>
  );
}

/** @param usual - said where nobody wrote a reason: the service wants one. */
export const reasonOr = (written: string, usual: string): string => (written.trim() === '' ? usual : written.trim());
