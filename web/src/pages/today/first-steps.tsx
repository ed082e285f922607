/** For who is here for the first time: what to do, in order. It goes away with their first decision. */
import { useAnswer } from '../../answer.ts';
import { addressOf } from '../../place.ts';
import { lettrage } from '../../session.ts';
import { useSpeech, type Word } from '../../words/words.ts';

const steps: readonly Readonly<{ title: Word; says: Word; page: string }>[] = [
  { title: 'first.night', says: 'first.nightSays', page: 'nights' },
  { title: 'first.queue', says: 'first.queueSays', page: 'queue' },
  { title: 'first.account', says: 'first.accountSays', page: 'customers' },
  { title: 'first.report', says: 'first.reportSays', page: 'reports' },
];

/** Shown while `actor` has decided nothing in this ledger. */
export function FirstSteps({ ledger, actor }: Readonly<{ ledger: string; actor: string }>) {
  const { t } = useSpeech();
  const [decided] = useAnswer(`decided ${ledger} ${actor}`, () =>
    lettrage.GET('/v1/ledgers/{ledger}/commands', { params: { path: { ledger }, query: { actor, limit: 1 } } }),
  );
  if (decided.state !== 'given' || decided.data.items.length > 0) return null;
  return (
    <section class="card stack">
      <h2>{t('first.title')}</h2>
      <ol class="steps">
        {steps.map(({ title, says, page }) => (
          <li key={page}>
            <a href={addressOf(ledger, page)}>{t(title)}</a>
            <p class="small soft">{t(says)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

const commands = (ledger: string): readonly (readonly [Word, string])[] => [
  ['first.accounts', `lettrage import bank-accounts accounts.csv --ledger ${ledger}`],
  ['first.customers', `lettrage import customers customers.csv --ledger ${ledger}`],
  ['first.items', `lettrage import open-items open-items.csv --ledger ${ledger}`],
  ['first.files', `lettrage ingest statements/ --ledger ${ledger}`],
  ['first.match', `lettrage match --ledger ${ledger}`],
];

/** Shown while the books have no payment: what to bring in, and by which command. */
export function FirstFiles({ ledger }: Readonly<{ ledger: string }>) {
  const { t } = useSpeech();
  return (
    <section class="card stack">
      <h2>{t('first.empty')}</h2>
      <ol class="steps">
        {commands(ledger).map(([word, command]) => (
          <li key={word}>
            {t(word)}
            <pre class="command">{command}</pre>
          </li>
        ))}
      </ol>
      <p class="small soft">{t('first.demo')}</p>
    </section>
  );
}
