/**
 * One pull in a process of its own that ends by SIGKILL when it reaches a step:
 * `node pull-process.mjs DIST DATABASE_URL SOURCES_FILE DATA_DIR STEP`.
 */
const [, , dist, serviceUrl, sourcesFile, dataDir, killAt] = process.argv;
const load = (path) => import(new URL(path, dist).href);
const { openPool } = await load('database/connections.js');
const { readSources } = await load('config/sources.js');
const { findLedger } = await load('ledger/commands/register.js');
const { transferLimits } = await load('transfer/limits.js');
const { pullSource } = await load('transfer/pull-source.js');

const pool = openPool(serviceUrl);
const work = {
  pool,
  actor: 'lettrage',
  now: () => new Date(),
  largestFileBytes: 1 << 26,
  onProgress: () => undefined,
};
const onStep = async (step) => {
  if (step === killAt) process.kill(process.pid, 'SIGKILL');
};
const [source] = readSources(sourcesFile).value;
const ledgerId = await findLedger(pool, source.ledger);
const context = {
  work,
  dataDir,
  random: Math.random,
  stop: new AbortController().signal,
  limits: { ...transferLimits, settleMs: 0 },
  onStep,
};
process.stdout.write(JSON.stringify(await pullSource(context, source, ledgerId)));
await pool.end();
