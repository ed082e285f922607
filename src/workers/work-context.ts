import type { Pool } from 'pg';
import type { Act } from '../ledger/audit.ts';
import type { Threads } from './threads.ts';

/** What a job needs of the world, handed in: no job reads a clock, the environment or a global. */
export type WorkContext = Readonly<{
  pool: Pool;
  /** For the connections that threads open. Holds a password: never logged. */
  serviceUrl: string;
  threads: Threads;
  /** Names this process in the job table: `host/pid/start`. */
  worker: string;
  actor: string;
  now: () => Date;
  largestFileBytes: number;
  /** The most that the shared columns of one matching partition may take. */
  largestPartitionBytes: number;
  /** Payments applied per transaction. */
  chunkSize: number;
  /** Payments that a thread proposes for at a time. */
  paymentsPerTask: number;
  onProgress: (progress: Progress) => void;
}>;

/** How far a job is; `total` null while it is not known. Each task is told of when it begins, with nothing done. */
export type Progress = Readonly<{
  task: 'store' | 'read' | 'publish' | 'load' | 'propose' | 'settle' | 'record' | 'apply';
  done: number;
  total: number | null;
}>;

export const act = ({ actor, now }: Pick<WorkContext, 'actor' | 'now'>): Act => ({ actor, now: now() });
