/** The poste client at a glance: who owes what for how long, how fast money comes, and how well it is matched. */
import type { Place } from '../../place.ts';
import { useSpeech } from '../../words/words.ts';
import { Synthesis } from '../disputes/synthesis.tsx';
import { AgedCustomers, AgedTotals } from './aged-balance.tsx';
import { AgedDocuments } from './aged-documents.tsx';
import { AsOf } from './as-of.tsx';
import { Outstanding } from './outstanding.tsx';
import { addressWith, questionOf } from './question.ts';
import { Rates } from './rates.tsx';
import { Unapplied } from './unapplied.tsx';
import { UnappliedItems } from './unapplied-items.tsx';

export function ReportsPage({ place }: Readonly<{ place: Place }>) {
  const { t } = useSpeech();
  const question = questionOf(place);
  const { ledger, asOf, view } = question;
  const heading = (
    <div class="row apart">
      <h1>{t('nav.reports')}</h1>
      {/* What is on account is told as it is now. */}
      {(view === 'overview' || view === 'documents') && <AsOf question={question} />}
    </div>
  );
  if (view !== 'overview')
    return (
      <div class="stack">
        <p>
          <a href={addressWith(question, { view: 'overview', customer: null, bucket: null })}>← {t('reports.all')}</a>
        </p>
        {heading}
        {view === 'documents' ? (
          <AgedDocuments question={question} />
        ) : (
          <UnappliedItems key={view} ledger={ledger} kind={view} />
        )}
      </div>
    );
  return (
    <div class="stack">
      {heading}
      <AgedTotals question={question} />
      <div class="tiles">
        <Outstanding question={question} />
        <Rates question={question} />
      </div>
      <Unapplied question={question} />
      <Synthesis ledger={ledger} asOf={asOf} />
      <AgedCustomers question={question} />
    </div>
  );
}
