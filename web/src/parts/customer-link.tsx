import { addressOf } from '../place.ts';

/** A customer by name; leads to its account. */
export const CustomerLink = ({
  ledger,
  customer: { id, name },
}: Readonly<{ ledger: string; customer: Readonly<{ id: string; name: string }> }>) => (
  <a href={addressOf(ledger, 'customers', id)} dir="auto">
    {name}
  </a>
);
