import { access, constants, stat } from 'node:fs/promises';

/** A file that somebody named can't be what the command reads; the message says why and what to do. */
export class InputRefused extends Error {
  override readonly name = 'InputRefused';
}

/** Looks before anything is changed for its sake. @throws InputRefused when the path is a folder; what the system says */
export async function requireFile(path: string): Promise<void> {
  if ((await stat(path)).isDirectory()) throw new InputRefused(`${path} is a folder. Name a file.`);
  await access(path, constants.R_OK);
}
