/** Whether the manual lies open and at which page: F1 and the sign in the top bar open it at what one looks at. */
import type { Topic } from '../i18n/nl/help.ts';
import { desk } from './desk.svelte.ts';

export const manual = $state<{ open: boolean; page: Topic }>({ open: false, page: 'openen' });

/** Opens the manual: at the page of the dialog that lies on top if that has one, else at that of the room. */
export function openManual() {
  const dialog = [
    ...document.querySelectorAll<HTMLElement>('[role="dialog"][data-help]:not([data-state="closed"])'),
  ].at(-1);
  const room = desk.workspace ? desk.room : desk.checking ? 'controle' : 'openen';
  manual.page = (dialog?.dataset.help as Topic | undefined) ?? room;
  manual.open = true;
}
