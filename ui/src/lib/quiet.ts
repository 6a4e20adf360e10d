/** A moment in which nobody is busy: for work that would be felt while one types, points or scrolls. */

/** How long nobody must have done anything, in milliseconds. */
const QUIET = 400;
const busy = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'scroll'] as const;

/** Resolves once nobody did anything in the window for a moment. */
export function quiet(): Promise<void> {
  return new Promise((resolve) => {
    let timer = setTimeout(done, QUIET);
    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(done, QUIET);
    };
    function done() {
      for (const kind of busy) removeEventListener(kind, again, true);
      resolve();
    }
    for (const kind of busy) addEventListener(kind, again, { capture: true, passive: true });
  });
}
