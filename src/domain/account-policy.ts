/**
 * What becomes of a statement that is whole but leaves a doubt. Each company decides it for each bank account.
 *
 * `hold`: wait for what is missing. `publish`: post it, and keep the doubt as a finding. `quarantine`: set it aside until
 * a person decides. A statement that does not add up is never posted: nobody could say which of its amounts is wrong.
 */
import type { StatementFormat } from './statement.ts';

export const whenInDoubt = ['hold', 'publish', 'quarantine'] as const;
export type WhenInDoubt = (typeof whenInDoubt)[number];

export const whenUnproved = ['hold', 'quarantine'] as const;
type WhenUnproved = (typeof whenUnproved)[number];

export type AccountPolicy = Readonly<{
  /** The balances do not continue those of the account: a statement between is missing. */
  onMissingStatement: WhenInDoubt;
  /** One of the two balances is absent: it can be derived, but then proves nothing by itself. */
  onAbsentBalance: WhenInDoubt;
  /** The control totals that the bank counted are not those of the entries. */
  onTotalsMismatch: WhenInDoubt;
  /** A number of the bank's sequence is missing, though the balances continue. */
  onSequenceGap: WhenInDoubt;
  /** The entries do not lead from the opening to the closing balance. */
  onBalanceMismatch: WhenUnproved;
}>;

export const defaultPolicy: AccountPolicy = {
  onMissingStatement: 'hold',
  onAbsentBalance: 'quarantine',
  onTotalsMismatch: 'quarantine',
  onSequenceGap: 'publish',
  onBalanceMismatch: 'quarantine',
};

/** What a company can set of an account beside its name; absent: left as it is. */
export type AccountSettings = Partial<AccountPolicy> &
  Readonly<{
    /** The format that is posted; statements in any other are compared with it. */
    masterFormat?: StatementFormat;
    /** Other numbers under which banks name the account; replaces those before. */
    aliases?: readonly string[];
  }>;
