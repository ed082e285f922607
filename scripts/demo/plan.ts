/** Which case arrives on which account on which night, and the making of the nights in order. */
import { accounts, bookingDate, nights } from './company.ts';
import { makeCustomers } from './customers.ts';
import { itemPool } from './item-pool.ts';
import type { BookedEntry, Customer, Night, OpenItem } from './model.ts';
import { makeOpenItems } from './open-items.ts';
import { randomSource } from './random.ts';
import { codes } from './scenarios/entries.ts';
import { scenarios } from './scenarios/index.ts';

/** Names of scenarios, `*n` for n times. */
const plan: Readonly<Record<Night, Readonly<Record<'A' | 'B', string>>>> = {
  1: {
    A: `exact_ref*3 noise_out structured_ref*2 multi_full bank_fee dd_batch ref_wrapped name_amount batch_booking
      ref_partial exact_ref*2 same_invoice_twice noise_out homonym_ref multi_list structured_in_text ref_short
      multi_credit card_payout ref_typo third_party_ref noref_subset dd_batch_without_details on_account structured_ref
      ref_discount noise_out`,
    B: `exact_ref*2 structured_in_text ref_noprefix noise_out ref_wrapped ref_in_e2e ref_rounding multi_range exact_ref
      name_abbrev_amount ref_ocr bank_fee`,
  },
  2: {
    A: `structured_ref*2 noise_out exact_ref*2 twins payer_is_other_customer multi_credit duplicate ref_fee ref_wrapped
      multi_truncated sepa_return noise_out noref_statement multi_full closed_elsewhere order_number ref_overpay
      exact_ref*2 noise_in fx paid_decoy noref_same_amount amount_only multi_short refund_received ref_in_e2e
      third_party_unknown structured_ref multi_discount bank_fee credit_note_paid_out`,
    B: `exact_ref*3 ref_truncated structured_in_text noise_out multi_full ref_instalment noref_discount name_amount
      noise_out`,
  },
  3: {
    A: `exact_ref*3 several_explanations structured_ref refused_row_corrected down_payment_ref noise_out*2 multi_credit
      credit_not_named reference_ambiguous identical_entries noref_subset_large third_party_known sepa_return
      structured_ref_mistyped duplicate_of_old payer_is_other_customer_reference refund_naming_item homonym_amount
      noref_partial structured_ref exact_ref card_payout refund_received interest bank_fee noise_out`,
    B: `exact_ref*2 ref_wrapped structured_in_text credit_reversed third_party_ref refund_received exact_ref name_amount
      noise_out bank_fee`,
  },
};

export type Demo = Readonly<{
  customers: readonly Customer[];
  items: readonly OpenItem[];
  entries: Readonly<Record<Night, readonly BookedEntry[]>>;
}>;

const namesIn = (line: string): readonly string[] =>
  line.split(/\s+/).flatMap((word) => {
    const [name = '', times = '1'] = word.split('*');
    return Array.from({ length: Number(times) }, () => name);
  });

/** The whole demo, the same on every run. */
export function makeDemo(): Demo {
  const random = randomSource(20_260_302);
  const customers = makeCustomers(random);
  const items = makeOpenItems(customers, random);
  const pool = itemPool(items, random);

  const entriesOf = (night: Night): readonly BookedEntry[] => {
    const stage = { night, date: bookingDate(night), random, pool, customers };
    const made = (['A', 'B'] as const).flatMap((account) =>
      namesIn(plan[night][account]).flatMap((scenario) => {
        const found = scenarios[scenario];
        if (found === undefined) throw new Error(`no scenario ${scenario}`);
        return found.make(stage, account).map((entry) => ({ ...entry, scenario }));
      }),
    );
    return made.map((entry, index) => ({
      ...entry,
      bankReference: entry.code === codes.cheques ? null : bankReference(entry.account, night, index),
    }));
  };

  const [first, second, third] = nights.map(entriesOf);
  if (first === undefined || second === undefined || third === undefined) throw new Error('three nights are needed');
  return { customers, items, entries: { 1: first, 2: second, 3: third } };
}

function bankReference(account: BookedEntry['account'], night: Night, index: number): string {
  const day = bookingDate(night).replaceAll('-', '').slice(2);
  return `${accounts[account].bic.slice(0, 4)}${day}${String(index * 7 + 1_003).padStart(6, '0')}`;
}
