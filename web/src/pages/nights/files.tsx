import { GrowingTable } from '../../parts/growing-table.tsx';
import { useGrowing } from '../../parts/more.ts';
import { addressOf } from '../../place.ts';
import { lettrage } from '../../session.ts';
import { useSpeech } from '../../words/words.ts';
import { instantText } from '../../words/written.ts';

const bad: ReadonlySet<string> = new Set(['held', 'quarantined']);

/** Every file that came, the latest first; each opens its statements and its findings. */
export function Files({ ledger, round }: Readonly<{ ledger: string; round: number }>) {
  const { t, term, language } = useSpeech();
  const list = useGrowing(`files ${ledger} ${round}`, (after) =>
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
        empty={t('nights.nothingYet')}
        row={({ sha256, name, format, formatVersion, state, firstArrivedAt }) => (
          <tr key={sha256}>
            <td>{instantText(firstArrivedAt, language)}</td>
            <td>
              <a href={addressOf(ledger, 'nights', sha256)} class="name" dir="auto">
                {name}
              </a>
            </td>
            <td>{formatVersion ?? format ?? ''}</td>
            <td>
              <span class={`tag ${bad.has(state) ? 'bad' : ''}`}>{term('fileState', state)}</span>
            </td>
          </tr>
        )}
      />
    </section>
  );
}
