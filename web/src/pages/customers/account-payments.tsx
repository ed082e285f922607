import { Amount, Day } from '../../parts/amount.tsx';
import { GrowingTable } from '../../parts/growing-table.tsx';
import { useGrowing } from '../../parts/more.ts';
import { plainText } from '../../parts/plain-text.ts';
import { lettrage } from '../../session.ts';
import { useSpeech } from '../../words/words.ts';

/** The payments that cleared something of a customer or are on its account, the newest first. */
export function AccountPayments({ ledger, customerId }: Readonly<{ ledger: string; customerId: string }>) {
  const { t, term } = useSpeech();
  const list = useGrowing(`payments of ${ledger} ${customerId}`, (after) =>
    lettrage.GET('/v1/ledgers/{ledger}/customers/{customerId}/payments', {
      params: { path: { ledger, customerId }, query: { limit: 50, ...(after !== undefined && { after }) } },
    }),
  );
  const columns = [
    { title: t('payment.booked') },
    { title: t('payment.payer') },
    { title: t('payment.remittance') },
    { title: t('payment.amount'), isNumber: true },
    { title: t('payment.unapplied'), isNumber: true },
    { title: t('disputes.state') },
  ];
  return (
    <section class="card stack">
      <GrowingTable
        list={list}
        label={t('customers.tab.payments')}
        columns={columns}
        empty={t('customers.noPayment')}
        row={(one) => (
          <tr key={one.id}>
            <td>
              <Day day={one.bookingDate} />
            </td>
            <td dir="auto">{plainText(one.counterpartyName ?? t('payment.unknownPayer'))}</td>
            <td dir="auto" class="cut-text">
              {plainText(one.remittance.join(' '))}
            </td>
            <td class="number">
              <Amount {...one.amount} isOut={one.side === 'debit'} />
            </td>
            <td class="number">
              <Amount {...one.unapplied} />
            </td>
            <td>
              <span class="tag">{term('paymentStatus', one.status)}</span>
              {one.reviewReason !== null && <div class="small">{term('reason', one.reviewReason)}</div>}
            </td>
          </tr>
        )}
      />
    </section>
  );
}
