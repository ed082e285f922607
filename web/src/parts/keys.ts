/** Keys that act on the page. They are silent while somebody writes, or a dialog is open. */
import { useLayoutEffect, useRef } from 'preact/hooks';

type Keys = Readonly<Record<string, () => void>>;

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, dialog') !== null;

/** On what Enter presses it presses that, and nothing else. */
const isPressed = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('button, a, summary') !== null;

/** @param keys - by `KeyboardEvent.key`; two keys one after the other as `g q`. */
export function useKeys(keys: Keys): void {
  const current = useRef(keys);
  current.current = keys;
  // Before the page is painted: who sees a payment can already decide it.
  useLayoutEffect(() => {
    let before = '';
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      if (event.key === 'Enter' && isPressed(event.target)) return;
      if (document.querySelector('dialog[open]') !== null) return;
      const act = current.current[`${before} ${event.key}`] ?? current.current[event.key];
      before = event.key === 'g' ? 'g' : '';
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);
}
