/** The log: one JSON line per event, on standard error or wherever it is sent. */
import { pino, type DestinationStream, type Logger, type LoggerOptions } from 'pino';
import type { LogLevel } from '../config/config.ts';
import { describeError } from './describe-error.ts';

/**
 * Where a whole object is logged under one of these names, this is all that is written of it. Requests and replies hold
 * URLs with names of files and customers in them; their lines are written by hand from the pattern of the route.
 */
const serializers = {
  err: describeError,
  error: describeError,
  req: () => '[request]',
  res: () => '[reply]',
};

/** @param destination - standard error when not said: standard output belongs to the commands' answers. */
export function openLog(level: LogLevel, destination: DestinationStream = pino.destination(2)): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers,
  };
  return pino(options, destination);
}
