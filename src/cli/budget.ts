import type { ErrorBudget } from '../matching/decision/calibration.ts';

/** `1/10000`: at most one wrong of ten thousand applied. */
export function budgetFrom(text: string): ErrorBudget | 'unreadable' {
  const found = /^([1-9]\d{0,5})\/([1-9]\d{0,8})$/.exec(text);
  if (found === null) return 'unreadable';
  const budget = { wrong: +(found[1] ?? ''), of: +(found[2] ?? '') };
  return budget.wrong < budget.of ? budget : 'unreadable';
}

export const budgetUsage = '--budget takes wrong ones of applied ones, such as 1/10000.';
