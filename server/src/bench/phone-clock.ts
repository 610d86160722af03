/** What `CLOCK` keeps in the page; times in milliseconds of the page's own clock. */
export type Clock = {
  /** since the address was opened, when a task of the list stood on the screen */
  shown: number | null;
  /** the sum of the layout shifts that no touch caused */
  shift: number;
  /** nothing on the page is still to come */
  whole(): boolean;
  /** begins to wait for a tap and its answer */
  listen(): void;
  /** from the tap to the frame that answered it */
  answered: number | null;
};

/**
 * Runs in the page before its own first line. A frame has been shown when the task after it runs. A tap is answered by
 * the first frame after something in the document changed: a mark, a skeleton or the page itself.
 */
export const CLOCK = `(() => {
  const clock = { shown: null, shift: 0, answered: null, listen, whole: () => !document.querySelector(".v-skeleton") };
  globalThis.vardeClock = clock;
  const afterFrame = (act) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = act;
    port2.postMessage(null);
  });
  new MutationObserver((_changes, observer) => {
    if (!document.querySelector('main a[href^="/oppgaver/"]')) return;
    observer.disconnect();
    afterFrame(() => { clock.shown = performance.now(); });
  }).observe(document, { subtree: true, childList: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) clock.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  function listen() {
    clock.answered = null;
    addEventListener("click", (click) => {
      new MutationObserver((_changes, observer) => {
        observer.disconnect();
        afterFrame(() => { clock.answered = performance.now() - click.timeStamp; });
      }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    }, { capture: true, once: true });
  }
})()`;
