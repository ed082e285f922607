/**
 * What each stage of a night takes: wall seconds, and processor seconds of Node.js and of PostgreSQL. The wall clock is
 * what a company waits for; on a machine that does other things the processor seconds are what can be compared.
 */
import { readFileSync, readdirSync } from 'node:fs';

/** Fields of `/proc/PID/stat` behind the name, from field 3 on; null when the process is gone, or this is no Linux. */
function statOf(processId) {
  try {
    const stat = readFileSync(`/proc/${processId}/stat`, 'utf8');
    return stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
  } catch {
    return null;
  }
}

/** Of all processes of a server, those that have ended included; null where that can't be read. */
function serverSeconds(postmaster) {
  const own = postmaster === null ? null : statOf(postmaster);
  if (own === null) return null;
  let ticks = own.slice(11, 15).reduce((sum, each) => sum + each, 0);
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? statOf(name) : null;
    if (stat?.[1] === postmaster) ticks += stat[11] + stat[12];
  }
  // Linux counts in hundredths.
  return ticks / 100;
}

/** @param backend - the process of any connection to the server that is watched. */
export function watchStages(backend) {
  const postmaster = statOf(backend)?.[1] ?? null;
  const stages = [];
  const reading = () => {
    const { user, system } = process.cpuUsage();
    return {
      seconds: performance.now() / 1_000,
      nodeSeconds: (user + system) / 1e6,
      postgresSeconds: serverSeconds(postmaster),
    };
  };
  let since = null;
  const end = () => {
    const now = reading();
    const current = stages.at(-1);
    if (current !== undefined) for (const what of Object.keys(now)) current[what] = now[what] - since[what];
    since = now;
  };
  return {
    /** Ends the stage under way, begins this one; the stage under way again changes nothing. */
    enter(stage) {
      if (stages.at(-1)?.stage === stage) return;
      end();
      stages.push({ stage });
    },
    /** Ends the last stage; what each took, in order. */
    finish() {
      end();
      return stages;
    },
  };
}
