/** Signing forms, a few at a time, so that the user sees how far it is and can stop between two of them. */
import { commands, type SignReply } from '../bindings/index.ts';
import { t } from '../i18n/index.ts';
import { desk } from './desk.svelte.ts';

/** Forms signed in one call: few enough to stop soon, enough to lose no time in between. */
const AT_ONCE = 4;

class Signing {
  /** How far it is; null when nothing is being signed. */
  progress = $state<{ done: number; of: number } | null>(null);
  #stopped = false;

  get busy(): boolean {
    return this.progress !== null;
  }

  /** After the form at hand nothing more is signed; what was signed stays. */
  stop() {
    this.#stopped = true;
  }

  /** Signs the forms of these students into a folder (the usual one when null) and tells what came of it. */
  async run(numbers: string[], folder: string | null = null): Promise<SignReply> {
    const all: SignReply = { written: [], failed: [] };
    if (this.busy || numbers.length === 0) return all;
    this.#stopped = false;
    this.progress = { done: 0, of: numbers.length };
    try {
      for (let at = 0; at < numbers.length && !this.#stopped; at += AT_ONCE) {
        const reply = await desk.ask(commands.sign(numbers.slice(at, at + AT_ONCE), folder));
        // What stops one call (a full disk, a folder that is gone) would stop the next as well; it was told.
        if (!reply) break;
        all.written.push(...reply.written);
        all.failed.push(...reply.failed);
        this.progress = { done: Math.min(at + AT_ONCE, numbers.length), of: numbers.length };
      }
    } finally {
      this.progress = null;
    }
    for (const failure of all.failed)
      desk.tell(`${failure.number}: ${t.problems.sentence(failure.problem.code, failure.problem.value)}`, 'error');
    if (all.written.length > 0) desk.tell(t.dossiers.signed(all.written.length));
    await desk.changed();
    desk.version += 1;
    return all;
  }
}

export const signing = new Signing();
