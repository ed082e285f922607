import { isWord, useSpeech } from '../../words/words.ts';

/** How a reason is called: those that every ledger starts with in the language of the page, a company's own as it named it. */
export function useReasonWord(): (reason: Readonly<{ code: string; label: string }>) => string {
  const { t } = useSpeech();
  return ({ code, label }) => {
    const word = `disputeReason.${code}`;
    return isWord(word) ? t(word) : label;
  };
}
