import type { Scenarios } from '../model.ts';
import { amounts } from './amounts.ts';
import { bankLife } from './bank-life.ts';
import { batches } from './batches.ts';
import { certain } from './certain.ts';
import { contests } from './contests.ts';
import { lists } from './lists.ts';
import { payers } from './payers.ts';
import { references } from './references.ts';
import { unnamedPayments } from './unnamed.ts';

/** Every kind of case, by name. */
export const scenarios: Scenarios = {
  ...certain,
  ...batches,
  ...contests,
  ...amounts,
  ...lists,
  ...references,
  ...payers,
  ...unnamedPayments,
  ...bankLife,
};
