import type { ComponentChildren } from 'preact';

/** What somebody should know before they act, and what may be done about it. */
export const Aside = ({ children }: Readonly<{ children: ComponentChildren }>) => (
  <div class="card row apart aside">{children}</div>
);
