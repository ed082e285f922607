import { goTo } from '../../place.ts';
import { useSpeech } from '../../words/words.ts';
import { addressWith, bucketChoices, type Question } from './question.ts';

/** In which buckets of days past due. */
export function BucketChoice({ question }: Readonly<{ question: Question }>) {
  const { t } = useSpeech();
  return (
    <select
      aria-label={t('reports.buckets')}
      value={question.buckets}
      onChange={({ currentTarget }) =>
        goTo(addressWith(question, { buckets: currentTarget.value, bucket: null }), 'replace')
      }
    >
      {bucketChoices.map((choice) => (
        <option key={choice} value={choice}>
          {t('reports.bucketDays', { days: choice.replaceAll(',', ' / ') })}
        </option>
      ))}
    </select>
  );
}
