/**
 * Folders of an SFTP server. The session of ssh2 is asked directly: `ssh2-sftp-client` tells the kind of a file from
 * `longname`, a text the server makes up, turns every failure into "no such file", and its `get` resolves at an early
 * end of the file as if that were all (measured: 262,144 of 1,048,576 bytes, no error).
 */
import { DropRefusal, withDeadline, type Drop, type Look } from './drop.ts';
import { TransferError } from './errors.ts';
import type { TransferLimits } from './limits.ts';
import type { SftpConnection, SftpSession } from './sftp-connection.ts';

/** SSH_FXP_STATUS: answers that another try would get again. @see draft-ietf-secsh-filexfer-02, section 7 */
const status = { noSuchFile: 2, permissionDenied: 3, failure: 4, unsupported: 8 } as const;
const isFinal = (code: unknown): code is number => Object.values<unknown>(status).includes(code);

// What every server takes in one question; more than one question under way hides the length of the line.
const pieceBytes = 32_768;
const piecesUnderWay = 16;

type Callback<T> = (error: Error | null | undefined, value: T) => void;
type Ask = <T>(what: string, question: (answer: Callback<T>) => unknown) => Promise<T>;

export function sftpDrop(connection: SftpConnection, limits: TransferLimits): Drop {
  const { session, lost, destroy, close } = connection;
  const ask: Ask = (what, question) =>
    withDeadline(limits.operationMs, what, destroy, () => Promise.race([answerTo(question), lost]));
  return {
    list: async (folder) => {
      const found = await ask<readonly { filename: string }[]>('listing a folder', (answer) =>
        session.readdir(folder, answer),
      );
      return found.map(({ filename }) => filename).filter((name) => name !== '.' && name !== '..');
    },
    look: (path) => lookAt(session, ask, path),
    read: (path, sizeBytes) => readPieces(session, ask, path, sizeBytes),
    rename: async (from, to) => {
      // OpenSSH refuses a name that is taken; others replace what is there. Pulls of one source never overlap.
      if ((await lookAt(session, ask, to)) !== null) throw new DropRefusal('the name is taken');
      await ask<void>('moving a file', (answer) => session.rename(from, to, (error) => answer(error)));
    },
    ensureFolder: async (path) => {
      if ((await lookAt(session, ask, path)) !== null) return;
      await ask<void>('creating a folder', (answer) => session.mkdir(path, (error) => answer(error)));
    },
    destroy,
    close,
  };
}

function answerTo<T>(question: (answer: Callback<T>) => unknown): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    question((error, value) => {
      if (error === null || error === undefined) return resolve(value);
      const code: unknown = Reflect.get(error, 'code');
      if (isFinal(code)) return reject(new DropRefusal(error.message, code));
      reject(new TransferError('transfer.connection_failed', error.message, { cause: error }));
    });
  });
}

async function lookAt(session: SftpSession, ask: Ask, path: string): Promise<Look | null> {
  try {
    const found = await ask<Readonly<{ isFile(): boolean; isDirectory(): boolean; size: number; mtime: number }>>(
      'looking at a file',
      (answer) => session.lstat(path, answer),
    );
    const kind = found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
    return { kind, sizeBytes: found.size, modifiedAtMs: found.mtime * 1_000 };
  } catch (error) {
    if (error instanceof DropRefusal && error.code === status.noSuchFile) return null;
    throw error;
  }
}

/** The bytes in order, several questions under way; one question more at the end shows whether there is more. */
async function* readPieces(
  session: SftpSession,
  ask: Ask,
  path: string,
  sizeBytes: number,
): AsyncGenerator<Uint8Array> {
  const handle = await ask<Buffer>('opening a file', (answer) => session.open(path, 'r', answer));
  const under: Promise<Uint8Array>[] = [];
  let asked = 0;
  try {
    while (asked < sizeBytes || under.length > 0) {
      while (asked < sizeBytes && under.length < piecesUnderWay) {
        const piece = readWholePiece(session, ask, handle, asked, Math.min(pieceBytes, sizeBytes - asked));
        // Rejected before its turn comes, it is told when its turn comes.
        piece.catch(() => undefined);
        under.push(piece);
        asked += pieceBytes;
      }
      const bytes = await under.shift();
      if (bytes !== undefined) yield bytes;
    }
    yield await readPiece(session, ask, handle, sizeBytes, 1);
  } finally {
    // Nobody waits for the answer: on a line that was cut there is none.
    session.close(handle, () => undefined);
  }
}

/** A hole in the middle must not be closed up by what follows. @throws TransferError `transfer.file_short` */
async function readWholePiece(...question: Parameters<typeof readPiece>): Promise<Uint8Array> {
  const [, , , offset, length] = question;
  const bytes = await readPiece(...question);
  if (bytes.length === length) return bytes;
  throw new TransferError('transfer.file_short', `it ended after ${offset + bytes.length} bytes`);
}

/** As many bytes as asked for, in as many answers as the server likes; fewer only at the end of the file. */
async function readPiece(
  session: SftpSession,
  ask: Ask,
  handle: Buffer,
  offset: number,
  length: number,
): Promise<Uint8Array> {
  const bytes = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const from = filled;
    const count = await ask<number>('reading a file', (answer) =>
      session.read(handle, bytes, from, length - from, offset + from, answer),
    );
    if (count === 0) break;
    filled += count;
  }
  return bytes.subarray(0, filled);
}
