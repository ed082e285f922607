/** Debits and credits of one customer, cleared against each other. */
import { contentId } from '../../../src/ledger/content-id.ts';
import {
  chance,
  decimal,
  foreseeEffect,
  known,
  minorOf,
  partOf,
  refused,
  type Cleared,
  type ModelItem,
  type Trade,
} from '../model.ts';

export const netItems: Trade<'net_items'> = {
  kind: 'net_items',
  weight: 3,
  make(model, random) {
    const open = [...model.items.values()].filter(({ residualMinor }) => residualMinor > 0n);
    const credits = open.filter(({ side }) => side === 'credit');
    if (credits.length === 0) return null;
    const credit = random.pick(credits);
    const isOther = chance(2, random);
    const debits = open.filter(
      ({ side, customerId, currency }) =>
        side === 'debit' && currency === credit.currency && (customerId === credit.customerId) !== isOther,
    );
    if (debits.length === 0) return null;
    const lines: [ModelItem, bigint][] = [];
    let left = partOf(credit.residualMinor, random);
    for (const debit of random.shuffled(debits).slice(0, 1 + random.below(3))) {
      const minor = partOf(left < debit.residualMinor ? left : debit.residualMinor, random);
      if (minor <= 0n) break;
      lines.push([debit, minor]);
      left -= minor;
    }
    const total = lines.reduce((sum, [, minor]) => sum + minor, 0n);
    lines.push([credit, chance(3, random) ? total + 1n : total]);
    return {
      lines: random.shuffled(lines).map(([item, minor]) => ({
        openItemId: item.id,
        residual: decimal(chance(3, random) ? item.residualMinor + 1n : item.residualMinor, item.currency),
        cleared: decimal(minor, item.currency),
      })),
    };
  },
  foresee(model, { lines }, commandId) {
    const refusals = new Set<string>();
    const cleared: Cleared[] = [];
    const items = lines.map(({ openItemId }) => known(model.items, openItemId));
    let balance = 0n;
    for (const [index, line] of lines.entries()) {
      const item = items[index];
      if (item === undefined) continue;
      const minor = minorOf(line.cleared, item.currency);
      if (minorOf(line.residual, item.currency) !== item.residualMinor) refusals.add('ledger.stale');
      balance += item.side === 'debit' ? minor : -minor;
      cleared.push({ id: item.id, minor, means: 'netting' });
    }
    if (new Set(items.map(({ customerId }) => customerId)).size > 1) refusals.add('ledger.several_customers');
    if (balance !== 0n) refusals.add('ledger.settlement_unbalanced');
    const [first] = items;
    if (first === undefined) return refused('ledger.not_found');
    const date = items.map(({ issueDate }) => issueDate).reduce((a, b) => (a > b ? a : b));
    const postingId = contentId<string>('posting', model.ledgerId, commandId, 0);
    const effect = { postingId, paymentId: null, cashMinor: null, cleared, made: [], date, reverses: null };
    return foreseeEffect(model, effect, refusals);
  },
};
