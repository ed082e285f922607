/** Why customers do not pay: all that is overdue by cause, the disputes, and how long they take. */
import type { Place } from '../../place.ts';
import { useSpeech } from '../../words/words.ts';
import { Causes } from './causes.tsx';
import { DisputeFile } from './dispute-file.tsx';
import { DisputeList } from './dispute-list.tsx';
import { Synthesis } from './synthesis.tsx';

export function DisputesPage({ place: { ledger, id, query } }: Readonly<{ place: Place }>) {
  const { t } = useSpeech();
  const filter = {
    category: query.get('category'),
    customer: query.get('customer'),
    owner: query.get('owner'),
    state: query.get('state'),
  };
  return (
    <div class="stack">
      <h1>{t('nav.disputes')}</h1>
      <Synthesis ledger={ledger} asOf={null} />
      <DisputeList ledger={ledger} filter={filter} />
      <Causes ledger={ledger} />
      {id !== null && <DisputeFile ledger={ledger} disputeId={id} filter={filter} />}
    </div>
  );
}
