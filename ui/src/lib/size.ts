/** How large everything is drawn: the sizes on offer, and the keys for them that every program has. */
import { t } from '../i18n/index.ts';
import { desk } from './desk.svelte.ts';

/** Per cent, as the program offers them. */
export const sizes = [80, 90, 100, 110, 125, 150, 200];
const USUAL = 100;

/** The size after a key; null when the key is about something else. */
export function sized({ key, ctrlKey, metaKey, altKey }: KeyboardEvent, now: number): number | null {
  if (!(ctrlKey || metaKey) || altKey) return null;
  if (key === '0') return USUAL;
  if (key === '+' || key === '=') return sizes.find((size) => size > now) ?? now;
  if (key === '-' || key === '_') return sizes.findLast((size) => size < now) ?? now;
  return null;
}

/** From now on heeds those keys, whatever is open. */
export function heedSize() {
  addEventListener('keydown', (event) => {
    const size = sized(event, desk.preferences.size);
    if (size === null) return;
    event.preventDefault();
    desk.say(t.instellingen.sizeOf(size));
    if (size !== desk.preferences.size) void desk.prefer({ size });
  });
}
