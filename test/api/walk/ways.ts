/** The ways in which a request that would succeed is spoiled. */
import { randomUUID } from 'node:crypto';
import { request, type OutgoingHttpHeaders } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { openApi } from '../../support/api.ts';
import { asJson, requestOf, type Filled, type Operation } from '../../support/operations.ts';
import type { Scenes } from './work-scenes.ts';
import { codeOf, spoiled, successOf, withBody, withHeader, type Reach, type Walk } from './walk.ts';

const unknownIdOf = (name: string): string =>
  name === 'sha256' ? 'f'.repeat(64) : name === 'jobId' || name === 'deadLetterId' ? '999999999' : randomUUID();

const isId = (name: string): boolean => name === 'sha256' || name.endsWith('Id');
export const unknownInPath = spoiled(({ path }) => ({ path: (name) => (isId(name) ? unknownIdOf(name) : path(name)) }));

/** The first line of the body, some of its members others. */
export const withLine = (body: unknown, changed: object): object => {
  const { lines } = asJson(body);
  const [first, ...others] = Array.isArray(lines) ? (lines as readonly unknown[]) : [];
  return { lines: [{ ...asJson(first), ...changed }, ...others] };
};

/** Asks each of some commands while somebody else is at it, which takes two seconds of waiting. @returns the codes */
export async function whileCommandsRun(walk: Walk, operations: readonly Operation[]): Promise<readonly string[]> {
  const client = await walk.ownerPool.connect();
  try {
    const asked: [Operation, Filled][] = [];
    for (const operation of operations) {
      const filled = await successOf(walk, operation);
      const key = operation.headers.includes('Idempotency-Key') ? randomUUID() : filled.path('approvalId');
      const lock = [0x4c_45_54_56, `${walk.books.ledgerId} ${key}`];
      await client.query('select pg_advisory_lock($1, hashtext($2))', lock);
      asked.push([operation, { ...filled, ...withHeader(filled, 'idempotency-key', key) }]);
    }
    return await Promise.all(asked.map(([operation, filled]) => codeOf(operation, filled, walk.app)));
  } finally {
    await client.query('select pg_advisory_unlock_all()');
    client.release();
  }
}

type Connection = Readonly<{ cut: () => void }>;

/** Over a real connection, which stays open until it is cut. */
function openConnection(walk: Walk, operation: Operation, filled: Filled, upload: boolean): Connection {
  const { url, method, headers } = requestOf(operation, filled);
  const sent = request(`${walk.origin}${typeof url === 'string' ? url : ''}`, {
    method: String(method),
    headers: asJson(headers) as OutgoingHttpHeaders,
  });
  // What becomes of it is told by what others are answered.
  sent.on('error', () => undefined);
  if (upload) sent.write('\n');
  else sent.end();
  return { cut: () => sent.destroy() };
}

/** The code, once so many others are there; tries again, since nobody knows when they are. */
async function whileThere(others: readonly Connection[], code: string, ask: () => Promise<string>): Promise<string> {
  let met = '';
  try {
    for (let tries = 0; tries < 20 && met !== code; tries += 1) {
      await sleep(100);
      met = await ask();
    }
    return met;
  } finally {
    for (const { cut } of others) cut();
  }
}

/** While `count` others send bodies that do not come to their end. */
export const whileOthersUpload =
  (count: number): Reach =>
  async (walk, operation) => {
    const filled = await successOf(walk, operation);
    const others = Array.from({ length: count }, () => openConnection(walk, operation, filled, true));
    return whileThere(others, 'api.uploads_busy', () => codeOf(operation, filled, walk.app));
  };

/** While as many follow it as may. */
export const whileSoManyFollow: Reach = async (walk, operation) => {
  const filled = await successOf(walk, operation);
  const others = Array.from({ length: 16 }, () => openConnection(walk, operation, filled, false));
  const met = await whileThere(others, 'api.streams_busy', () => codeOf(operation, filled, walk.app));
  // They leave when the server has seen that they are gone.
  await expect.poll(() => codeOf(operation, filled, walk.app)).not.toBe('api.streams_busy');
  return met;
};

export const withServer =
  (options: Parameters<typeof openApi>[1]): Reach =>
  async (walk, operation) => {
    const { app } = await openApi(walk.pool, options);
    const code = await codeOf(operation, await successOf(walk, operation), app);
    await app.close();
    return code;
  };

export const tooLarge = spoiled(() => ({ body: 'x'.repeat((1 << 20) + 1) }));
/** A row of an import, some of its members others. */
export const row = (changed: object): Reach =>
  spoiled(({ body: line }) => ({ body: `${JSON.stringify({ ...asJson(JSON.parse(String(line))), ...changed })}\n` }));
/** The body, some of its members others. */
export const body = (changed: object): Reach => spoiled((filled) => withBody(filled, changed));
/** The first line of the body, some of its members others. */
export const line = (changed: object): Reach => spoiled((filled) => withBody(filled, withLine(filled.body, changed)));
/** About the records of a scene. */
export const about = <Scene>(
  scene: (scenes: Scenes, walk: Walk) => Promise<Scene>,
  change: (filled: Filled, scene: Scene) => Partial<Filled>,
): Reach => spoiled(async (filled, walk) => change(filled, await scene(walk.scenes, walk)));
export const withPath = (filled: Filled, ids: Readonly<Record<string, string>>): Partial<Filled> => ({
  path: (name) => ids[name] ?? filled.path(name),
});
/** At the path of the records of a scene. */
export const at = (scene: (scenes: Scenes, walk: Walk) => Promise<Readonly<Record<string, string>>>): Reach =>
  about(scene, withPath);
