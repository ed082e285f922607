/** The service as built, in a process of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const builtProgram = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

export type Service = Readonly<{
  process: ChildProcess;
  /** `http://127.0.0.1:PORT` */
  origin: string;
  /** All that it wrote, its log among it. */
  told(): string;
  /** Its exit code, once it has ended; the name of the signal that ended it. */
  ended: Promise<number | string>;
}>;

/** @throws when the program is not built, or ends before it listens. */
export async function startService(databaseUrl: string, settings: NodeJS.ProcessEnv = {}): Promise<Service> {
  if (!existsSync(builtProgram)) throw new Error('The program is not built. Run: npm run build');
  const environment = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    LETTRAGE_ACCESS: 'local',
    LETTRAGE_PORT: '0',
    LETTRAGE_LOG_LEVEL: 'error',
    ...settings,
  };
  const child = spawn(process.execPath, [builtProgram, 'serve'], { env: environment, stdio: 'pipe' });
  const ended = once(child, 'exit').then(([code, signal]) => (signal ?? code) as number | string);
  let told = '';
  const listens = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        told += text;
        const origin = /listens on (?<origin>http:\S+);/.exec(told)?.groups?.['origin'];
        if (origin !== undefined) resolve(origin);
      });
  });
  const origin = await Promise.race([listens, ended.then(() => null)]);
  if (origin === null) throw new Error(`the service did not start: ${told}`);
  return { process: child, origin, told: () => told, ended };
}
