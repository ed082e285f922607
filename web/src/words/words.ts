/** The language of the page, for whatever is shown in it. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { speechOf, type Speech } from './say.ts';

export { isWord, localeOf, speechOf, type Language, type Speech, type Word } from './say.ts';

export const SpeechContext = createContext<Speech>(speechOf('en'));
export const useSpeech = (): Speech => useContext(SpeechContext);
