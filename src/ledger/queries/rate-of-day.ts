/**
 * SQL for the rate of a day, a query of one row or none: units of the currency for one of the base currency, as the source
 * printed it. A day without a rate, as banks and the ECB keep them, has that of the last seven that has. `$1` is the ledger.
 */
export const rateOfDay = (currency: string, day: string): string =>
  `select r.rate from exchange_rate r where r.ledger_id = $1 and r.currency = ${currency} and r.rate_date <= ${day}
     and r.rate_date > ${day} - 7 order by r.rate_date desc limit 1`;
