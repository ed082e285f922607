/** The built page in a real browser, against a service on a test database. Run by `npm run test:browser`. */
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { Pool } from 'pg';
import type { AccessRole } from '../../src/domain/access.ts';
import { createApiKey } from '../../src/ledger/commands/api-keys.ts';
import { openApi } from '../support/api.ts';
import { act } from '../support/books.ts';

/** How long a page may take on a busy machine; what is asked again and again ends with the first that is right. */
export const soon = { timeout: 20_000 } as const;

export type Desk = Readonly<{
  /** A browser of their own, signed in, with the language said. */
  open(actor: string, role: AccessRole, language?: 'en' | 'fr'): Promise<Page>;
  /** The same without a key. */
  openSignedOut(language: 'en' | 'fr'): Promise<Page>;
  /** What the pages wrote into their consoles as errors. */
  faults: readonly string[];
  close(): Promise<void>;
}>;

export async function openDesk(pool: Pool): Promise<Desk> {
  const executablePath = process.env['LETTRAGE_CHROMIUM'] ?? '/usr/bin/chromium';
  const browser: Browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const api = await openApi(pool, {
    access: { kind: 'authenticated', verifyToken: null },
    pageFolder: fileURLToPath(new URL('../../dist/web/', import.meta.url)),
  });
  const address = await api.app.listen({ host: '127.0.0.1', port: 0 });
  const faults: string[] = [];
  const openSignedOut = async (language: 'en' | 'fr'): Promise<Page> => {
    const context = await browser.newContext({ locale: language, viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      // What the service refuses is told there too, and is looked at by the tests that ask for it.
      if (message.type() === 'error' && !message.text().includes('status of 4')) faults.push(message.text());
    });
    await page.goto(address);
    return page;
  };
  return {
    faults,
    openSignedOut,
    async open(actor, role, language = 'en') {
      const { key } = await createApiKey(pool, { actor, role, ledgerId: null, days: 1 }, act);
      const page = await openSignedOut(language);
      await page.getByLabel(language === 'fr' ? 'Clé d’API ou jeton' : 'API key or token').fill(key);
      await page.keyboard.press('Enter');
      await page.getByRole('navigation').waitFor();
      return page;
    },
    async close() {
      await browser.close();
      await api.app.close();
    },
  };
}
