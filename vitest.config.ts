import { defineConfig } from 'vitest/config';

const report = process.env['LETTRAGE_TEST_REPORT'];

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // They need a browser: `npm run test:browser`.
    exclude: process.env['LETTRAGE_CHROMIUM'] === undefined ? ['**/*.browser.test.ts'] : [],
    globalSetup: ['test/support/postgres.ts'],
    setupFiles: ['test/support/property-seed.ts'],
    // A far time zone on purpose: a day that leaks through a local clock shows.
    env: { TZ: 'Pacific/Kiritimati' },
    // Two cores are two workers; the runner's own choice is one.
    maxWorkers: 2,
    // What a page or a job does meanwhile, on a machine that is busy.
    expect: { poll: { timeout: 10_000 } },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
  },
});
