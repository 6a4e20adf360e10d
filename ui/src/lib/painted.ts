/** When what was just changed stands painted; said to the program for measuring (`WEEGSCHAAL_TIMING`). */
import { tick } from 'svelte';
import { commands } from '../bindings/index.ts';

type Screen = 'openen' | 'dossiers' | 'dossier' | 'marked';

/** Resolves once what was just changed stands painted. */
export function painting(): Promise<void> {
  // A frame is painted after its animation callbacks; a message sent in one arrives after that painting.
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    });
  });
}

/** Says so, and when, once it does. */
export async function painted(screen: Screen) {
  await tick();
  await painting();
  void commands.painted(screen, Date.now()).catch(() => undefined);
}
