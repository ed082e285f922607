/** Why something was refused, in the language of the page: by its code, with the facts that a person can read. */
import { Refused } from '../../../src/client/client.ts';
import { measured } from './limits.ts';
import type { Speech } from './say.ts';

export const refusalOf = (error: unknown): Readonly<{ code: string; says: string }> =>
  error instanceof Refused
    ? { code: error.problem.code, says: error.problem.detail }
    : { code: 'page.unreachable', says: error instanceof Error ? error.message : String(error) };

export function refusalIn(error: unknown, speech: Speech): string {
  const { code, says } = refusalOf(error);
  if (!(error instanceof Refused)) return speech.coded(code, says);
  const { title, details = {} } = error.problem;
  // Beside its sentence the service tells ids, which say nothing to a person.
  const sentence = speech.coded(code, code.startsWith('ledger.') ? title : says);
  const facts = factsOf(details, speech);
  return facts.length === 0 ? sentence : `${sentence} (${facts.join('; ')})`;
}

function factsOf({ found, allowed, until, account }: Readonly<Record<string, string>>, speech: Speech) {
  const isAmount = found !== undefined && /^[\d.]+ [A-Z]{3}$/.test(found);
  return [
    ...(isAmount && allowed !== undefined ? [`${measured(found, speech)} > ${measured(allowed, speech)}`] : []),
    ...(until !== undefined && /^\d{4}-/.test(until) ? [speech.t('fact.until', { day: measured(until, speech) })] : []),
    ...(account === undefined ? [] : [account]),
  ];
}
