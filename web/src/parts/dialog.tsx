import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useSpeech } from '../words/words.ts';

/** A question in front of the page: focus stays in it, Escape closes it, and goes back to where it was. */
export function Dialog({
  title,
  isWide = false,
  onClose,
  children,
}: Readonly<{ title: string; isWide?: boolean; onClose: () => void; children: ComponentChildren }>) {
  const { t } = useSpeech();
  const element = useRef<HTMLDialogElement>(null);
  const isLeft = useRef(false);
  // Before the page is painted: a key that follows is for the question.
  useLayoutEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    return () => {
      isLeft.current = true;
      dialog?.close();
    };
  }, []);
  return (
    <dialog
      ref={element}
      class={isWide ? 'wide' : ''}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // The browser would tell of it later, when the next key is there already.
        event.preventDefault();
        onClose();
      }}
      onClose={() => {
        if (!isLeft.current) onClose();
      }}
    >
      <div class="stack">
        <div class="row apart">
          <h2>{title}</h2>
          <button type="button" class="plain" aria-label={t('app.close')} onClick={onClose}>
            ✕
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
