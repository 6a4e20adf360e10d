/** Puts the focus on the heading of the room that is seen; unless always, only where nothing in it has the focus already. */
export function toRoom(always: boolean) {
  const main = document.querySelector<HTMLElement>('main:not(.away)');
  if (!main || (!always && document.activeElement?.closest('main:not(.away), .tour'))) return;
  const target = main.querySelector<HTMLElement>('h1') ?? main;
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
}
