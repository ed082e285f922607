/** The engines that can be run by name. Each is loaded when it is asked for: a peer's packages are not ours. */
import { InputRefused } from './json-rows.ts';
import type { OpenEngine } from './types.ts';

export const defaultEngine = 'lettrage';

const openService = async (): Promise<OpenEngine> => {
  const { openLettrageWith } = await import('./lettrage.ts');
  const { openNightLedger } = await import('./night-ledger.ts');
  const { matchingPolicyOf } = await import('../../src/workers/matching-policy.ts');
  const policy = matchingPolicyOf(['discount', 'rounding', 'fee']);
  return openLettrageWith({ policy, isLookedAtAgain: true, openLedger: openNightLedger });
};

const engines: ReadonlyMap<string, () => Promise<OpenEngine>> = new Map([
  [defaultEngine, async () => (await import('./lettrage.ts')).openLettrage],
  // As `lettrage match` runs it for a ledger that has set limits: a difference that it does not book is a question.
  ['service', openService],
]);

/** @throws InputRefused listing the names there are */
export async function loadEngine(name: string): Promise<OpenEngine> {
  const load = engines.get(name);
  if (load === undefined) throw new InputRefused(`engine ${name}: unknown; there is ${[...engines.keys()].join(', ')}`);
  return load();
}
