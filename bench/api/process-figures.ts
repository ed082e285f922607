/** What Linux says of the service's process. */
import { readFileSync } from 'node:fs';
import type { Service } from '../../test/support/service.ts';

/** The most memory that the process ever had, in MB; of Linux. */
export const peakMegabytes = ({ process: { pid } }: Service): number =>
  Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1]) / 1_024);

/** Of all its threads so far. Fields 14 and 15 of its line, in hundredths of a second. */
export const processorSeconds = ({ process: { pid } }: Service): number => {
  const fields =
    readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
      .split(') ')[1]
      ?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
};
