/**
 * Runs in the page before its own scripts: tells when something is on the screen, by the page's own clock. What the document
 * holds is on the screen two frames later.
 */
(() => {
  const painted = () =>
    new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now()))));
  const until = (isSo) =>
    new Promise((resolve) => {
      if (isSo()) return void painted().then(resolve);
      const watcher = new MutationObserver(() => {
        if (!isSo()) return;
        watcher.disconnect();
        void painted().then(resolve);
      });
      watcher.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    });
  // The remittance text has the number of the payment: no two are alike.
  const shown = () => document.querySelector('.queue-desk .remittance')?.textContent ?? '';
  const canBeAccepted = () => document.querySelector('.queue-desk button.main:not([disabled])') !== null;

  let seen = null;
  addEventListener(
    'keydown',
    () => {
      const pressedAt = performance.now();
      const before = shown();
      const isAnother = () => shown() !== '' && shown() !== before;
      seen = Promise.all([until(isAnother), until(() => isAnother() && canBeAccepted())]).then(
        ([paymentAt, readyAt]) => ({ paymentMs: paymentAt - pressedAt, readyMs: readyAt - pressedAt }),
      );
    },
    true,
  );
  globalThis.watched = {
    firstRows: until(() => document.querySelector('.queue-row') !== null),
    ready: () => until(() => shown() !== '' && canBeAccepted()),
    next: () => seen,
  };
})();
