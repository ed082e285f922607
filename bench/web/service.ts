/** The service as built, on a port that is free, for whoever is at this machine. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { builtProgram } from './fill-queue.ts';

export type Service = Readonly<{ origin: string; stop(): Promise<void> }>;

/** @throws Error with what it said, when it ends before it listens. */
export async function startService(databaseUrl: string): Promise<Service> {
  const environment = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    LETTRAGE_ACCESS: 'local',
    LETTRAGE_PORT: '0',
    LETTRAGE_LOG_LEVEL: 'error',
  };
  const service = spawn(process.execPath, [builtProgram, 'serve'], { env: environment });
  let said = '';
  for await (const text of service.stderr.setEncoding('utf8')) {
    said += String(text);
    const origin = /listens on (?<origin>http:\S+);/.exec(said)?.groups?.['origin'];
    if (origin === undefined) continue;
    const stop = async () => {
      const ended = once(service, 'exit');
      service.kill('SIGTERM');
      await ended;
    };
    return { origin, stop };
  }
  throw new Error(`the service did not start: ${said}`);
}
