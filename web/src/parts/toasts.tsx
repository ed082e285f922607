/** What was done, said at the edge of the page, with the way back. */
import { createContext, type ComponentChildren } from 'preact';
import { useCallback, useContext, useMemo, useState } from 'preact/hooks';
import { useSpeech } from '../words/words.ts';

export type Toast = Readonly<{ says: string; kind?: 'good' | 'bad'; undo?: () => void }>;
type Shown = Toast & Readonly<{ id: number }>;

const ToastContext = createContext<(toast: Toast) => void>(() => undefined);
export const useToast = (): ((toast: Toast) => void) => useContext(ToastContext);

const shownMs = 8_000;
let lastId = 0;

export function Toasts({ children }: Readonly<{ children: ComponentChildren }>) {
  const { t } = useSpeech();
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const close = useCallback((id: number) => setShown((all) => all.filter((one) => one.id !== id)), []);
  const show = useMemo(
    () => (toast: Toast) => {
      lastId += 1;
      const id = lastId;
      setShown((all) => [...all.slice(-2), { ...toast, id }]);
      setTimeout(() => close(id), shownMs);
    },
    [close],
  );
  return (
    <ToastContext.Provider value={show}>
      {children}
      <div class="toasts" role="status" aria-live="polite">
        {shown.map(({ id, says, kind = 'good', undo }) => (
          <div key={id} class={`card row apart ${kind}`}>
            <span>{says}</span>
            {undo !== undefined && (
              <button
                type="button"
                onClick={() => {
                  close(id);
                  undo();
                }}
              >
                <kbd>u</kbd> {t('done.undo')}
              </button>
            )}
          </div>
        ))}
      </div>
    </ToastContext.Provider>
  );
}
