import type { Finding } from '../../types.ts';
import { useSpeech } from '../../words/words.ts';

/** What is wrong with a file: the code, the sentence with what to do, and the place as a person finds it in an editor. */
export function Findings({ findings }: Readonly<{ findings: readonly Finding[] }>) {
  const { t, coded } = useSpeech();
  if (findings.length === 0) return null;
  return (
    <ul class="findings stack">
      {findings.map(({ code, severity, message, at, found }, index) => (
        <li key={index} class="stack tight">
          <p>
            <span class={`tag ${severity === 'refuse' ? 'bad' : ''}`}>{code}</span> {coded(code, message)}
          </p>
          {/* It has the facts of this file. */}
          {coded(code, message) !== message && (
            <p class="small soft" lang="en">
              {message}
            </p>
          )}
          {(at !== null || found !== null) && (
            <dl class="place small">
              {at !== null && (
                <>
                  <dt>{t('nights.place')}</dt>
                  <dd>
                    {t('nights.line', { line: at.line })} · <code>{at.path}</code>
                  </dd>
                </>
              )}
              {found !== null && (
                <>
                  <dt>{t('nights.found')}</dt>
                  <dd>
                    <code dir="auto">{found}</code>
                  </dd>
                </>
              )}
            </dl>
          )}
        </li>
      ))}
    </ul>
  );
}
