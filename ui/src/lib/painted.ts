/** Says that what was just changed stands painted, for measuring (`WEEGSCHAAL_TIMING`). */
import { tick } from 'svelte';
import { commands } from '../bindings/index.ts';

type Screen = 'openen' | 'dossiers' | 'dossier' | 'marked';

/** A frame is painted after its animation callbacks; a message sent in one arrives after that painting. */
export async function painted(screen: Screen) {
  await tick();
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      void commands.painted(screen);
    };
    port2.postMessage(null);
  });
}
