/** Who is compared. Each peer sees a sample of the lines that its speed allows, evenly spread over the days. */
import type { OpenEngine } from '../types.ts';
import { blnk } from './blnk.ts';
import { erpNext } from './erpnext.ts';
import { flexSearch } from './flex-search.ts';
import { fuseCustomers, fuseNumbers, fuseTokenSearch, fuseWholeText } from './fuse.ts';
import { miniSearch } from './mini-search.ts';
import { odooDefaults } from './odoo.ts';
import { pgTrigramWithServer } from './trigram-server.ts';

export type Peer = Readonly<{
  name: string;
  open: OpenEngine;
  /** Lines of the canonical size that it is given; the others are only told to it as settled. */
  sampleCount: number;
  /** Its work is done by another process: seconds are those of the wall clock. */
  isServer?: boolean;
  /** It keeps the threshold it was shipped with: nothing is tuned for it. */
  isOurs?: boolean;
}>;

/** Loaded when it is opened, so that the table says so if it cannot be. */
const openLettrage: OpenEngine = async (data) => (await import('../lettrage.ts')).openLettrage(data);

export const peers: readonly Peer[] = [
  // All lines at any size: it settles the lines of a day against each other.
  { name: 'Lettrage', open: openLettrage, sampleCount: Infinity, isOurs: true },
  { name: 'fuse.js 7.5, whole text', open: fuseWholeText, sampleCount: 150 },
  { name: 'fuse.js 7.5, token search', open: fuseTokenSearch, sampleCount: 150 },
  { name: 'fuse.js 7.5, each number', open: fuseNumbers, sampleCount: 1_000 },
  { name: 'fuse.js 7.5, payer then amount', open: fuseCustomers, sampleCount: 1_000 },
  { name: 'MiniSearch 7.2, whole text', open: miniSearch, sampleCount: 1_000 },
  { name: 'FlexSearch 0.8, numbers and payer', open: flexSearch, sampleCount: 2_000 },
  { name: 'pg_trgm, numbers and payer', open: pgTrigramWithServer, sampleCount: 1_000, isServer: true },
  { name: 'after Odoo 16-18, default models', open: odooDefaults, sampleCount: 10_000 },
  { name: 'after ERPNext 15', open: erpNext, sampleCount: 1_000 },
  { name: 'after Blnk, amount and reference', open: blnk, sampleCount: 2_000 },
];
