import { useSpeech } from '../../words/words.ts';

const rests = ['leave', 'on_account'] as const;
export type Rest = (typeof rests)[number];

/** What becomes of the money that a suggestion leaves over. */
export function RestChoice({ rest, onChoose }: Readonly<{ rest: Rest; onChoose: (rest: Rest) => void }>) {
  const { t } = useSpeech();
  return (
    <label>
      <span class="soft">{t('suggestion.rest')}</span>{' '}
      <select value={rest} onChange={({ currentTarget }) => onChoose(currentTarget.value as Rest)}>
        {rests.map((one) => (
          <option key={one} value={one}>
            {t(`suggestion.rest.${one}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
