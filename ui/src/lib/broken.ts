/** What nobody caught: a kind sentence, and the window stays usable. Says nothing of what went wrong; that may hold a name. */
import { t } from '../i18n/index.ts';
import { desk } from './desk.svelte.ts';

/** A warning of the browser itself that an observer asks for another round; nothing is wrong. */
const HARMLESS = 'ResizeObserver loop';

/** Shows what escapes every other handler. */
export function catchAll(target: Window = window) {
  target.addEventListener('error', (event) => {
    if (!event.message?.startsWith(HARMLESS)) desk.tell(t.problems.unexpected, 'error');
  });
  target.addEventListener('unhandledrejection', () => desk.tell(t.problems.unexpected, 'error'));
}
