/** Closing the window waits until what was typed is kept; when that does not work, the first try says so. */
import { getCurrentWindow } from '@tauri-apps/api/window';
import { desk } from './desk.svelte.ts';

export function heedClosing() {
  // Outside the real window (tests) there is nothing to close.
  if (!('__TAURI_INTERNALS__' in window)) return;
  void getCurrentWindow().onCloseRequested(async (event) => {
    if (!(await desk.mayClose())) event.preventDefault();
  });
}
