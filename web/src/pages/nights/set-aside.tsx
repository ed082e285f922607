/** The files that did not get into the books: why, where in the file, and what to do next. */
import { useState } from 'preact/hooks';
import { given } from '../../../../src/client/client.ts';
import { useGrowing } from '../../parts/more.ts';
import { refusalIn } from '../../words/refusals.ts';
import { Given } from '../../parts/states.tsx';
import { useToast } from '../../parts/toasts.tsx';
import { MoreButton } from '../../parts/more-button.tsx';
import { addressOf } from '../../place.ts';
import { lettrage } from '../../session.ts';
import type { FileSetAside } from '../../types.ts';
import { useSpeech } from '../../words/words.ts';
import { instantText } from '../../words/written.ts';
import { Findings } from './findings.tsx';

export function SetAside({ ledger, onDecided }: Readonly<{ ledger: string; onDecided: () => void }>) {
  const { t } = useSpeech();
  const list = useGrowing(`aside ${ledger}`, (after) =>
    lettrage.GET('/v1/ledgers/{ledger}/quarantine', {
      params: { path: { ledger }, query: { limit: 50, ...(after !== undefined && { after }) } },
    }),
  );
  // Nothing set aside is no news.
  if (list.answer.state === 'given' && list.answer.data.length === 0) return null;
  const decided = () => {
    list.again();
    onDecided();
  };
  return (
    <section class="card stack">
      <h2 class="bad">{t('nights.setAside')}</h2>
      <Given answer={list.answer} again={list.again}>
        {(files) => (
          <ul class="stack parted">
            {files.map((file) => (
              <li key={file.sha256}>
                <AsideFile ledger={ledger} file={file} onDecided={decided} />
              </li>
            ))}
          </ul>
        )}
      </Given>
      <MoreButton more={list.more} />
    </section>
  );
}

type AsideProps = Readonly<{ ledger: string; file: FileSetAside; onDecided: () => void }>;

function AsideFile({ ledger, file, onDecided }: AsideProps) {
  const { t, term, language } = useSpeech();
  const arrived = instantText(file.firstArrivedAt, language);
  return (
    <div class="stack">
      <div class="row">
        <a href={addressOf(ledger, 'nights', file.sha256)} class="name" dir="auto">
          {file.name}
        </a>
        <span class="tag bad">{term('fileState', file.state)}</span>
        <span class="small soft">
          {[file.format, arrived, t('nights.bytes', { count: file.sizeBytes })]
            .filter((word) => word !== null)
            .join(' · ')}
        </span>
      </div>
      <Findings findings={file.findings} />
      <p class="small">
        <strong>{t('nights.next')}</strong>{' '}
        {file.state === 'held' ? t('nights.next.held') : t('nights.next.quarantined')}
      </p>
      <Decisions ledger={ledger} file={file} onDecided={onDecided} />
    </div>
  );
}

/** Publishing what is held and discarding want a reason; reading again does not. */
function Decisions({ ledger, file, onDecided }: AsideProps) {
  const speech = useSpeech();
  const { t } = speech;
  const toast = useToast();
  const [reason, setReason] = useState('');
  const params = { path: { ledger, sha256: file.sha256 } };
  const decide = async (as: 'retry' | 'publish' | 'discard') => {
    try {
      const { state } = given(
        as === 'retry'
          ? await lettrage.POST('/v1/ledgers/{ledger}/quarantine/{sha256}/retry', { params })
          : await lettrage.POST('/v1/ledgers/{ledger}/quarantine/{sha256}/release', { params, body: { as, reason } }),
      );
      toast({ says: t('nights.decided', { state: t(`fileState.${state}`) }) });
    } catch (error) {
      toast({ kind: 'bad', says: t('done.refused', { says: refusalIn(error, speech) }) });
    }
    onDecided();
  };
  return (
    <div class="row">
      <button type="button" onClick={() => void decide('retry')}>
        {t('nights.retry')}
      </button>
      <label>
        <span class="hidden-label">{t('app.reason')}</span>
        <input
          placeholder={t('app.reason')}
          maxLength={500}
          value={reason}
          onInput={({ currentTarget }) => setReason(currentTarget.value)}
        />
      </label>
      {file.state === 'held' && (
        <button type="button" disabled={reason.trim() === ''} onClick={() => void decide('publish')}>
          {t('nights.publish')}
        </button>
      )}
      <button type="button" disabled={reason.trim() === ''} onClick={() => void decide('discard')}>
        {t('nights.discard')}
      </button>
    </div>
  );
}
