/**
 * An SFTP server over a folder of this machine, in this process, that can be made to fail at any question. Good manners
 * are its default: without interference it answers like any other server.
 */
import { createHash } from 'node:crypto';
import { constants, promises as fs } from 'node:fs';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';
import ssh2, { type Connection, type ServerConfig, type SFTPWrapper } from 'ssh2';

const { Server, utils } = ssh2;

export type Operation =
  | 'handshake'
  | 'session'
  | 'OPENDIR'
  | 'READDIR'
  | 'LSTAT'
  | 'OPEN'
  | 'READ'
  | 'RENAME'
  | 'MKDIR'
  | 'CLOSE';

/** `stall`: no answer, ever. `cut`: the connection is gone. `refuse`: permission denied. `eof`: the file ends here. */
export type Interference =
  | 'stall'
  | 'cut'
  | 'refuse'
  | 'eof'
  | Readonly<{ sizeBy: number }>
  | Readonly<{ atMost: number }>
  | Readonly<{ delayMs: number }>
  | Readonly<{ appended: number }>;

export type SftpTestServer = Readonly<{
  port: number;
  fingerprint: string;
  /** Asked at every question; null: answer it. */
  interfere: (hook: ((operation: Operation, path: string) => Interference | null) | null) => void;
  connectionCount: () => number;
  close: () => Promise<void>;
}>;

type SftpAccount = Readonly<{ user: string; password: string; publicKey?: string }>;

const { STATUS_CODE: status } = utils.sftp;

/** ssh2 makes a key now and then that it can't read itself. */
export function newKeyPair(): { private: string; public: string } {
  for (;;) {
    const pair = utils.generateKeyPairSync('ed25519');
    if (!(utils.parseKey(pair.private) instanceof Error)) return pair;
  }
}

/** @param hostKey - PEM or OpenSSH form; made when not given. */
export async function startSftpServer(
  account: SftpAccount,
  options: Readonly<{ hostKey?: string; port?: number; algorithms?: ServerConfig['algorithms'] }> = {},
): Promise<SftpTestServer> {
  const hostKey = options.hostKey ?? newKeyPair().private;
  let hook: ((operation: Operation, path: string) => Interference | null) | null = null;
  let connectionCount = 0;
  const sockets = new Set<Socket>();
  const ssh = new Server(
    { hostKeys: [hostKey], ...(options.algorithms === undefined ? {} : { algorithms: options.algorithms }) },
    (client) => serve(client, account, (operation, path) => hook?.(operation, path) ?? null),
  );
  const door = createServer({ noDelay: true }, (socket) => {
    connectionCount += 1;
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    const interference = hook?.('handshake', '') ?? null;
    if (interference === 'cut') socket.destroy();
    else if (interference !== 'stall') ssh.injectSocket(socket);
  });
  door.listen(options.port ?? 0, '127.0.0.1');
  await once(door, 'listening');
  return {
    port: (door.address() as AddressInfo).port,
    fingerprint: fingerprint(hostKey),
    interfere: (next) => (hook = next),
    connectionCount: () => connectionCount,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => door.close(() => resolve()));
    },
  };
}

/** As `ssh-keygen -lf` prints it. */
function fingerprint(privateKey: string): string {
  const key = utils.parseKey(privateKey);
  if (key instanceof Error) throw key;
  const wire = (Array.isArray(key) ? key[0] : key).getPublicSSH() as Buffer;
  return `SHA256:${createHash('sha256').update(wire).digest('base64').slice(0, 43)}`;
}

type Ask = (operation: Operation, path: string) => Interference | null;

function serve(client: Connection, account: SftpAccount, ask: Ask): void {
  client.on('error', () => undefined);
  client.on('authentication', (context) => {
    const isUser = context.username === account.user;
    if (isUser && context.method === 'password' && context.password === account.password) return context.accept();
    const allowed = account.publicKey === undefined ? null : utils.parseKey(account.publicKey);
    if (isUser && context.method === 'publickey' && allowed !== null && !(allowed instanceof Error)) {
      const key = Array.isArray(allowed) ? allowed[0] : allowed;
      const isKey = key.getPublicSSH().equals(context.key.data);
      const { blob, signature } = context;
      const isSigned =
        signature === undefined || (blob !== undefined && key.verify(blob, signature, context.hashAlgo) === true);
      if (isKey && isSigned) return context.accept();
    }
    context.reject(['password', 'publickey']);
  });
  client.on('session', (accept) => {
    accept().on('sftp', (acceptSftp) => {
      const interference = ask('session', '');
      if (interference === 'cut') client.end();
      else if (interference !== 'stall') answer(acceptSftp(), client, ask);
    });
  });
}

type OpenFile = Readonly<{ path: string; file: fs.FileHandle }> | { path: string; names: string[] };

/** Version 3 of the protocol, the questions that are asked here. */
function answer(sftp: SFTPWrapper, client: Connection, ask: Ask): void {
  const handles = new Map<number, OpenFile>();
  let handleCount = 0;
  const newHandle = (open: OpenFile): Buffer => {
    const handle = Buffer.alloc(4);
    handle.writeUInt32BE((handleCount += 1));
    handles.set(handleCount, open);
    return handle;
  };
  const at = (handle: Buffer): OpenFile => {
    const open = handles.get(handle.readUInt32BE());
    if (open === undefined) throw new Error('no such handle');
    return open;
  };
  /** Answers as told, or does the work; what the file system refuses is a status. */
  const on = (id: number, operation: Operation, path: string, work: (told: Interference | null) => Promise<void>) => {
    const told = ask(operation, path);
    if (told === 'stall') return;
    if (told === 'cut') return void client.end();
    if (told === 'refuse') return sftp.status(id, status.PERMISSION_DENIED);
    if (told === 'eof') return sftp.status(id, status.EOF);
    const delayMs = typeof told === 'object' && told !== null && 'delayMs' in told ? told.delayMs : 0;
    setTimeout(() => {
      work(told).catch((error: NodeJS.ErrnoException) =>
        sftp.status(id, error.code === 'ENOENT' ? status.NO_SUCH_FILE : status.FAILURE),
      );
    }, delayMs);
  };
  const attributes = async (path: string, told: Interference | null = null) => {
    const { mode, uid, gid, size, atimeMs, mtimeMs } = await fs.lstat(path);
    const sizeBy = typeof told === 'object' && told !== null && 'sizeBy' in told ? told.sizeBy : 0;
    const [atime, mtime] = [atimeMs, mtimeMs].map((ms) => Math.floor(ms / 1_000));
    return { mode, uid, gid, size: size + sizeBy, atime: atime ?? 0, mtime: mtime ?? 0 };
  };
  sftp.on('OPENDIR', (id, path) =>
    on(id, 'OPENDIR', path, async () => sftp.handle(id, newHandle({ path, names: await fs.readdir(path) }))),
  );
  sftp.on('READDIR', (id, handle) => {
    const open = at(handle);
    on(id, 'READDIR', open.path, async () => {
      const names = 'names' in open ? open.names.splice(0, 100) : [];
      if (names.length === 0) return sftp.status(id, status.EOF);
      const attrs = { mode: 0, uid: 0, gid: 0, size: 0, atime: 0, mtime: 0 };
      sftp.name(
        id,
        names.map((filename) => ({ filename, longname: filename, attrs })),
      );
    });
  });
  for (const question of ['LSTAT', 'STAT'] as const) {
    sftp.on(question, (id: number, path: string) =>
      on(id, 'LSTAT', path, async (told) => sftp.attrs(id, await attributes(path, told))),
    );
  }
  sftp.on('OPEN', (id, path) =>
    on(id, 'OPEN', path, async () =>
      sftp.handle(id, newHandle({ path, file: await fs.open(path, constants.O_RDONLY) })),
    ),
  );
  sftp.on('READ', (id, handle, offset, length) => {
    const open = at(handle);
    on(id, 'READ', open.path, async (told) => {
      if (!('file' in open)) return sftp.status(id, status.FAILURE);
      const most = typeof told === 'object' && told !== null && 'atMost' in told ? told.atMost : length;
      const { bytesRead, buffer } = await open.file.read(Buffer.alloc(Math.min(length, most)), 0, null, offset);
      if (bytesRead > 0) return sftp.data(id, buffer.subarray(0, bytesRead));
      const appended = typeof told === 'object' && told !== null && 'appended' in told ? told.appended : 0;
      if (appended > 0) return sftp.data(id, Buffer.alloc(Math.min(length, appended), 'x'));
      sftp.status(id, status.EOF);
    });
  });
  sftp.on('CLOSE', (id, handle) => {
    const open = at(handle);
    on(id, 'CLOSE', open.path, async () => {
      handles.delete(handle.readUInt32BE());
      if ('file' in open) await open.file.close();
      sftp.status(id, status.OK);
    });
  });
  sftp.on('MKDIR', (id, path) =>
    on(id, 'MKDIR', path, async () => {
      await fs.mkdir(path);
      sftp.status(id, status.OK);
    }),
  );
  sftp.on('RENAME', (id, from, to) =>
    on(id, 'RENAME', from, async () => {
      // As OpenSSH does: nothing that is there is replaced.
      await fs.link(from, to);
      await fs.unlink(from);
      sftp.status(id, status.OK);
    }),
  );
  client.on('close', () => {
    for (const open of handles.values()) if ('file' in open) void open.file.close().catch(() => undefined);
  });
}
