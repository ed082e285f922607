/** Customers with what they owe and who is to be chased, and one customer's account. */
import type { Place } from '../../place.ts';
import { CustomerAccount } from './customer-account.tsx';
import { CustomerList } from './customer-list.tsx';

export const CustomersPage = ({ place: { ledger, id, query } }: Readonly<{ place: Place }>) =>
  id === null ? (
    <CustomerList ledger={ledger} query={query} />
  ) : (
    <CustomerAccount
      key={id}
      ledger={ledger}
      customerId={id}
      tab={query.get('tab')}
      letteringId={query.get('letter')}
    />
  );
