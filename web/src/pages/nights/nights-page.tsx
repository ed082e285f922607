/** What the bank sent and what became of it: the report, what was set aside, runs, the proof of each account, files. */
import { useState } from 'preact/hooks';
import { useAnswer } from '../../answer.ts';
import { daysBefore, useLastDay } from '../../last-day.ts';
import { Given, Notice } from '../../parts/states.tsx';
import { goTo, addressOf, type Place } from '../../place.ts';
import { lettrage } from '../../session.ts';
import { useSpeech } from '../../words/words.ts';
import { FileProof } from './file-proof.tsx';
import { Files } from './files.tsx';
import { NightFigures } from './night-figures.tsx';
import { Runs } from './runs.tsx';
import { SetAside } from './set-aside.tsx';
import { AccountProofs } from './account-proofs.tsx';

export function NightsPage({ place: { ledger, id, query } }: Readonly<{ place: Place }>) {
  const { t } = useSpeech();
  const from = query.get('from');
  // Whatever was decided may have changed all that is told here.
  const [round, setRound] = useState(0);
  const onChanged = () => setRound((count) => count + 1);
  const [lastDay, again] = useLastDay(ledger);
  return (
    <div class="stack">
      <h1>{t('nights.title')}</h1>
      <SetAside ledger={ledger} onDecided={onChanged} />
      <Given answer={lastDay} again={again}>
        {({ day }) =>
          day === null ? (
            <Notice>{t('nights.nothingYet')}</Notice>
          ) : (
            <Since ledger={ledger} from={from ?? daysBefore(day, shownDays - 1)} round={round} />
          )
        }
      </Given>
      <Runs ledger={ledger} onApplied={onChanged} />
      <Files ledger={ledger} round={round} />
      {id !== null && <FileProof ledger={ledger} sha256={id} onClose={() => goTo(addressOf(ledger, 'nights'))} />}
    </div>
  );
}

/** Days of nights that are told unless somebody asks for more. */
const shownDays = 7;

/** The report of all nights since a day, and the proof of their statements. */
function Since({ ledger, from, round }: Readonly<{ ledger: string; from: string; round: number }>) {
  const { t } = useSpeech();
  const [answer, again] = useAnswer(`night ${ledger} ${from} ${round}`, () =>
    lettrage.GET('/v1/ledgers/{ledger}/reports/night', { params: { path: { ledger }, query: { from } } }),
  );
  return (
    <>
      <label class="row">
        {t('nights.since')}
        <input
          type="date"
          value={from}
          required
          onChange={({ currentTarget: { value } }) =>
            value !== '' && goTo(addressOf(ledger, 'nights', null, { from: value }), 'replace')
          }
        />
      </label>
      <Given answer={answer} again={again}>
        {(report) => (
          <>
            <NightFigures ledger={ledger} report={report} />
            <AccountProofs ledger={ledger} statements={report.statements} missing={report.missingNumbers} />
          </>
        )}
      </Given>
    </>
  );
}
