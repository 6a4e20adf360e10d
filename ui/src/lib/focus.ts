/** Where the keyboard is when what had it is gone. */

const HEADINGS = 'h1, h2, h3, [role="heading"]';
/** What is out of sight or out of reach. */
const AWAY = '.away, [inert], [hidden]';
const CONTROLS = 'a[href], button, input, select, textarea, [tabindex="0"]';

/** Puts the focus on the heading of the room that is in sight and in reach; unless always, only where nothing in it has the focus already. */
export function toRoom(always: boolean) {
  const main = document.querySelector<HTMLElement>('main:not(.away, [inert])');
  if (!main || (!always && document.activeElement?.closest('main:not(.away), .tour'))) return;
  onto(main.querySelector<HTMLElement>('h1') ?? main);
}

/** Gives something the focus; whether it took it. */
function onto(target: HTMLElement): boolean {
  if (!target.matches(CONTROLS)) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  return document.activeElement === target;
}

/** What stood beside something that is gone and is of its kind, to act on in its place. */
function* beside(gone: Element, record: MutationRecord): Generator<HTMLElement> {
  if (!gone.matches('li, tr, button')) return;
  for (const way of ['nextSibling', 'previousSibling'] as const) {
    let node = record[way];
    while (node && !(node instanceof HTMLElement && node.tagName === gone.tagName)) node = node[way];
    if (!(node instanceof HTMLElement)) continue;
    const control = node.matches(CONTROLS) ? node : node.querySelector<HTMLElement>(CONTROLS);
    if (control) yield control;
  }
}

/** The headings of what stood around it, the nearest first. */
function* around(place: Node): Generator<HTMLElement> {
  for (let up = place instanceof Element ? place : null; up && up !== document.body; up = up.parentElement)
    for (const heading of up.querySelectorAll<HTMLElement>(HEADINGS)) if (!heading.closest(AWAY)) yield heading;
}

/** Leads out of a field to the heading of a place: there single keys act. */
export function toHeading(place: Element | null) {
  for (const heading of place ? around(place) : []) if (onto(heading)) return;
}

/** Puts the focus as near as can be to where it was before a change took away what had it. */
function recover(gone: Element, record: MutationRecord) {
  // A room that is left: the next one may be on its way, and then takes the focus itself.
  if (gone.matches('main') || gone.querySelector('main')) return toRoom(true);
  for (const near of beside(gone, record)) if (onto(near)) return;
  for (const heading of around(record.target)) if (onto(heading)) return;
  toRoom(true);
}

/** Holds the focus from now on: an engine drops it with what had it, without a word. Only what stands around the focus is
 *  watched, so that a room is built at no cost. */
export function holdFocus() {
  let held: Element | null = null;
  const watch = new MutationObserver((records) => {
    if (!held || document.activeElement !== document.body) return;
    // Moved within a list.
    if (held.isConnected) return (held as HTMLElement).focus({ preventScroll: true });
    for (const record of records) {
      const gone = [...record.removedNodes].find((node) => node.contains(held));
      if (gone instanceof Element && record.target.isConnected) return recover(gone, record);
    }
  });
  document.addEventListener('focusin', ({ target }) => {
    held = target as Element;
    watch.disconnect();
    for (let up = held.parentNode; up; up = up.parentNode) watch.observe(up, { childList: true });
  });
  // Who lets go of it by a press beside everything wants it nowhere.
  document.addEventListener('focusout', () =>
    queueMicrotask(() => {
      if (held?.isConnected && document.activeElement === document.body) held = null;
    }),
  );
}

/** Puts the keyboard on what will be there once the page is drawn anew. */
export function focusSoon(css: string) {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(css)?.focus());
}
