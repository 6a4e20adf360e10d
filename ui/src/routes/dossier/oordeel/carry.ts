/** Carrying a passage with the pointer: from a mark or the reader to the rationale. Works with pointer events, because
 *  the window takes dropped files itself. The same by keyboard: C cites the selection, and passages can be picked. */
import type { Attachment } from 'svelte/attachments';
import type { CitationView } from '../../../bindings/index.ts';

/** A passage on its way, with its words. */
export type Cite = { citation: CitationView; text: string };

/** How far the pointer moves before it carries, in pixels. */
const START = 6;

/** Makes an element something that can be carried; `what` is asked when it is picked up. */
export function carried(what: () => Cite | null): Attachment<HTMLElement> {
  return (node) => {
    const down = (event: PointerEvent) => {
      if (event.button === 0) carry(event, what());
    };
    node.addEventListener('pointerdown', down);
    return () => node.removeEventListener('pointerdown', down);
  };
}

/** Where a passage may be let go; `take` receives it. */
export function taking(take: (citation: CitationView) => void): Attachment<HTMLElement> {
  return (node) => {
    const taken = (event: Event) => take((event as CustomEvent<CitationView>).detail);
    node.dataset.takes = 'passage';
    node.addEventListener('passage', taken);
    return () => node.removeEventListener('passage', taken);
  };
}

/** Follows the pointer from where it went down, when there is something to carry. */
export function carry(down: PointerEvent, what: Cite | null) {
  if (!what) return;
  let label: HTMLElement | null = null;
  let over: Element | null = null;
  const place = (event: PointerEvent) => {
    if (!label && Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) < START) return;
    label ??= shown(what.text);
    label.style.transform = `translate(${event.clientX + 12}px, ${event.clientY + 12}px)`;
    const found = document.elementFromPoint(event.clientX, event.clientY)?.closest('[data-takes]') ?? null;
    if (found !== over) {
      over?.classList.remove('takes');
      found?.classList.add('takes');
      over = found;
    }
    event.preventDefault();
  };
  const stop = () => {
    label?.remove();
    over?.classList.remove('takes');
    document.documentElement.classList.remove('carrying');
    removeEventListener('pointermove', place);
    removeEventListener('pointerup', drop);
    removeEventListener('pointercancel', stop);
    removeEventListener('keydown', cancel, true);
  };
  const drop = (event: PointerEvent) => {
    const target = over;
    const moved = label !== null;
    stop();
    target?.dispatchEvent(new CustomEvent('passage', { detail: what.citation }));
    // What was carried was not clicked.
    if (moved) addEventListener('click', swallow, { capture: true, once: true });
    if (moved) setTimeout(() => removeEventListener('click', swallow, true));
    event.preventDefault();
  };
  const cancel = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    stop();
  };
  addEventListener('pointermove', place);
  addEventListener('pointerup', drop);
  addEventListener('pointercancel', stop);
  addEventListener('keydown', cancel, true);
}

const swallow = (event: Event) => event.stopPropagation();

function shown(text: string): HTMLElement {
  const label = document.createElement('div');
  label.className = 'carried';
  label.textContent = text;
  document.body.append(label);
  document.documentElement.classList.add('carrying');
  return label;
}
