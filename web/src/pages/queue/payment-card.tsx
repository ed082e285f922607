import { Amount, Day } from '../../parts/amount.tsx';
import { Aside } from '../../parts/aside.tsx';
import { plainText } from '../../parts/plain-text.ts';
import type { Evidence, QueuedPayment } from '../../types.ts';
import { useSpeech } from '../../words/words.ts';
import type { OwnClaim } from './claims.ts';
import { RemittanceText } from './remittance-text.tsx';

/** Who paid how much, from where, and when. */
export function PaymentHeader({ queued: { payment, bankAccount, ageDays } }: Readonly<{ queued: QueuedPayment }>) {
  const { t } = useSpeech();
  return (
    <header class="row apart">
      <div>
        <h2 dir="auto">{plainText(payment.counterpartyName ?? t('payment.unknownPayer'))}</h2>
        <p class="soft small">
          {t('payment.booked')} <Day day={payment.bookingDate} /> · {t('payment.age', { days: ageDays })} ·{' '}
          {bankAccount.name}
          {payment.counterpartyIban !== null && <> · {payment.counterpartyIban}</>}
        </p>
      </div>
      <p class="total">
        <Amount {...payment.unapplied} isOut={payment.side === 'debit'} />
      </p>
    </header>
  );
}

/** The words of the bank, and why a person has to decide. */
export function PaymentCard({
  queued: { payment, reason, failedGates },
  evidence,
}: Readonly<{ queued: QueuedPayment; evidence: readonly Evidence[] }>) {
  const { t, term } = useSpeech();
  return (
    <section class="card stack">
      <h3>{t('payment.remittance')}</h3>
      <RemittanceText lines={payment.remittance} evidence={evidence} />
      <p>
        <span class="soft">
          {t('payment.why')}
          {t('sign.colon')}{' '}
        </span>
        <span class="tag">{term('reason', reason)}</span>
      </p>
      {failedGates.length > 1 && (
        <p>
          <span class="soft">
            {t('payment.speaksAgainst')}
            {t('sign.colon')}{' '}
          </span>
          {failedGates.map((gate) => (
            <span key={gate} class="tag bad">
              {term('reason', gate)}
            </span>
          ))}
        </p>
      )}
    </section>
  );
}

/** Which colleagues are at this payment: who has it open, and who was asked what. */
export function Colleagues({
  queued: { assignment },
  claim: { other, takeOver },
}: Readonly<{ queued: QueuedPayment; claim: OwnClaim }>) {
  const { t } = useSpeech();
  return (
    <>
      {other !== null && (
        <Aside>
          <span role="status">{t('queue.claimedBy', { actor: other.actor })}</span>
          <button type="button" onClick={takeOver}>
            {t('claim.takeOver')}
          </button>
        </Aside>
      )}
      {assignment !== null && assignment.assignee !== null && (
        <Aside>
          <span>
            {t('ask.asked', { by: assignment.assignedBy, name: assignment.assignee })}
            {assignment.question !== null && <q dir="auto">{plainText(assignment.question)}</q>}
          </span>
        </Aside>
      )}
    </>
  );
}
