/** The claims about pulling, with nothing but Node: an SFTP server in this process. */
import { startSftpServer } from '../support/sftp-server.ts';
import { describePulls } from './pull-cases.ts';

describePulls(
  'the server of ssh2',
  async (publicKey) => {
    const account = { user: 'bank', password: 'secret word', publicKey };
    return { ...account, ...(await startSftpServer(account)) };
  },
  { hasPassword: true, isRoot: process.getuid?.() === 0 },
);
