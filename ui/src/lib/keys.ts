/** Keys: which of them are the field's own, and which the room's. */

/** Inputs in which nothing is written. */
const wordless = new Set(['button', 'checkbox', 'color', 'file', 'radio', 'range', 'reset', 'submit']);
const along = /^(Arrow|Page|Home$|End$)/;

/** Whether the key is pressed where one writes: the field has its own letters, and its own undo. */
export function inText(event: Pick<KeyboardEvent, 'target'>): boolean {
  const target = event.target;
  if (target instanceof HTMLInputElement) return !wordless.has(target.type);
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);
}

/** Takes back, or does again, what was typed in a field: the web view itself has no keys for it on Linux. */
export function retype(again: boolean) {
  document.execCommand(again ? 'redo' : 'undo');
}

/** Whether the key chooses in the field it is pressed in: a list by its letters, a radio or slider by its arrows. */
function chooses({ target, key }: KeyboardEvent): boolean {
  if (target instanceof HTMLSelectElement) return key !== 'Escape';
  return target instanceof HTMLInputElement && ['radio', 'range'].includes(target.type) && along.test(key);
}

/** Whether an event is a plain letter meant for the room. */
export function plain(event: KeyboardEvent): boolean {
  return !event.ctrlKey && !event.metaKey && !event.altKey && !inText(event) && !chooses(event);
}
