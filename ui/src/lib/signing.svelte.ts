/** Signing forms, one student after the other, so that the user sees how far it is and can stop between two of them. */
import { commands, type SignFailure, type SignReply } from '../bindings/index.ts';
import { t } from '../i18n/index.ts';
import { desk } from './desk.svelte.ts';

class Signing {
  /** How far it is, and whose form is signed now; null when nothing is being signed. */
  progress = $state<{ done: number; of: number; now: string } | null>(null);
  /** What failed last, until it is read. */
  failed = $state.raw<SignFailure[]>([]);
  #names = new Map<string, string>();
  #stopped = false;

  get busy(): boolean {
    return this.progress !== null;
  }

  /** The name of a student whose form was asked for; the number when it is not known. */
  name(number: string): string {
    return this.#names.get(number) ?? number;
  }

  /** After the form at hand nothing more is signed; what was signed stays. */
  stop() {
    this.#stopped = true;
  }

  /** Signs the forms of these students into a folder (the usual one when null) and tells what came of it. */
  async run(numbers: string[], folder: string | null = null, names = new Map<string, string>()): Promise<SignReply> {
    const all: SignReply = { written: [], failed: [] };
    if (this.busy || numbers.length === 0) return all;
    this.#names = names;
    this.#stopped = false;
    this.failed = [];
    let done = 0;
    try {
      for (const number of numbers) {
        if (this.#stopped) break;
        this.progress = { done, of: numbers.length, now: this.name(number) };
        const reply = await desk.ask(commands.sign([number], folder));
        // What stops one call (a full disk, a folder that is gone) would stop the next as well; it was told.
        if (!reply) break;
        all.written.push(...reply.written);
        all.failed.push(...reply.failed);
        done += 1;
      }
    } finally {
      this.progress = null;
    }
    this.failed = all.failed;
    const left = this.#stopped ? numbers.length - done : 0;
    const said = [
      all.written.length > 0 ? t.dossiers.signed(all.written.length) : '',
      left > 0 ? t.formulieren.left(left) : '',
    ];
    if (said.some(Boolean)) desk.tell(said.filter(Boolean).join(' '));
    await desk.changed();
    desk.version += 1;
    return all;
  }
}

export const signing = new Signing();
