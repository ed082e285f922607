import { useAnswer } from '../../answer.ts';
import { Amount, Day } from '../../parts/amount.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Given } from '../../parts/states.tsx';
import { lettrage } from '../../session.ts';
import { useSpeech } from '../../words/words.ts';
import { instantText } from '../../words/written.ts';
import { Findings } from './findings.tsx';

/** One file with its findings, when it came, and the proof of each of its statements: opening + credits − debits = closing. */
export function FileProof({
  ledger,
  sha256,
  onClose,
}: Readonly<{ ledger: string; sha256: string; onClose: () => void }>) {
  const { t, term, language } = useSpeech();
  const [answer, again] = useAnswer(`file ${ledger} ${sha256}`, () =>
    lettrage.GET('/v1/ledgers/{ledger}/statement-files/{sha256}', { params: { path: { ledger, sha256 } } }),
  );
  return (
    <Dialog title={answer.data?.name ?? sha256.slice(0, 12)} isWide onClose={onClose}>
      <Given answer={answer} again={again}>
        {(file) => (
          <>
            <p class="small soft">
              {term('fileState', file.state)} · {file.formatVersion ?? file.format ?? ''} ·{' '}
              {t('nights.bytes', { count: file.sizeBytes })} · <code>{file.sha256.slice(0, 16)}…</code>
            </p>
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
                          <Amount {...proof[part]} />
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
                <Findings findings={findings} />
              </section>
            ))}
            <section class="stack tight">
              <h3>{t('nights.arrivals')}</h3>
              <ul class="small">
                {file.arrivals.map(({ name, arrivedAt }, index) => (
                  <li key={index}>
                    {instantText(arrivedAt, language)} · <span dir="auto">{name}</span>
                  </li>
                ))}
              </ul>
            </section>
          </>
        )}
      </Given>
    </Dialog>
  );
}
