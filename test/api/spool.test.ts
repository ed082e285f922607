import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { withSpooledBody } from '../../src/api/spool.ts';

test('a body whose client goes away is incomplete, and the work with it never begins', async () => {
  let worked = false;
  let answered: (error: unknown) => void = () => undefined;
  const failure = new Promise((resolve) => (answered = resolve));
  const server = createServer((request) => {
    withSpooledBody(request, 1_000_000, async () => {
      worked = true;
    }).then(answered, answered);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  client.write('POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1000\r\n\r\nhalf of it');
  await once(server, 'request');
  client.destroy();
  expect(await failure).toMatchObject({ code: 'api.body_incomplete' });
  expect(worked).toBe(false);
  server.close();
});
