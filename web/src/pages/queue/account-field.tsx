import { useSpeech } from '../../words/words.ts';
import { isAccount } from './allocation.ts';

/** The account of what is no receivable, where it is another than the usual one. */
export function AccountField({ value, onInput }: Readonly<{ value: string; onInput: (account: string) => void }>) {
  const { t } = useSpeech();
  return (
    <label class="field">
      {t('hand.account')}
      <input
        size={12}
        inputMode="numeric"
        maxLength={12}
        placeholder={t('hand.accountHint')}
        aria-invalid={!isAccount(value)}
        value={value}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
    </label>
  );
}
