/** A place where files are put for us: a folder on an SFTP server or on this machine. Both are pulled by the same code. */
import { TransferError } from './errors.ts';

/** What stands at a path, links not followed. */
export type Look = Readonly<{
  kind: 'file' | 'folder' | 'other';
  sizeBytes: number;
  /** As the place keeps it: whole seconds over SFTP. */
  modifiedAtMs: number;
}>;

export type Drop = Readonly<{
  /** Names in a folder, without `.` and `..`, in any order. */
  list(folder: string): Promise<readonly string[]>;
  /** Null: nothing there. */
  look(path: string): Promise<Look | null>;
  /** All bytes there are, at least `sizeBytes` being expected; what comes beyond shows a file that has grown. */
  read(path: string, sizeBytes: number): AsyncIterable<Uint8Array>;
  /** Never onto something that is there already. */
  rename(from: string, to: string): Promise<void>;
  /** Creates the folder if it is missing; its parent has to be there. */
  ensureFolder(path: string): Promise<void>;
  /** Cuts the line at once; what is under way fails with `reason`. */
  destroy(reason: TransferError): void;
  /** Ends in good manners, and within a time. */
  close(): Promise<void>;
}>;

/** The place answered, and the answer was no; asking again would not change it. */
export class DropRefusal extends Error {
  override readonly name = 'DropRefusal';
  /** `ENOENT`, or the number of an SFTP status. */
  readonly code: string | number | null;

  constructor(message: string, code: string | number | null = null, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/**
 * Runs `work`, and cuts the line when it takes longer: a server that stalls answers keepalives and never ends a read.
 *
 * @throws TransferError `transfer.deadline_passed`
 */
export async function withDeadline<T>(
  deadlineMs: number,
  what: string,
  cut: (reason: TransferError) => void,
  work: () => Promise<T>,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const reason = new TransferError('transfer.deadline_passed', `${what}, after ${deadlineMs} ms`);
      cut(reason);
      reject(reason);
    }, deadlineMs);
  });
  try {
    return await Promise.race([work(), passed]);
  } finally {
    clearTimeout(timer);
  }
}
