/**
 * `MontantTVA` says how much tax is in a document, not at which rate. Where one lawful rate alone gives that tax to the
 * cent, it is that one; a document of two rates, or one so small that several rates round alike, says nothing.
 */
import type { VatShare } from '../../domain/open-item.ts';

/** France: normal, reduced and special rates; overseas; Corsica (CGI, 278 to 281 nonies, 294 to 297); hundredths of a percent. */
const lawfulRatesBp = [0, 90, 105, 175, 210, 550, 850, 1_000, 1_300, 2_000];
const wholeBp = 10_000n;

/** One cent: invoices round the tax of each line, or of the whole. */
const toleranceMinor = 1n;

/**
 * @param grossMinor - with the tax in it, > 0, and `taxMinor`: in euros.
 * @param amountMinor - the same document in its own currency.
 */
export function vatOfTax(grossMinor: bigint, taxMinor: bigint, amountMinor: bigint): readonly VatShare[] | null {
  const rates = lawfulRatesBp.filter((rateBp) => {
    const rate = BigInt(rateBp);
    // tax = gross × rate / (1 + rate), compared without a division.
    const difference = taxMinor * (wholeBp + rate) - grossMinor * rate;
    return (difference < 0n ? -difference : difference) <= toleranceMinor * (wholeBp + rate);
  });
  const [rateBp] = rates;
  return rateBp === undefined || rates.length > 1 ? null : [{ rateBp, grossMinor: amountMinor }];
}
