import { tracingChannel } from 'node:diagnostics_channel';
import type { Job } from '../ledger/jobs.ts';
import type { Progress } from './work-context.ts';

type Stage = Progress['task'];

const jobs = tracingChannel<object, Pick<Job, 'queue' | 'ledgerId' | 'attempt'>>('lettrage.job');
const stages = tracingChannel<object, Readonly<{ stage: Stage }>>('lettrage.stage');

/** Says when a job begins and ends, to whoever listens. */
export const asJob = <T>({ queue, ledgerId, attempt }: Job, work: () => Promise<T>): Promise<T> =>
  jobs.tracePromise(work, { queue, ledgerId, attempt });

/** The same of a part of a job. */
export const asStage = <T>(stage: Stage, work: () => Promise<T>): Promise<T> => stages.tracePromise(work, { stage });
