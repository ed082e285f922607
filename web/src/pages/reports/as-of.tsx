import { goTo } from '../../place.ts';
import { useSpeech } from '../../words/words.ts';
import { addressWith, type Question } from './question.ts';

type When = 'now' | 'day' | 'instant';

const whenOf = (asOf: string | null): When => (asOf === null ? 'now' : asOf.includes('T') ? 'instant' : 'day');

/** An instant as the field of the browser has it: in its own zone, to the minute. */
function localText(instant: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`;
  return `${day}T${two(instant.getHours())}:${two(instant.getMinutes())}`;
}

/** Now; at the end of a day; or as it was known at an instant, which is what an auditor asks. */
export function AsOf({ question }: Readonly<{ question: Question }>) {
  const { t } = useSpeech();
  const { asOf } = question;
  const when = whenOf(asOf);
  const ask = (changed: string | null) => goTo(addressWith(question, { asOf: changed }), 'replace');
  const choose = (chosen: When) => {
    const now = new Date().toISOString();
    ask(chosen === 'now' ? null : chosen === 'day' ? (asOf ?? now).slice(0, 10) : now);
  };
  return (
    <div class="row" role="group" aria-label={t('reports.asOfChoice')}>
      <select
        aria-label={t('reports.asOfChoice')}
        value={when}
        onChange={({ currentTarget }) => choose(currentTarget.value as When)}
      >
        <option value="now">{t('reports.asOf.now')}</option>
        <option value="day">{t('reports.asOf.day')}</option>
        <option value="instant">{t('reports.asOf.instant')}</option>
      </select>
      {when === 'day' && (
        <input
          type="date"
          aria-label={t('reports.asOf.day')}
          value={asOf ?? ''}
          onChange={({ currentTarget: { value } }) => value !== '' && ask(value)}
        />
      )}
      {when === 'instant' && (
        <input
          type="datetime-local"
          aria-label={t('reports.asOf.instant')}
          value={localText(new Date(asOf ?? ''))}
          onChange={({ currentTarget: { value } }) => value !== '' && ask(new Date(value).toISOString())}
        />
      )}
    </div>
  );
}
