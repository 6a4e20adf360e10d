/** What was done on the first screen before this script ran: a click or a passphrase sent in must not be lost. */

declare global {
  interface Window {
    /** Kept from the first frame on by what the page begins with (`vite.config.ts`); gone once it is done again. */
    early?: Event[];
  }
}

/** Does it once more, in its order. */
export function catchUp() {
  const kept = window.early ?? [];
  delete window.early;
  for (const { type, target } of kept) {
    if (type === 'submit' && target instanceof HTMLFormElement) target.requestSubmit();
    else if (target instanceof HTMLElement) target.click();
  }
}
