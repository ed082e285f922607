/** Who is at the page, in which ledger and language: kept for this tab alone, but for the language. */
import { connect, type LettrageClient } from '../../src/client/client.ts';
import type { Language } from './words/words.ts';

const tokenKey = 'lettrage.token';
const languageKey = 'lettrage.language';

/** The API, asked as who signed in to this tab. */
export const lettrage: LettrageClient = connect({
  baseUrl: location.origin,
  token: () => sessionStorage.getItem(tokenKey),
});

export const signIn = (token: string): void => sessionStorage.setItem(tokenKey, token.trim());
/** Somebody gave one in this tab; whether it opens anything, the service says. */
export const hasKey = (): boolean => sessionStorage.getItem(tokenKey) !== null;
export const signOut = (): void => sessionStorage.removeItem(tokenKey);

/** What was chosen last, else the language of the browser. */
export function readLanguage(): Language {
  const chosen = localStorage.getItem(languageKey) ?? navigator.language;
  return chosen.startsWith('fr') ? 'fr' : 'en';
}
export const keepLanguage = (language: Language): void => localStorage.setItem(languageKey, language);
