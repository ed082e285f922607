/**
 * Loads libraries that Lettrage does not ship, from `bench/peers/node_modules`.
 *
 * They are not dependencies of the project, so their types are not there when `npm run typecheck` runs: each script
 * states the few functions it calls, and this is the one place where that statement is taken on trust.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

// Compiled, this file is in `dist-bench`; the packages stay where they were installed.
const fromHere = import.meta.url.endsWith('.ts') ? '../peers/' : '../../../bench/peers/';
const peersFolder = new URL(fromHere, import.meta.url);
const requirePeer = createRequire(new URL('package.json', peersFolder));

/**
 * @returns the module, typed as the caller says it is.
 * @throws Error with the command that installs the peers, when they are not there.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller's word on the type is all there is
export function loadPeer<Module>(name: string): Module {
  if (!existsSync(new URL('node_modules/', peersFolder))) {
    throw new Error('The peers are not installed. Run: npm ci --ignore-scripts --prefix bench/peers');
  }
  return requirePeer(name);
}

/** The folder a peer was installed into. */
export const peerFolder = (name: string): URL => new URL(`node_modules/${name}/`, peersFolder);
