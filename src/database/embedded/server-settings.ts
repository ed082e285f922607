/** How the embedded server runs. Given at every start, so that an update of Lettrage reaches existing clusters. */

/** Values hold no blanks and no quotes: `pg_ctl` passes them through a shell. */
const settings: Readonly<Record<string, string>> = {
  // Reachable from this machine only, with a password only.
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  // Acknowledged means on disk, whatever the host's defaults are.
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // The keys of a million entries and payments are written in the order of their hashes: they have to stay in memory.
  shared_buffers: '512MB',
  // A file of a gigabyte writes 2 GB of log; PostgreSQL starts a checkpoint at about half of what is said here, and after
  // it writes every page that it touches whole once more.
  max_wal_size: '4GB',
  checkpoint_timeout: '15min',
  wal_buffers: '64MB',
  max_connections: '200',
  // /dev/shm is 64 MB in a container unless someone asked for more.
  dynamic_shared_memory_type: 'mmap',
  // DETAIL and CONTEXT quote rows: names and IBANs stay out of the log.
  log_error_verbosity: 'terse',
};

/** The settings as `pg_ctl start -o` takes them. */
export const serverOptions = (port: number): string =>
  Object.entries({ ...settings, port: String(port) })
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');
