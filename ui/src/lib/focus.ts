/** Puts the focus on the heading of the room that is in sight and in reach; unless always, only where nothing in it has the focus already. */
export function toRoom(always: boolean) {
  const main = document.querySelector<HTMLElement>('main:not(.away, [inert])');
  if (!main || (!always && document.activeElement?.closest('main:not(.away), .tour'))) return;
  const target = main.querySelector<HTMLElement>('h1') ?? main;
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
}
