/** One customer's account: what it owes, its documents with their letters, its letters, its payments, its disputes. */
import { useAnswer } from '../../answer.ts';
import { Amount } from '../../parts/amount.tsx';
import { Given } from '../../parts/states.tsx';
import { addressOf } from '../../place.ts';
import { lettrage } from '../../session.ts';
import type { CustomerDetails } from '../../types.ts';
import { useSpeech } from '../../words/words.ts';
import { DisputeList } from '../disputes/dispute-list.tsx';
import { AccountItems } from './account-items.tsx';
import { AccountLetters } from './account-letters.tsx';
import { AccountPayments } from './account-payments.tsx';
import { ChaseAdvice } from './chase-advice.tsx';

const tabs = ['open', 'closed', 'letters', 'payments', 'disputes'] as const;
type Tab = (typeof tabs)[number];
const isTab = (word: string | null): word is Tab => tabs.some((tab) => tab === word);

type Props = Readonly<{ ledger: string; customerId: string; tab: string | null; letteringId: string | null }>;

export function CustomerAccount({ ledger, customerId, tab, letteringId }: Props) {
  const { t } = useSpeech();
  const shown = isTab(tab) ? tab : 'open';
  const [customer, again] = useAnswer(`customer ${ledger} ${customerId}`, () =>
    lettrage.GET('/v1/ledgers/{ledger}/customers/{customerId}', { params: { path: { ledger, customerId } } }),
  );
  return (
    <div class="stack">
      <p>
        <a href={addressOf(ledger, 'customers')}>← {t('nav.customers')}</a>
      </p>
      <Given answer={customer} again={again}>
        {(details) => (
          <>
            <Head ledger={ledger} details={details} />
            <nav class="row tabs" aria-label={t('customers.account')}>
              {tabs.map((one) => (
                <a
                  key={one}
                  class="button"
                  href={addressOf(ledger, 'customers', customerId, { tab: one === 'open' ? null : one })}
                  aria-current={one === shown ? 'page' : undefined}
                >
                  {t(`customers.tab.${one}`)}
                </a>
              ))}
            </nav>
            <Shown ledger={ledger} details={details} tab={shown} letteringId={letteringId} />
          </>
        )}
      </Given>
    </div>
  );
}

type ShownProps = Readonly<{ ledger: string; details: CustomerDetails; tab: Tab; letteringId: string | null }>;

function Shown({ ledger, details: { id, code }, tab, letteringId }: ShownProps) {
  switch (tab) {
    case 'open':
    case 'closed':
      return <AccountItems key={tab} ledger={ledger} customerId={id} status={tab} />;
    case 'letters':
      return <AccountLetters ledger={ledger} customer={{ id, code }} letteringId={letteringId} />;
    case 'payments':
      return <AccountPayments ledger={ledger} customerId={id} />;
    case 'disputes':
      return <DisputeList ledger={ledger} filter={{ category: null, customer: code, owner: null, state: null }} />;
  }
}

function Head({ ledger, details }: Readonly<{ ledger: string; details: CustomerDetails }>) {
  const { t } = useSpeech();
  const { name, code, balances, ibans, payers, paymentTerms, openDisputeCount } = details;
  return (
    <header class="card stack">
      <div class="row apart">
        <h1 dir="auto">{name}</h1>
        <span class="soft">{code}</span>
      </div>
      {balances.length === 0 && <p class="good">{t('customers.owesNothing')}</p>}
      {balances.map((balance) => (
        <div key={balance.open.currency} class="row apart">
          <dl class="balances">
            {(['open', 'overdue', 'disputed', 'credits'] as const).map((part) => (
              <div key={part}>
                <dt>{t(`customers.${part}`)}</dt>
                <dd>
                  <Amount {...balance[part]} />
                </dd>
              </div>
            ))}
          </dl>
          <ChaseAdvice balance={balance} />
        </div>
      ))}
      <MayHavePaid ledger={ledger} customerId={details.id} />
      <p class="soft small">
        {openDisputeCount > 0 && <>{t('customers.disputes', { count: openDisputeCount })} · </>}
        {paymentTerms !== null && <>{paymentTerms} · </>}
        {t('customers.paysFrom')}
        {t('sign.colon')} {[...ibans, ...payers.map(({ value }) => value)].join(', ') || '—'}
      </p>
    </header>
  );
}

/** Payments that wait and are suggested for this customer: whoever is to be chased may have paid. */
function MayHavePaid({ ledger, customerId }: Readonly<{ ledger: string; customerId: string }>) {
  const { t } = useSpeech();
  const [counts] = useAnswer(`may have paid ${ledger} ${customerId}`, () =>
    lettrage.GET('/v1/ledgers/{ledger}/review-queue/counts', { params: { path: { ledger }, query: { customerId } } }),
  );
  const count = counts.data?.paymentCount ?? 0;
  if (count === 0) return null;
  return (
    <p class="warn">
      <a href={addressOf(ledger, 'queue', null, { customer: customerId })}>{t('chase.mayHavePaid', { count })}</a>
    </p>
  );
}
