import type { ComponentChildren } from 'preact';

/** What is wider than the page scrolls in itself, by keyboard too; the page does not. */
export const ScrollBox = ({ label, children }: Readonly<{ label: string; children: ComponentChildren }>) => (
  <div class="scroll" role="region" aria-label={label} tabIndex={0}>
    {children}
  </div>
);
