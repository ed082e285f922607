/**
 * Everything that fetching files can have to say: one row per code, listed in `docs/errors.md`.
 *
 * `retry`: a fault of the way, tried again after a pause. `settle`: the answer would be the same; a person or the next
 * pull has to do something. `tell`: the file was taken, and something is to be known about it.
 */
type Row = Readonly<{ effect: 'retry' | 'settle' | 'tell'; says: string; next: string }>;
const row = (effect: Row['effect'], says: string, next: string): Row => ({ effect, says, next });

const nextPull = 'The next pull looks again; nothing to do unless it stays so.';
const untilThen = 'Nothing is lost: what is on the server stays there, and the next pull goes on.';

export const transferErrors = {
  'transfer.sources_missing': row('settle', 'LETTRAGE_SOURCES is not set.', 'Name the file with the list of sources.'),
  'transfer.source_unknown': row('settle', 'There is no source with this name.', 'See the list in LETTRAGE_SOURCES.'),
  'transfer.source_busy': row('settle', 'Another process pulls this source.', 'Wait for it, or try again later.'),
  'transfer.stopped': row('settle', 'The pull was stopped before its end.', untilThen),
  'transfer.connection_failed': row('retry', 'The server was not reached, or the connection was lost.', untilThen),
  'transfer.deadline_passed': row('retry', 'The server did not answer in time; the connection was cut.', untilThen),
  'transfer.file_short': row('retry', 'The server sent fewer bytes than the file has.', 'Ask the bank if it stays so.'),
  'transfer.host_key_missing': row(
    'settle',
    'No fingerprint of the server is pinned, so that nobody could tell it from another.',
    'Run `lettrage sources check`, compare what it prints with what the bank says, and write it into hostKeySha256.',
  ),
  'transfer.host_key_refused': row(
    'settle',
    'The server shows another key than the pinned one: it is another server, or its key was changed.',
    'Ask the bank, by another way than this server, before you write the new fingerprint into hostKeySha256.',
  ),
  'transfer.algorithms_refused': row(
    'settle',
    'The server offers no key exchange, cipher or signature that is safe today.',
    'Ask the bank to update the server.',
  ),
  'transfer.login_refused': row(
    'settle',
    'The server refuses the account, its password or its key.',
    'Check user and secret with the bank; it is not tried again, so that the account is not locked.',
  ),
  'transfer.secret_unusable': row(
    'settle',
    'A file with a password, key or passphrase can not be read or used.',
    'Check that it is there, readable to this account, not empty, and that the passphrase fits the key.',
  ),
  'transfer.secret_exposed': row(
    'settle',
    'A file with a secret can be read by other accounts.',
    'Take their rights away: chmod 600; and change the secret if others were there.',
  ),
  'transfer.folder_unreadable': row('settle', 'A folder can not be listed.', 'Check its name and the rights on it.'),
  'transfer.folder_too_full': row(
    'settle',
    'A folder has more files than one pull looks at.',
    'The first in order of their names are taken now, the others by the next pulls.',
  ),
  'transfer.name_refused': row(
    'settle',
    'A file has a name that no bank gives: with a slash, control characters, or too long.',
    'Have the sender rename it; it was left where it is.',
  ),
  'transfer.not_a_file': row(
    'settle',
    'This is a link or a device, not a file.',
    'Have the sender put the file itself.',
  ),
  'transfer.file_unreadable': row('settle', 'A file can not be opened or read.', 'Check the rights on it.'),
  'transfer.file_changed': row('settle', 'A file changed while it was fetched; nothing of it was kept.', nextPull),
  'transfer.file_too_large': row(
    'settle',
    'A file is larger than LETTRAGE_MAX_FILE_MB allows.',
    'Raise the limit if it is a statement file; it was left where it is.',
  ),
  'transfer.file_incomplete': row('settle', 'The end of a file is missing: it may still be written.', nextPull),
  'transfer.spool_failed': row(
    'settle',
    'The file could not be written to the data folder.',
    'Check space and rights of LETTRAGE_DATA_DIR; the file is still where it was.',
  ),
  'transfer.file_overdue': row(
    'tell',
    'A file has been without its end for too long. It is stored as it is and lies in quarantine.',
    'Ask the bank for it; the file stays where it is, and is taken once it is whole.',
  ),
  'transfer.not_moved': row(
    'tell',
    'A file was stored, but could not be moved to the done folder. It is not fetched again unless it changes.',
    'Give the account the right to create folders and to rename, or clear the folder by hand.',
  ),
  'transfer.no_file_arrived': row(
    'tell',
    'No readable new file came from this source by the time it was expected.',
    'See what the last pulls said, and ask the bank.',
  ),
} as const satisfies Readonly<Record<`transfer.${string}`, Row>>;

type TransferCode = keyof typeof transferErrors;

/** As a person reads it; code of the ledger when it was the ledger that refused. */
export type TransferProblem = Readonly<{ code: string; message: string }>;

export const problem = (code: TransferCode, found: string): TransferProblem => {
  const { says, next } = transferErrors[code];
  return { code, message: `${says} ${found === '' ? '' : `(${found}) `}${next}` };
};

/** What ended the work on a file or a source. @see transferErrors */
export class TransferError extends Error {
  override readonly name = 'TransferError';
  readonly code: TransferCode;
  readonly found: string;

  constructor(code: TransferCode, found = '', options?: ErrorOptions) {
    super(problem(code, found).message, options);
    this.code = code;
    this.found = found;
  }
}

export const isRetried = (error: unknown): error is TransferError =>
  error instanceof TransferError && transferErrors[error.code].effect === 'retry';

export const problemOf = ({ code, message }: TransferError): TransferProblem => ({ code, message });
