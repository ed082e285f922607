/** What the bank sent and what became of it: files, their proof, those that were set aside, and the runs of the engine. */
import { useState } from 'preact/hooks';
import { given } from '../../../src/client/client.ts';
import { refusalOf, useAnswer } from '../answer.ts';
import { Amount, Day } from '../parts/amount.tsx';
import { GrowingTable } from '../parts/growing-table.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useGrowing } from '../parts/more.ts';
import { Given } from '../parts/states.tsx';
import { useToast } from '../parts/toasts.tsx';
import { addressOf, goTo } from '../place.ts';
import { lettrage } from '../session.ts';
import type { FileSetAside, Finding } from '../types.ts';
import { useSpeech } from '../words/words.ts';

export function NightsPage({ ledger, id }: Readonly<{ ledger: string; id: string | null }>) {
  const { t } = useSpeech();
  return (
    <div class="stack">
      <h1>{t('nights.title')}</h1>
      <SetAside ledger={ledger} />
      <Runs ledger={ledger} />
      <Files ledger={ledger} />
      {id !== null && <FileProof ledger={ledger} sha256={id} />}
    </div>
  );
}

function Files({ ledger }: Readonly<{ ledger: string }>) {
  const { t, term, language } = useSpeech();
  const list = useGrowing(`files ${ledger}`, (after) =>
    lettrage.GET('/v1/ledgers/{ledger}/statement-files', {
      params: { path: { ledger }, query: { limit: 50, ...(after !== undefined && { after }) } },
    }),
  );
  const columns = [
    { title: t('nights.arrived') },
    { title: t('nights.file') },
    { title: t('nights.format') },
    { title: t('nights.state') },
  ];
  return (
    <section class="card stack">
      <h2>{t('nights.files')}</h2>
      <GrowingTable
        list={list}
        label={t('nights.files')}
        columns={columns}
        row={({ sha256, name, format, formatVersion, state, firstArrivedAt }) => (
          <tr key={sha256}>
            <td>{new Date(firstArrivedAt).toLocaleString(language)}</td>
            <td>
              <a href={addressOf(ledger, 'nights', sha256)} dir="auto">
                {name}
              </a>
            </td>
            <td>{[format, formatVersion].filter((word) => word !== null).join(' ')}</td>
            <td>
              <span class={`tag ${state === 'published' ? '' : 'bad'}`}>{term('fileState', state)}</span>
            </td>
          </tr>
        )}
      />
    </section>
  );
}

/** One file with the proof of each of its statements: opening + credits − debits = closing. */
function FileProof({ ledger, sha256 }: Readonly<{ ledger: string; sha256: string }>) {
  const { t } = useSpeech();
  const [answer, again] = useAnswer(`file ${ledger} ${sha256}`, () =>
    lettrage.GET('/v1/ledgers/{ledger}/statement-files/{sha256}', { params: { path: { ledger, sha256 } } }),
  );
  return (
    <Dialog title={answer.data?.name ?? sha256.slice(0, 12)} isWide onClose={() => goTo(addressOf(ledger, 'nights'))}>
      <Given answer={answer} again={again}>
        {(file) => (
          <>
            <Findings findings={file.findings} />
            {file.statements.map(({ id, bankAccount, statementDate, entryCount, proof, findings }) => (
              <section key={id} class="stack">
                <h3>
                  {bankAccount} · <Day day={statementDate} /> · {t('nights.entries', { count: entryCount })}
                </h3>
                <table>
                  <tbody>
                    {(['opening', 'credits', 'debits', 'closing'] as const).map((part) => (
                      <tr key={part}>
                        <th scope="row">{t(`nights.${part}`)}</th>
                        <td class="number">
                          <Amount {...proof[part]} isOut={part === 'debits'} />
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
                <Findings findings={findings} />
              </section>
            ))}
          </>
        )}
      </Given>
    </Dialog>
  );
}

function Findings({ findings }: Readonly<{ findings: readonly Finding[] }>) {
  const { t } = useSpeech();
  if (findings.length === 0) return null;
  return (
    <ul class="stack">
      {findings.map(({ code, severity, message, at, found }, index) => (
        <li key={index}>
          <span class={`tag ${severity === 'refuse' ? 'bad' : ''}`}>{code}</span> {message}
          {at !== null && (
            <span class="soft">
              {' '}
              {at.line === null ? '' : t('nights.line', { line: at.line })} {at.path}
            </span>
          )}
          {found !== null && <code dir="auto"> {found}</code>}
        </li>
      ))}
    </ul>
  );
}

function SetAside({ ledger }: Readonly<{ ledger: string }>) {
  const { t } = useSpeech();
  const list = useGrowing(`aside ${ledger}`, (after) =>
    lettrage.GET('/v1/ledgers/{ledger}/quarantine', {
      params: { path: { ledger }, query: { limit: 50, ...(after !== undefined && { after }) } },
    }),
  );
  if (list.answer.state === 'given' && list.answer.data.length === 0) return null;
  return (
    <section class="card stack">
      <h2 class="bad">{t('nights.setAside')}</h2>
      <Given answer={list.answer} again={list.again}>
        {(files) => (
          <ul class="stack">
            {files.map((file) => (
              <li key={file.sha256}>
                <AsideFile ledger={ledger} file={file} onDecided={list.again} />
              </li>
            ))}
          </ul>
        )}
      </Given>
    </section>
  );
}

type AsideProps = Readonly<{ ledger: string; file: FileSetAside; onDecided: () => void }>;

function AsideFile({ ledger, file, onDecided }: AsideProps) {
  const { t, term } = useSpeech();
  const toast = useToast();
  const [reason, setReason] = useState('');
  const params = { path: { ledger, sha256: file.sha256 } };
  const decide = async (as: 'retry' | 'publish' | 'discard') => {
    try {
      given(
        as === 'retry'
          ? await lettrage.POST('/v1/ledgers/{ledger}/quarantine/{sha256}/retry', { params })
          : await lettrage.POST('/v1/ledgers/{ledger}/quarantine/{sha256}/release', { params, body: { as, reason } }),
      );
      toast({ says: t('nights.decided') });
    } catch (error) {
      toast({ kind: 'bad', says: t('done.refused', { says: refusalOf(error).says }) });
    }
    onDecided();
  };
  return (
    <div class="stack">
      <div class="row">
        <strong dir="auto">{file.name}</strong>
        <span class="tag bad">{term('fileState', file.state)}</span>
      </div>
      <Findings findings={file.findings} />
      <div class="row">
        <button type="button" onClick={() => void decide('retry')}>
          {t('nights.retry')}
        </button>
        <label>
          <span class="hidden-label">{t('app.reason')}</span>
          <input
            placeholder={t('app.reason')}
            value={reason}
            onInput={({ currentTarget }) => setReason(currentTarget.value)}
          />
        </label>
        <button type="button" disabled={reason.trim() === ''} onClick={() => void decide('publish')}>
          {t('nights.publish')}
        </button>
        <button type="button" disabled={reason.trim() === ''} onClick={() => void decide('discard')}>
          {t('nights.discard')}
        </button>
      </div>
    </div>
  );
}

function Runs({ ledger }: Readonly<{ ledger: string }>) {
  const { t, term, language } = useSpeech();
  const toast = useToast();
  const list = useGrowing(`runs ${ledger}`, (after) =>
    lettrage.GET('/v1/ledgers/{ledger}/match-runs', {
      params: { path: { ledger }, query: { limit: 10, ...(after !== undefined && { after }) } },
    }),
  );
  const start = async () => {
    const { error } = await lettrage.POST('/v1/ledgers/{ledger}/match-runs', { params: { path: { ledger } } });
    toast(
      error === undefined
        ? { says: t('nights.started') }
        : { kind: 'bad', says: t('done.refused', { says: error.detail }) },
    );
    list.again();
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
      <GrowingTable
        list={list}
        label={t('nights.runs')}
        columns={columns}
        row={(run) => (
          <tr key={run.id}>
            <td>{new Date(run.decidedAt).toLocaleString(language)}</td>
            <td>
              {run.runNumber} · {run.currency}
            </td>
            <td class="number">{run.paymentCount.toLocaleString(language)}</td>
            <td class="number">{run.appliedCount.toLocaleString(language)}</td>
            <td class="number">{run.reviewCount.toLocaleString(language)}</td>
            <td>
              <progress
                max={Math.max(1, run.chunkCount)}
                value={run.chunkCount === 0 ? 1 : run.appliedChunkCount}
                aria-label={t('nights.progress')}
              />{' '}
              <span class="small soft">{term('runState', run.state)}</span>
            </td>
          </tr>
        )}
      />
    </section>
  );
}
