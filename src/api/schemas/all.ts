/** The schemas that have a name in the OpenAPI document. A route that refers to one finds it here. */
import type { TSchema } from 'typebox';
import { apiKeySchema } from '../routes/api-keys.ts';
import { bankAccountSchema } from '../routes/bank-accounts.ts';
import { allocationSchema, customerSchema } from './allocation.ts';
import { approvalSchemas } from './approval.ts';
import { bulkSchemas } from './bulk-accept.ts';
import { commandSchemas } from './command.ts';
import { fecImportedSchema, importedSchema } from './imported.ts';
import { exportSchema } from './export.ts';
import { certificateSchema, evidenceSchema, proposalSchema } from './match.ts';
import { matchRunSchemas } from './match-run.ts';
import { openItemSchemas } from './open-item.ts';
import { paymentSchemas } from './payment.ts';
import { postingSchemas } from './posting.ts';
import { disputeSchemas } from './dispute.ts';
import { tolerancesSchema } from '../routes/limits.ts';
import { auditSchemas } from './audit-event.ts';
import { customerAccountSchemas } from './customer-account.ts';
import { letteringSchemas } from './lettering.ts';
import { nightReportSchema } from './night-report.ts';
import { reportSchemas } from './report.ts';
import { proposalSchemas } from './proposal.ts';
import { faultSchema, problemSchema } from './problem.ts';
import { backTestSchema, replaySchema } from './replay.ts';
import { queueSchemas } from './review-queue.ts';
import { amountSchema } from './shared.ts';
import { statementFileSchemas } from './statement-file.ts';
import { sourceSchema } from './source.ts';
import { webhookSchema } from './webhook.ts';

export const namedSchemas: readonly TSchema[] = [
  amountSchema,
  faultSchema,
  problemSchema,
  customerSchema,
  allocationSchema,
  evidenceSchema,
  proposalSchema,
  certificateSchema,
  ...commandSchemas,
  ...paymentSchemas,
  ...openItemSchemas,
  importedSchema,
  fecImportedSchema,
  ...statementFileSchemas,
  apiKeySchema,
  bankAccountSchema,
  ...queueSchemas,
  ...bulkSchemas,
  ...proposalSchemas,
  ...matchRunSchemas,
  replaySchema,
  backTestSchema,
  ...postingSchemas,
  ...approvalSchemas,
  ...disputeSchemas,
  tolerancesSchema,
  ...letteringSchemas,
  ...customerAccountSchemas,
  ...auditSchemas,
  ...reportSchemas,
  nightReportSchema,
  exportSchema,
  webhookSchema,
  sourceSchema,
];
