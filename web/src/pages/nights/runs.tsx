/** The runs of the engine, those that are under way as they go on. */
import { useEffect, useState } from 'preact/hooks';
import { given } from '../../../../src/client/client.ts';
import { GrowingTable } from '../../parts/growing-table.tsx';
import { useGrowing } from '../../parts/more.ts';
import { refusalIn } from '../../words/refusals.ts';
import { useToast } from '../../parts/toasts.tsx';
import { lettrage } from '../../session.ts';
import type { MatchProgress, MatchRun } from '../../types.ts';
import { useSpeech } from '../../words/words.ts';
import { instantText } from '../../words/written.ts';
import { useMatchProgress } from './match-progress.ts';

export function Runs({ ledger, onApplied }: Readonly<{ ledger: string; onApplied: () => void }>) {
  const speech = useSpeech();
  const { t } = speech;
  const toast = useToast();
  const [followed, setFollowed] = useState<readonly string[]>([]);
  const list = useGrowing(`runs ${ledger}`, (after) =>
    lettrage.GET('/v1/ledgers/{ledger}/match-runs', {
      params: { path: { ledger }, query: { limit: 10, ...(after !== undefined && { after }) } },
    }),
  );
  useEffect(() => {
    void lettrage
      .GET('/v1/ledgers/{ledger}/jobs', { params: { path: { ledger }, query: { queue: 'match' } } })
      .then(({ data }) => setFollowed((data?.items ?? []).map(({ key }) => key)));
  }, [ledger]);

  const start = async () => {
    try {
      const params = { path: { ledger } };
      const { currencies } = given(await lettrage.POST('/v1/ledgers/{ledger}/match-runs', { params }));
      setFollowed(currencies);
      toast({ says: currencies.length === 0 ? t('nights.nothingToMatch') : t('nights.started') });
    } catch (error) {
      toast({ kind: 'bad', says: t('done.refused', { says: refusalIn(error, speech) }) });
    }
  };
  const ended = (last: MatchProgress) => {
    // What failed for good stays in sight.
    if (last.state !== 'dead') setFollowed((all) => all.filter((currency) => currency !== last.currency));
    list.again();
    onApplied();
  };
  const columns = [
    { title: t('nights.decidedAt') },
    { title: t('nights.run') },
    { title: t('nights.payments'), isNumber: true },
    { title: t('nights.applied'), isNumber: true },
    { title: t('nights.review'), isNumber: true },
    { title: t('nights.progress') },
  ];
  return (
    <section class="card stack">
      <div class="row apart">
        <h2>{t('nights.runs')}</h2>
        <button type="button" onClick={() => void start()}>
          {t('nights.start')}
        </button>
      </div>
      {followed.map((currency) => (
        <UnderWay key={currency} ledger={ledger} currency={currency} onEnd={ended} />
      ))}
      <GrowingTable
        list={list}
        label={t('nights.runs')}
        columns={columns}
        empty={t('nights.noRun')}
        row={(run) => <RunRow key={run.id} run={run} />}
      />
    </section>
  );
}

type UnderWayProps = Readonly<{ ledger: string; currency: string; onEnd: (last: MatchProgress) => void }>;

function UnderWay({ ledger, currency, onEnd }: UnderWayProps) {
  const { t, term } = useSpeech();
  const progress = useMatchProgress(ledger, currency, onEnd);
  const share = progress?.chunkCount ?? 0;
  return (
    <div class="under-way stack">
      <div class="row apart">
        <strong>
          {t('nights.run')} {progress?.runNumber ?? ''} · {currency}
        </strong>
        <span role="status">{progress === null ? t('app.loading') : term('runState', progress.state)}</span>
      </div>
      {/* Without a value the bar says that something goes on, and not how far. */}
      <progress
        aria-label={t('nights.progress')}
        {...(share > 0 && { max: share, value: progress?.appliedChunkCount ?? 0 })}
      />
      {progress !== null && progress.paymentCount !== null && (
        <p class="small soft">
          {t('nights.sofar', {
            applied: progress.appliedCount ?? 0,
            review: progress.reviewCount ?? 0,
            count: progress.paymentCount,
          })}
        </p>
      )}
      {progress !== null && progress.problem !== null && (
        <p class="small bad">
          {t('nights.failedAttempt', { attempt: progress.attempt ?? 1 })} {progress.problem}
        </p>
      )}
    </div>
  );
}

function RunRow({ run }: Readonly<{ run: MatchRun }>) {
  const { t, term, language } = useSpeech();
  return (
    <tr>
      <td>{instantText(run.decidedAt, language)}</td>
      <td>
        {run.runNumber} · {run.currency}
      </td>
      <td class="number">{run.paymentCount.toLocaleString(language)}</td>
      <td class="number">{run.appliedCount.toLocaleString(language)}</td>
      <td class="number">{run.reviewCount.toLocaleString(language)}</td>
      <td>
        <div class="row">
          <progress
            max={Math.max(1, run.chunkCount)}
            value={run.chunkCount === 0 ? 1 : run.appliedChunkCount}
            aria-label={t('nights.progress')}
          />
          <span class="small soft">{term('runState', run.state)}</span>
        </div>
      </td>
    </tr>
  );
}
