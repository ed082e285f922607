/** A clerk's hands: the same morning with the keys alone, and with the mouse (which types only where a text is wanted). */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

export type Hands = Readonly<{
  /** A page of the navigation, by the key that goes there after `g`. */
  goTo(key: string, name: string): Promise<void>;
  /** The payment that these words find. */
  open(words: string): Promise<void>;
  /** What can be done with the payment, by its key or the beginning of its button. */
  hand(key: string, name: string): Promise<void>;
  undo(): Promise<void>;
  write(field: Locator, text: string): Promise<void>;
  choose(field: Locator, value: string): Promise<void>;
  /** Takes the first of what a search found. */
  takeFound(field: Locator, found: Locator): Promise<void>;
  press(button: Locator): Promise<void>;
}>;

export const chosenRow = (page: Page): Locator => page.locator('.queue-row[aria-selected="true"]');

const searchOf = (page: Page): Locator => page.getByLabel('Payer or remittance text');
const isFocused = (target: Locator): Promise<boolean> => target.evaluate((element) => element.matches(':focus'));

export function mouseOf(page: Page): Hands {
  const button = (name: string) => page.getByRole('button', { name: new RegExp(`${name}$`) });
  return {
    goTo: (_key, name) => page.getByRole('navigation').getByText(name, { exact: true }).click(),
    async open(words) {
      await searchOf(page).fill(words);
      await isAlone(page, words);
      await chosenRow(page).click();
    },
    hand: (_key, name) => page.locator('.hands').locator(button(name)).click(),
    undo: () => page.locator('.toasts').getByRole('button', { name: 'Undo' }).last().click(),
    write: (field, text) => field.fill(text),
    async choose(field, value) {
      await field.selectOption(value);
    },
    takeFound: (_field, found) => found.click(),
    press: (target) => target.click(),
  };
}

/** Nothing here touches the page but by keys. */
export function keyboardOf(page: Page): Hands {
  const { keyboard } = page;
  const type = async (text: string) => {
    await keyboard.press('Control+a');
    await keyboard.type(text);
  };
  return {
    async goTo(key) {
      await keyboard.press('g');
      await keyboard.press(key);
    },
    async open(words) {
      const search = searchOf(page);
      await search.waitFor();
      await keyboard.press('/');
      await expect.poll(() => isFocused(search)).toBe(true);
      await type(words);
      await keyboard.press('Enter');
      await isAlone(page, words);
    },
    hand: (key) => keyboard.press(key),
    undo: () => keyboard.press('u'),
    async write(field, text) {
      await tabTo(page, field);
      await type(text);
    },
    async choose(field, value) {
      await tabTo(page, field);
      await keyboard.press('Home');
      for (let step = 0; (await field.inputValue()) !== value; step += 1) {
        if (step === mostSteps) throw new Error(`There is no ${value} to choose.`);
        await keyboard.press('ArrowDown');
      }
    },
    async takeFound(field, found) {
      await tabTo(page, field);
      await found.waitFor();
      await keyboard.press('Enter');
    },
    async press(target) {
      await tabTo(page, target);
      await keyboard.press('Enter');
    },
  };
}

/** The filter is asked for, and has left this payment. */
async function isAlone(page: Page, words: string): Promise<void> {
  await expect.poll(() => page.locator('.queue-row').count()).toBe(1);
  await chosenRow(page).getByText(words).waitFor();
  await expect.poll(() => page.locator('.queue-row').count()).toBe(1);
}

const mostSteps = 150;

/** Walks to an element as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let step = 0; step < mostSteps; step += 1) {
    if (await isFocused(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The Tab key does not lead to ${String(target)}.`);
}
