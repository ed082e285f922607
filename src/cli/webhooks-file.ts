import type { Config } from '../config/config.ts';
import { describeSourceProblem } from '../config/sources.ts';
import { readWebhooks, type Webhook } from '../config/webhooks.ts';
import { ConfigRefused } from './session.ts';

/**
 * The receivers of `LETTRAGE_WEBHOOKS`; none when it is not set.
 *
 * @throws ConfigRefused with every problem of the file
 */
export function webhooksIn({ webhooksFile }: Pick<Config, 'webhooksFile'>): readonly Webhook[] {
  if (webhooksFile === null) return [];
  const read = readWebhooks(webhooksFile);
  if (read.ok) return read.value;
  throw new ConfigRefused(read.error.map((found) => describeSourceProblem(webhooksFile, found)).join('\n'));
}
