/** The program of the terminal, in this process, with what it wrote. */
import { runProgram } from '../../src/cli/program.ts';

/** @returns what runs a command line on `ledger` of a database. */
export const commandLineOf =
  (serviceUrl: string, ledger: string) =>
  async (...argv: string[]) => {
    let out = '';
    let told = '';
    const exitCode = await runProgram({
      argv: [...argv, '--ledger', ledger],
      environment: { DATABASE_URL: serviceUrl, LETTRAGE_WORKERS: '1' },
      stdout: { write: (text) => (out += text) },
      stderr: { write: (text) => (told += text) },
      serve: async () => 0,
      version: '0.0.0',
    });
    return { exitCode, out, told };
  };
