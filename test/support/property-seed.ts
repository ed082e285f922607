/** Before each test file: with `SEED`, fast-check draws the same cases each time; without, others each time. */
const seed = process.env['SEED'];

if (seed !== undefined) {
  const { configureGlobal } = await import('fast-check');
  configureGlobal({ seed: Number(seed) });
}
