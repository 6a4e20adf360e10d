/** Bringing evidence in by choosing files, as dropping them on the window does. */
import { commands } from '../bindings/index.ts';
import { desk } from './desk.svelte.ts';

export async function addEvidence() {
  const paths = (await desk.ask(commands.choose('evidence'))) ?? [];
  if (paths.length > 0) window.dispatchEvent(new CustomEvent('evidence', { detail: paths }));
}
